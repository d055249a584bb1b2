import CivilTime
import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

struct SuppressionTests {
    private static let allowance = "# visafee: allow unused-source until 2027-03-01, because a fact will need it"

    /// A city with a source that nothing names, and comments around it.
    private func registry(before: String = "", end: String = "") throws -> ExampleRegistry {
        try ExampleRegistry(
            city: """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  \(before)
                  leftover: {kind: guide, address: example.test/leftover, retrieved: 2025-12-01} \(end)
                """
        )
    }

    private func report(_ registry: ExampleRegistry, on day: String? = nil) throws -> Report {
        let findings = try ExampleRegistry.validator().validate(registry.catalog).findings
        let date = try day.map { try #require(CivilDate($0)) }
        return Report(date.map { Suppressions.judged(findings, on: $0) } ?? findings, in: registry.catalog)
    }

    @Test func `without a comment the finding counts`() throws {
        let report = try report(registry())
        #expect(report.diagnostics.map(\.rule).contains("unused-source"))
        #expect(report.suppressed.isEmpty)
    }

    @Test(arguments: [
        (before: allowance, end: ""), (before: allowance + "\n\n  # the guide", end: ""), (before: "", end: allowance),
    ])
    func `a comment lets the finding of its line or the next one stand, with its reason`(
        before: String,
        end: String
    ) throws {
        let report = try report(registry(before: before, end: end))
        #expect(report.suppressed.map(\.rule) == ["unused-source"])
        #expect(report.suppressed.map(\.suppression?.reason) == ["a fact will need it"])
        #expect(report.tally.suppressed == 1)
        #expect(!report.diagnostics.contains { $0.rule == "unused-suppression" })
    }

    @Test func `a registry is valid when the only error in it may stand`() throws {
        let name = "name: {en: Fictional Bureau of Othertown, zh: 虚构局}"
        let record = "\n  source: notice\n  confidence: high\nrollout: {}"
        let plain = try ExampleRegistry(city: "bureau:\n  \(name)\(record)")
        #expect(try ExampleRegistry.validator().validate(plain.catalog).findings.hasErrors)
        let comment = "# visafee: allow bureau-name-differs until 2027-03-01, because it serves both places by law"
        let allowed = try ExampleRegistry(city: "bureau:\n  \(name) \(comment)\(record)")
        let verdict = try ExampleRegistry.validator().validate(allowed.catalog)
        let counted = verdict.findings.filter { $0.suppression == nil && $0.severity == .error }
        #expect(counted.map { $0.message.text(in: .english) } == [])
        guard case .valid = verdict else {
            Issue.record("an error that may stand makes a registry invalid")
            return
        }
    }

    @Test(arguments: [("2027-02-28", true), ("2027-03-01", false), ("2030-01-01", false)])
    func `an exception holds before its day, and from it on the finding is back beside one about the comment`(
        day: String,
        holds: Bool
    ) throws {
        let report = try report(registry(before: Self.allowance), on: day)
        #expect(report.suppressed.count == (holds ? 1 : 0))
        #expect(report.diagnostics.contains { $0.rule == "expired-suppression" } == !holds)
        #expect(
            report.diagnostics.contains { $0.rule == "unused-source" && $0.range.file == report.leftover } == !holds
        )
    }

    @Test func `without a day no exception runs out, and the tally names the first that will`() throws {
        let past = Self.allowance.replacing("2027-03-01", with: "2020-01-01")
        let report = try report(registry(before: past))
        #expect(report.suppressed.count == 1)
        #expect(report.tally.sentence(in: .english).hasSuffix("(1 suppressed, until 2020-01-01)"))
    }

    @Test func `of two comments for one finding the second is of no use`() throws {
        let report = try report(registry(before: Self.allowance, end: Self.allowance))
        #expect(report.suppressed.count == 1)
        #expect(report.diagnostics.count { $0.rule == "unused-suppression" } == 1)
    }

    @Test func `several comments may stand above a line, each for its own rule`() throws {
        let other = "# visafee: allow bureau-name-differs until 2027-03-01, because it is so"
        let report = try report(registry(before: Self.allowance + "\n  " + other))
        #expect(report.suppressed.map(\.rule) == ["unused-source"])
        #expect(report.diagnostics.count { $0.rule == "unused-suppression" } == 1)
    }

    @Test func `in a file that cannot be read whole no comment is called useless`() throws {
        var registry = try registry(before: "", end: "")
        registry.lay(RuleExample("\(Self.allowance)\nrollout: {}\nfees: {shedule: national}"))
        let rules = try report(registry).diagnostics.map(\.rule)
        #expect(rules.contains("unknown-key"))
        #expect(!rules.contains("unused-suppression"))
    }

    @Test func `where a file that all cities share cannot be read, no comment is called useless`() throws {
        var registry = try registry(before: "", end: "")
        registry.lay(RuleExample("\(Self.allowance)\nrollout: {}"))
        #expect(try report(registry).diagnostics.contains { $0.rule == "unused-suppression" })
        registry.lay(RuleExample(in: .calendar, "sorces: {}"))
        #expect(try !report(registry).diagnostics.contains { $0.rule == "unused-suppression" })
    }

    @Test func `a slip in one city hides no useless comment in another, but for what cities are compared by`() throws {
        var registry = try registry(before: "", end: "")
        let comparing = Self.allowance.replacing("unused-source", with: "phone-in-two-cities")
        registry.lay(RuleExample("\(Self.allowance)\n\(comparing)\nrollout: {}"))
        #expect(try report(registry).diagnostics.count { $0.rule == "unused-suppression" } == 2)
        registry.write("othertown.yaml", "city: othertown\ndivison: \"990200\"\n")
        let left = try report(registry).diagnostics.filter { $0.rule == "unused-suppression" }
        #expect(left.map { $0.message.text(in: .english).contains("unused-source") } == [true])
    }

    @Test func `the text in quotes and blocks of text lets nothing stand`() throws {
        let registry = try ExampleRegistry(
            city: """
                receipt: {name: unknown, format: unknown}
                fees: {schedule: "national  # visafee: allow unused-source until 2027-03-01, because"}
                """
        )
        #expect(!(try report(registry).diagnostics.contains { $0.rule == "suppression-without-reason" }))
    }

    @Test func `no rule about reading, about secrets or about what a fee is can be suppressed`() {
        let never: [RuleID] = [
            "yaml-syntax", "duplicate-key", "leading-zero-number", "unknown-key", "impossible-date",
            "secret-in-registry",
            "fee-gap", "fee-overlap", "nationality-in-two-groups", "missing-source", "unused-suppression",
        ]
        for id in never { #expect(RuleCatalog.rule(id)?.isSuppressible == false, "\(id)") }
        #expect(RuleCatalog.rule("unused-source")?.isSuppressible == true)
        #expect(
            RuleCatalog.all.filter { $0.isSuppressible && $0.severity == .error }.map(\.id) == ["bureau-name-differs"]
        )
    }
}

extension Report {
    /// The file of the fictional city.
    fileprivate var leftover: FileID? { catalog.ids.first { catalog[$0].path == "exampleton.yaml" } }
}
