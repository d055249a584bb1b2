import Agenda
import ArgumentParser
import CanonicalJSON
import CivilTime
import RegistryRules

/// `visafee agenda`.
struct AgendaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda",
        abstract: "Say what ends, goes stale or is due in a registry, sorted by day.",
        discussion: """
            Facts that become older than 'fresh-for' allows, prices, channels and stages
            that change, plans without a day, years whose holidays are missing, and
            exceptions that end: each with its line, what to do, and the command to run.

            EXAMPLES
              visafee agenda cities --next 90d
              visafee agenda cities --next 6m --format ics > visafee.ics
              visafee agenda cities --next 12w --fail-on overdue       for a nightly job

            EXIT CODES
              0 where the agenda could be written, and with --fail-on overdue (or due) 1
              where anything is late (or is on it at all).
            """
    )

    /// The form of an agenda.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// For people.
        case human
        /// For calendars: iCalendar, RFC 5545.
        case ics
        /// For programs: one document, with `formatVersion`.
        case json
    }

    /// What fails the run.
    enum FailOn: String, CaseIterable, ExpressibleByArgument {
        case none, overdue, due
    }

    @Argument(help: "The registry's folder.")
    var registry = "cities"

    @Option(
        name: .customLong("next"),
        help: "How far to look ahead: 90d is days, 12w weeks, 6m months.",
        transform: Self.period
    )
    var period = CivilPeriod.days(90)

    @Option(help: "The form: human, ics or json.")
    var format: Format = .human

    @Option(help: "The day to look from, YYYY-MM-DD. (default: today in Shanghai, or SOURCE_DATE_EPOCH)")
    var asOf: CivilDate?

    @Option(help: "What fails the run: none, overdue, or due for anything.")
    var failOn: FailOn = .none

    @OptionGroup
    var speech: LanguageOption

    @OptionGroup
    var tables: TableOptions

    func run() throws {
        try Terminal.run {
            let stamp = try asOf.flatMap { Instant($0) } ?? ProgramClock.now()
            var options = RegistryOptions()
            options.registry = registry
            options.tables = tables
            let judged = try RegistryLoading(options).judged()
            let due = DueEntries(judged.registry, findings: judged.findings, on: stamp.date, next: period)
            let report = AgendaReport(due, in: speech.language)
            switch format {
            case .human: try Terminal.write(report.text)
            case .ics: try Terminal.write(Array(report.iCalendar(stamped: stamp).utf8))
            case .json: try Terminal.write(report.json.pretty)
            }
            if format != .human { Terminal.say(report.summary) }
            let isFailure =
                switch failOn {
                case .none: false
                case .overdue: due.overdueCount > 0
                case .due: !due.entries.isEmpty
                }
            if isFailure { throw ExitCode.findings }
        }
    }

    private static func period(_ text: String) throws -> CivilPeriod {
        switch CivilPeriod.parse(text) {
        case .success(let period): return period
        case .failure(let refusal): throw ValidationError("'\(Echo.safe(text))' is no period: \(refusal)")
        }
    }
}
