public import CivilTime
public import Diagnostics
public import RegistryRules

/// What ends, goes stale or is due in a registry, up to a day.
public struct DueEntries: Sendable {
    /// The day it is looked at.
    public let today: CivilDate
    /// The last day that is looked ahead to.
    public let last: CivilDate
    /// The entries, sorted by day and then by place; those before ``today`` are overdue.
    public let entries: [AgendaEntry]

    /// Collects the entries of a valid registry; `findings` are those it was judged with, for the exceptions among them.
    public init(_ registry: ValidatedRegistry, findings: [Diagnostic], on today: CivilDate, next period: CivilPeriod) {
        let last = period.end(from: today)
        var collector = EntryCollector(registry, from: today, through: last)
        collector.collectAges()
        collector.collectChanges()
        collector.collectCalendar()
        collector.collectExceptions(findings)
        self.today = today
        self.last = last
        self.entries = collector.entries.sorted()
    }

    /// How many entries are late.
    public var overdueCount: Int { entries.count { $0.isOverdue(on: today) } }
    /// How many entries lie ahead.
    public var aheadCount: Int { entries.count - overdueCount }
}
