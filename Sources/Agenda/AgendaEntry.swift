public import CivilTime
public import Vocabulary

/// One thing that ends, goes stale or is due on a day.
public struct AgendaEntry: Hashable, Sendable {
    /// What kind of thing it is; the words are those of the JSON.
    public enum Kind: String, CaseIterable, Sendable {
        /// Facts become older than `fresh-for` allows.
        case goesStale = "goes-stale"
        /// A price ends and another begins.
        case feeChanges = "fee-changes"
        /// Nationalities are charged otherwise.
        case membershipChanges = "membership-changes"
        /// A bureau begins or ceases to offer something.
        case channelChanges = "channel-changes"
        /// A stage of the rollout ends and another begins.
        case stageChanges = "stage-changes"
        /// A rollout is planned, and no day is written for what follows.
        case planIsOpen = "plan-is-open"
        /// A year begins whose holidays are not in the calendar.
        case calendarIsMissing = "calendar-is-missing"
        /// A comment lets findings stand no longer.
        case exceptionEnds = "exception-ends"
    }

    /// The day.
    public let day: CivilDate
    /// What kind of thing it is.
    public let kind: Kind
    /// The slug of the city it is about; nothing where it is about all.
    public let city: String?
    /// The path of the file.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What happens.
    public let sentence: LocalizedText
    /// What a person has to do.
    public let remedy: LocalizedText
    /// The command that does it, or that shows what it comes to.
    public let command: String
    /// A name that stays the same from run to run, also where lines or the registry's folder move.
    public let identity: String

    /// Whether it is late.
    public func isOverdue(on today: CivilDate) -> Bool { day < today }
}

extension AgendaEntry: Comparable {
    /// By day, then by place.
    public static func < (left: AgendaEntry, right: AgendaEntry) -> Bool {
        if left.day != right.day { return left.day < right.day }
        if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
        if left.line != right.line { return left.line < right.line }
        return left.identity.utf8.lexicographicallyPrecedes(right.identity.utf8)
    }
}
