import CivilTime
import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

/// How a registry may become another, where no example of one file can show it.
struct ChangeTests {
    private func found(
        from before: ExampleRegistry,
        to after: ExampleRegistry,
        on day: String = "2026-06-20"
    ) throws -> [Diagnostic] {
        let day = try #require(CivilDate(day))
        return try ExampleRegistry.validator().changes(from: before.catalog, to: after.catalog, on: day)
    }

    @Test func `a registry that has not changed is a change nobody objects to`() throws {
        let registry = try ExampleRegistry()
        #expect(try found(from: registry, to: registry, on: "2199-12-31") == [])
    }

    @Test func `the same answers written otherwise rewrite nothing`() throws {
        let before = try ExampleRegistry()
        var after = before
        after.lay(
            RuleExample(
                in: .schedule,
                """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates:
                      - {when: {action: change}, fee: 200, per: time}
                      - {when: {action: issue, validity: 1-to-3-years}, fee: {undated: 800}}
                      - {when: {validity: under-1-year, nationality: special}, fee: 400}
                      - {when: {validity: under-1-year, nationality: ordinary}, fee: {2025-01-01: 400}}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates:
                      - {when: {nationality: [USA, GBR]}, fee: set-by-bill}
                      - {when: {nationality: ordinary}, fee: 160}
                """
            )
        )
        #expect(try found(from: before, to: after) == [])
    }

    @Test func `a membership that moves rewrites the fees that rest on it`() throws {
        let before = try ExampleRegistry()
        var after = before
        let text = try #require(before.texts["fees/national.yaml"])
        after.write("fees/national.yaml", text.replacing("codes: [USA, GBR]", with: "codes: [USA]"))
        let findings = try found(from: before, to: after)
        #expect(findings.map(\.rule) == ["history-rewritten"])
        #expect(findings.first?.message.text(in: .english).contains("'stay-permit' of 'GBR' was 'set-by-bill'") == true)
        #expect(findings.first?.comparison?.found.value.text(in: .english) == "160")
    }

    @Test(arguments: [("2026-06-20", true), ("2026-03-02", false), ("2026-03-03", true)])
    func `a day is gone by when the next one has begun`(day: String, isHistory: Bool) throws {
        let live = "{2026-03-02: shadow, 2026-03-09: {pilot: 5%}, 2026-03-16: live}"
        let rail = "rail: {kind: wechat-pay, mode: partner, credential: exampleton}"
        let before = try ExampleRegistry(city: "rollout: {official-account: {stage: \(live), \(rail)}}")
        let after = try ExampleRegistry(city: "rollout: {official-account: {stage: {2026-03-02: planned}, \(rail)}}")
        #expect(try found(from: before, to: after, on: day).contains { $0.rule == "history-rewritten" } == isHistory)
    }

    @Test func `a channel can be paused on the day itself`() throws {
        let stages = "2026-03-02: shadow, 2026-03-09: {pilot: 5%}, 2026-03-16: live"
        let rail = "rail: {kind: wechat-pay, mode: partner, credential: exampleton}"
        let before = try ExampleRegistry(city: "rollout: {official-account: {stage: {\(stages)}, \(rail)}}")
        let after = try ExampleRegistry(
            city: "rollout: {official-account: {stage: {\(stages), 2026-06-20: paused}, \(rail)}}"
        )
        #expect(try found(from: before, to: after) == [])
    }

    @Test func `a stage is not put back to a day gone by`() throws {
        let rail = "rail: {kind: wechat-pay, mode: partner, credential: exampleton}"
        let before = try ExampleRegistry(city: "rollout: {}")
        let after = try ExampleRegistry(city: "rollout: {official-account: {stage: {2026-03-02: shadow}, \(rail)}}")
        #expect(try found(from: before, to: after).map(\.rule) == ["history-rewritten"])
    }

    @Test func `a city's file that goes is a finding, until registry.yaml corrects it`() throws {
        let before = try ExampleRegistry(city: "rollout: {}")
        var after = before
        after.write("exampleton.yaml", nil)
        let findings = try found(from: before, to: after)
        #expect(findings.map(\.rule) == ["fact-vanished"])
        #expect(findings.first.map { after.catalog[$0.range.file].path } == "registry.yaml")
        after.lay(
            RuleExample(
                in: .registry,
                "corrections: {of: cities/exampleton, made: 2026-06-20, reason: it is part of Othertown}"
            )
        )
        #expect(try found(from: before, to: after) == [])
    }

    @Test func `a correction excuses one change and no later one`() throws {
        let correction = "corrections: {of: channels, made: 2026-06-20, reason: misread, source: notice}"
        let channel = { (status: String) in
            "channels: {cash: {kind: counter-cash, status: \(status), methods: cash, source: notice, confidence: high}}\n"
                + "rollout: {}\n"
        }
        let first = try ExampleRegistry(city: channel("offered"))
        let second = try ExampleRegistry(city: channel("withdrawn") + correction)
        let third = try ExampleRegistry(city: channel("not-offered") + correction)
        #expect(try found(from: first, to: second) == [])
        #expect(try found(from: second, to: third).map(\.rule) == ["history-rewritten"])
    }

    @Test func `when half of the channels go at once, that is a finding of its own`() throws {
        let channels = { (names: [String]) in
            "rollout: {}\nchannels:\n"
                + names.map {
                    "  \($0): {kind: counter-cash, status: offered, methods: cash, source: notice, confidence: high}\n"
                }.joined()
        }
        let correction = "corrections: {of: channels, made: 2026-06-20, reason: misread, source: notice}"
        let before = try ExampleRegistry(city: channels(["a", "b", "c", "d"]))
        var after = try ExampleRegistry(city: channels(["a", "b"]) + correction)
        #expect(try found(from: before, to: after).map(\.rule) == ["mass-removal"])
        after.lay(
            RuleExample(in: .registry, "corrections: {of: channels, made: 2026-06-20, reason: they were never there}")
        )
        #expect(try found(from: before, to: after) == [])
        let three = try ExampleRegistry(city: channels(["a", "b", "c"]) + correction)
        #expect(try found(from: before, to: three) == [])
    }

    @Test func `what could not be read before is not compared`() throws {
        var before = try ExampleRegistry()
        before.write("exampleton.yaml", "city: exampleton\nchannels: [")
        #expect(try found(from: before, to: ExampleRegistry()) == [])
        before.write("registry.yaml", "registry: 1\n")
        #expect(try found(from: before, to: ExampleRegistry()) == [])
    }
}
