import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

struct ReferenceTests {
    @Test func `a slip of the pen is answered with the word that was meant, and with all there are`() throws {
        let registry = try ExampleRegistry(
            city: """
                fees:
                  schedule: national
                  seen-here:
                    - {service: stay-permits, fee: 160, source: notice, confidence: high}
                """
        )
        let found = try #require(try registry.findings(of: ReferencesResolve.rule).first)
        #expect(
            found.message.text(in: .english)
                == "'stay-permits' is not a service of registry.yaml; did you mean 'stay-permit'?"
        )
        #expect(found.help?.text(in: .english) == "one of: residence-permit, stay-permit")
        let edit = try #require(found.fix?.edits.first)
        #expect(edit.replacement == "stay-permit" && registry.catalog.text(of: edit.range) == "stay-permits")
        #expect(found.fix?.isSafe == false)
    }

    @Test func `a word that is nowhere near any other is not guessed at`() throws {
        let registry = try ExampleRegistry(city: "fees: {schedule: provincial-of-old}")
        let found = try #require(try registry.findings(of: ReferencesResolve.rule).first)
        #expect(found.message.text(in: .english) == "'provincial-of-old' is not a fee schedule below fees/")
        #expect(found.fix == nil)
    }

    @Test func `registry.yaml refers to itself`() throws {
        var registry = try ExampleRegistry()
        registry.lay(
            RuleExample(
                in: .registry,
                """
                services:
                  residence-permit:
                    name: {en: Residence permit, zh: 居留许可}
                    questions:
                      action:
                        issue: {en: permit, zh: 许可}
                        change: {en: change, zh: 变更}
                      validity:
                        only: {acton: issue, action: [issue, renew]}
                        under-1-year: {en: less than 1 year, zh: 不满1年}
                        1-to-3-years: {en: 1 to 3 years, zh: 1年至3年}
                  stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions: none
                """
            )
        )
        registry.lay(RuleExample(in: .registry, "fresh-for: {fees: 1095}"))
        let found = try registry.findings().filter { $0.severity == .error }
        // The question is never asked; that its fees then match nobody is not said again.
        #expect(found.map { registry.catalog.text(of: $0.range) } == ["acton", "renew", "fees"])
    }

    @Test func `a code that looks like another is answered with countries`() throws {
        var registry = try ExampleRegistry()
        registry.lay(
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  special:
                    name: {en: special, zh: 特殊}
                    members: {codes: [USA, GBX], source: notice, confidence: low}
                  ordinary:
                    name: {en: all other countries, zh: 其他国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                """
            )
        )
        let found = try #require(try registry.findings(of: NationalitiesAreAsked.rule).first)
        #expect(found.message.text(in: .english) == "no passport has the code 'GBX'")
        #expect(found.help?.text(in: .english).contains("GBR (United Kingdom)") == true)
    }
}
