import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

struct StageTests {
    /// A channel that lacks nothing, and takes money from 8 December 2026 on.
    private static let lines = [
        "kind: official-account", "status: offered", "applicants: foreign-national", "services: residence-permit",
        "account: {id: examplegaj}", "methods: wechat-balance", "refund: original-method",
        "steps: [{follow: account}]", "source: notice", "confidence: high",
    ]

    private func findings(
        replacing line: String? = nil,
        by other: String = "",
        rail: String = "{kind: wechat-pay, mode: partner, credential: exampleton}",
        stage: String = "{2026-12-01: shadow, 2026-12-08: {pilot: 5%}}"
    ) throws -> [String] {
        let lines = Self.lines.map { $0.hasPrefix((line ?? "-") + ":") ? other : $0 }.filter { !$0.isEmpty }
        let registry = try ExampleRegistry(
            city: """
                channels:
                  official-account: {\(lines.joined(separator: ", "))}
                rollout:
                  official-account:
                    stage: \(stage)
                    rail: \(rail)
                """
        )
        return try registry.findings().filter { $0.severity == .error }.map { $0.message.text(in: .english) }
    }

    @Test func `a channel that lacks nothing may take money`() throws {
        #expect(try findings() == [])
    }

    @Test(
        arguments: [
            ("status", "status: unknown", "its status is 'unknown' on 2026-12-08"),
            ("status", "status: {2026-12-10: offered}", "its status is 'unknown' on 2026-12-08"),
            ("status", "status: {undated: offered, 2027-05-01: withdrawn}", "its status is 'withdrawn' on 2027-05-01"),
            ("applicants", "applicants: unknown", "nothing says for whom it is"),
            ("services", "", "nothing says for which services it is"),
            ("methods", "methods: {2027-01-01: wechat-balance}", "nothing says with what one can pay"),
            ("refund", "", "nothing says where a refund goes"),
            ("refund", "refund: unknown", "nothing says where a refund goes"),
            ("steps", "", "nothing says how it is used"),
        ]
    )
    func `whatever is missing is named`(key: String, line: String, fault: String) throws {
        let found = try findings(replacing: key, by: line)
        #expect(found == ["'official-account' takes money from 2026-12-08 on, and \(fault)"])
    }

    @Test(
        arguments: [
            ("unknown", "its rail is unknown"),
            ("{kind: wechat-pay, credential: exampleton}", "its rail has no mode"),
        ]
    )
    func `a rail is needed, and WeChat Pay's needs its mode`(rail: String, fault: String) throws {
        #expect(try findings(rail: rail) == ["'official-account' takes money from 2026-12-08 on, and \(fault)"])
        #expect(try findings(rail: "{kind: wechat-non-tax, credential: exampleton}") == [])
    }

    @Test func `several things missing are several findings`() throws {
        #expect(try findings(replacing: "refund", rail: "unknown").count == 2)
    }

    @Test func `stages that take no money need nothing`() throws {
        let found = try findings(
            replacing: "refund",
            rail: "unknown",
            stage: "{2026-12-01: planned, 2026-12-08: shadow, 2027-01-01: none}"
        )
        #expect(found == [])
    }

    @Test func `a channel withdrawn while it is paused is fine`() throws {
        let found = try findings(
            replacing: "status",
            by: "status: {undated: offered, 2027-05-01: withdrawn}",
            stage: "{2026-12-01: shadow, 2026-12-08: {pilot: 5%}, 2027-04-30: paused}"
        )
        #expect(found == [])
    }

    @Test func `an office with an address is contact enough, and an unknown bureau is none`() throws {
        let ready =
            "rollout: {official-account: {stage: {2026-12-01: shadow, 2026-12-08: {pilot: 5%}}, "
            + "rail: {kind: wechat-pay, mode: partner, credential: exampleton}}}"
        let office =
            "bureau: {source: notice, confidence: high, offices: [{id: main, address: {en: 1 Example Street}}]}"
        #expect(try ExampleRegistry(city: "\(office)\n\(ready)").findings(of: StageIsReady.rule) == [])
        let hidden = "bureau: {source: notice, confidence: high, offices: [{id: main, address: unknown}]}"
        #expect(try ExampleRegistry(city: "\(hidden)\n\(ready)").findings(of: StageIsReady.rule).count == 1)
        #expect(try ExampleRegistry(city: "bureau: unknown\n\(ready)").findings(of: StageIsReady.rule).count == 1)
    }

    @Test(arguments: RolloutStage.Kind.allCases, RolloutStage.Kind.allCases)
    func `exactly the moves in the list of moves are legal`(from: RolloutStage.Kind, to: RolloutStage.Kind) throws {
        let way = try #require(Self.way(to: from))
        let stages = (way + [to]).enumerated().map { "\(2027 + $0)-01-01: \(Self.word($1))" }
        let registry = try ExampleRegistry(
            city: """
                rollout:
                  official-account:
                    stage: {\(stages.joined(separator: ", "))}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
        )
        let found = try registry.findings(of: StagesMoveLegally.rule)
        #expect(found.isEmpty == from.successors.contains(to))
        #expect(found.allSatisfy { registry.catalog.text(of: $0.range) == Self.word(to) })
    }

    @Test func `a forbidden jump is told the stages between`() throws {
        let registry = try ExampleRegistry(
            city: """
                rollout:
                  official-account:
                    stage: {2026-12-01: live}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
        )
        let finding = try #require(try registry.findings(of: StagesMoveLegally.rule).first)
        #expect(finding.message.text(in: .english) == "'live' cannot follow 'none'")
        #expect(finding.help?.text(in: .english) == "write the stages between: 'shadow', 'pilot'")
    }

    private static func word(_ kind: RolloutStage.Kind) -> String {
        kind == .pilot ? "{pilot: 5%}" : kind.rawValue
    }

    /// Legal stages from none to this one.
    private static func way(to goal: RolloutStage.Kind) -> [RolloutStage.Kind]? {
        let ways: [RolloutStage.Kind: [RolloutStage.Kind]] = [
            .none: [], .planned: [.planned], .shadow: [.shadow], .pilot: [.shadow, .pilot],
            .live: [.shadow, .pilot, .live], .paused: [.shadow, .pilot, .paused],
            .retired: [.shadow, .pilot, .paused, .retired],
        ]
        return ways[goal]
    }
}
