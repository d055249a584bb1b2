import Agenda
import CivilTime
import Diagnostics
import RegistryRules
import TestSupport
import Testing
import Vocabulary

struct AgendaTests {
    private struct NotValid: Error {}

    /// The fictional registry's agenda, with some texts replaced.
    private func due(
        on day: String,
        next period: CivilPeriod,
        replacing edits: [(file: String, old: String, new: String)] = []
    ) throws -> DueEntries {
        let catalog = SourceCatalog(
            try TestRegistry.fictional.catalog().files.map { file in
                let text = edits.filter { $0.file == file.path }.reduce(String(decoding: file.bytes, as: UTF8.self)) {
                    $0.replacing($1.old, with: $1.new)
                }
                return SourceFile(path: file.path, bytes: Array(text.utf8))
            }
        )
        switch Validator().validate(catalog) {
        case .valid(let registry, let findings):
            return DueEntries(registry, findings: findings, on: try #require(CivilDate(day)), next: period)
        case .invalid(let findings):
            Issue.record("\(CompactRenderer().render(Report(findings, in: catalog)))")
            throw NotValid()
        }
    }

    @Test func `stages that begin are on the agenda of exactly the days that reach them`() throws {
        let entries = try due(on: "2026-11-30", next: .days(8)).entries.filter {
            $0.kind == .stageChanges && $0.city == "dalian"
        }
        #expect(entries.map(\.day.description) == ["2026-12-01", "2026-12-08"])
        #expect(
            entries.map { $0.sentence.text(in: .english) } == [
                "Dalian: the rollout of 'official-account' goes from none to shadow",
                "Dalian: the rollout of 'official-account' goes from shadow to pilot 5%",
            ]
        )
        let later = try due(on: "2026-12-16", next: .days(8)).entries
        #expect(later.allSatisfy { $0.kind != .stageChanges || $0.city != "dalian" })
    }

    @Test func `who changes groups is told with the question that shows what they are charged then`() throws {
        let entries = try due(on: "2026-06-02", next: .months(36)).entries.filter { $0.kind == .membershipChanges }
        #expect(!entries.isEmpty)
        for entry in entries {
            let parts = entry.command.split(separator: " ")
            #expect(entry.command.hasPrefix("visafee fee quote --city "), "\(entry.command)")
            #expect(parts.suffix(2) == ["--as-of", Substring(entry.day.description)], "\(entry.command)")
            let code = parts[parts.count - 3]
            #expect(entry.sentence.text(in: .english).contains(code), "\(entry.command)")
        }
    }

    @Test func `prices that change on one day are one entry, which says the first of them`() throws {
        let entries = try due(on: "2026-11-27", next: .months(6)).entries.filter {
            $0.kind == .feeChanges && $0.city == "dalian"
        }
        let entry = try #require(entries.first)
        #expect(entries.count == 1)
        #expect(entry.day == CivilDate("2027-03-01"))
        #expect(entry.sentence.text(in: .english).hasSuffix("to CNY 170"))
        #expect(entry.command == "visafee fee quote --city dalian --service visa --as-of 2027-03-01")
    }

    @Test func `facts go stale on the day after their last fresh one, and are overdue from then on`() throws {
        func stale(on day: String) throws -> AgendaEntry? {
            let name = "goes-stale:dalian.yaml:contact:dalian-notice"
            return try due(on: day, next: .days(1)).entries.first { $0.identity == name }
        }
        #expect(try stale(on: "2027-10-31") == nil)
        let ahead = try #require(try stale(on: "2027-11-01"))
        #expect(ahead.day == CivilDate("2027-11-02"))
        #expect(!ahead.isOverdue(on: try #require(CivilDate("2027-11-02"))))
        let late = try #require(try stale(on: "2027-11-03"))
        #expect(late.isOverdue(on: try #require(CivilDate("2027-11-03"))))
        #expect(late.identity == ahead.identity)
        #expect(late.command == "visafee source seen dalian dalian-notice --evidence FILE")
    }

    @Test func `a year without its holidays is due on its first day`() throws {
        let entries = try due(on: "2027-12-31", next: .days(1)).entries.filter { $0.kind == .calendarIsMissing }
        #expect(entries.map(\.day.description) == ["2028-01-01"])
        #expect(entries.first?.file == "calendar.yaml")
        #expect(try due(on: "2027-12-30", next: .days(1)).entries.allSatisfy { $0.kind != .calendarIsMissing })
    }

    @Test func `a plan without a day is due today, and one with a day only on it`() throws {
        let stages = "{2026-12-01: shadow, 2026-12-08: {pilot: 5%}, 2026-12-10: {pilot: 50%}, 2026-12-15: live}"
        let open = try due(
            on: "2026-11-27",
            next: .days(30),
            replacing: [("dalian.yaml", stages, "planned")]
        ).entries.filter { $0.city == "dalian" && [.planIsOpen, .stageChanges].contains($0.kind) }
        #expect(open.map(\.kind) == [.planIsOpen])
        #expect(open.first?.day == CivilDate("2026-11-27"))
        let dated = try due(
            on: "2026-11-27",
            next: .days(30),
            replacing: [("dalian.yaml", stages, "{undated: planned, 2026-12-01: shadow}")]
        ).entries.filter { $0.city == "dalian" && [.planIsOpen, .stageChanges].contains($0.kind) }
        #expect(dated.map(\.kind) == [.stageChanges])
    }

    @Test func `an exception is due on the day it ends, with its reason`() throws {
        let source = "  leftover: {kind: guide, address: example.test/left, retrieved: 2026-11-01}"
        let comment = "  # visafee: allow unused-source until 2026-12-24, because a fact will need it"
        let edit = ("dalian.yaml", "\nsources:\n", "\nsources:\n\(comment)\n\(source)\n")
        let entries = try due(on: "2026-11-27", next: .months(1), replacing: [edit]).entries
        let entry = try #require(entries.first { $0.kind == .exceptionEnds })
        #expect(entry.day == CivilDate("2026-12-24"))
        #expect(entry.sentence.text(in: .english).contains("because a fact will need it"))
        #expect(entry.command == "visafee validate dalian.yaml --as-of 2026-12-24")
        let before = try due(on: "2026-11-27", next: .days(26), replacing: [edit]).entries
        #expect(before.allSatisfy { $0.kind != .exceptionEnds })
    }

    @Test(arguments: [TestRegistry.fictional, .real])
    func `entries are sorted by day and then by place, and no two bear one name`(of registry: TestRegistry) throws {
        let validated = try registry.validated()
        let today = try #require(CivilDate("2026-11-27"))
        let due = DueEntries(validated, findings: [], on: today, next: .months(36))
        #expect(due.entries == due.entries.sorted())
        #expect(Set(due.entries.map(\.identity)).count == due.entries.count)
        #expect(due.overdueCount + due.aheadCount == due.entries.count)
        #expect(due.entries.allSatisfy { $0.day <= due.last && $0.line > 0 })
        for language in Language.allCases {
            #expect(due.entries.allSatisfy { $0.sentence[language] != nil && $0.remedy[language] != nil })
        }
    }

    @Test func `a longer look finds everything that a shorter one found`() throws {
        var known: Set<String> = []
        for days in [1, 7, 30, 90, 365, 730] {
            let names = Set(try due(on: "2026-11-27", next: .days(days)).entries.map(\.identity))
            #expect(names.isSuperset(of: known), "\(days)")
            known = names
        }
        #expect(known.count > 10)
    }

    @Test func `nothing due is said, and is still a whole calendar`() throws {
        let empty = try due(on: "2026-11-02", next: .days(1))
        let report = AgendaReport(empty, in: .english)
        #expect(empty.entries.isEmpty)
        #expect(report.text == "From 2026-11-02 to 2026-11-03: nothing is due")
        let calendar = report.iCalendar(stamped: try #require(Instant(empty.today)))
        #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.hasSuffix("END:VCALENDAR\r\n"))
    }
}
