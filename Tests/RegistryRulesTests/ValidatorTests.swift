import SeededRandomness
import CityRegistry
import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

struct ValidatorTests {
    /// The repository's cities with a slip in each of several files.
    private static func flawed() throws -> [SourceFile] {
        try RepositoryFiles.registry("cities").files.map { file in
            let text = String(decoding: file.bytes, as: UTF8.self)
            let broken =
                switch file.path {
                case "guangzhou.yaml": text.replacing("kind: kiosk", with: "kind: kiosks")
                case "beijing.yaml": text.replacing("fee: 1500", with: "fee: 1600")
                case "fees/national.yaml": text.replacing("fee: 420}", with: "fee: {2026-03-01: 420}}")
                case "zhuhai.yaml": text.replacing("receipt:", with: "reciept:")
                default: text
                }
            return SourceFile(path: file.path, bytes: Array(broken.utf8))
        }
    }

    @Test func `findings do not depend on the order of files, nor on the threads that look for them`() throws {
        let files = try Self.flawed()
        let expected = Validator().validate(SourceCatalog(files)).findings
        var generator = SeededGenerator(seed: 1)
        for _ in 1...10 {
            #expect(Validator().validate(SourceCatalog(files.shuffled(using: &generator))).findings == expected)
        }
    }

    @Test func `every bad file is reported in one run, in the order of reading`() throws {
        let catalog = SourceCatalog(try Self.flawed())
        let findings = Validator().validate(catalog).findings
        #expect(findings == findings.sorted())
        let found = findings.map { "\(catalog[$0.range.file].path) \($0.rule)" }
        #expect(
            found == [
                "beijing.yaml observation-differs", "fees/national.yaml fee-gap", "guangzhou.yaml unknown-reference",
                "zhuhai.yaml missing-key", "zhuhai.yaml unknown-key",
            ]
        )
    }

    @Test func `of a file's findings the first are reported, whoever made them, and the rest is counted`() throws {
        let registry = try ExampleRegistry(
            city: "receipt:\n" + (0..<100_000).map { "  name\($0): unknown\n" }.joined()
        )
        let found = try registry.findings()
        let ofCity = found.filter { registry.catalog[$0.range.file].path == "exampleton.yaml" }
        #expect(ofCity.count == 201)
        #expect(ofCity.last?.rule == "too-many-findings")
        #expect(ofCity.last?.message.text(in: .english).hasSuffix("of them are left out") == true)
        #expect(found == found.sorted())
        // Places, not the order of looking, decide which are shown.
        let keys = ofCity.filter { $0.rule == "unknown-key" }.map { registry.catalog.text(of: $0.range) }
        #expect(keys == (0..<keys.count).map { "name\($0)" })
        #expect(keys.count > 150)
    }

    @Test func `references to nothing are counted too, and an error left out still makes a registry invalid`() throws {
        let channels = (0..<1_000).map { index in
            "  c\(index): {kind: official-account, status: unknown, source: nowhere-\(index), confidence: high}\n"
        }
        let registry = try ExampleRegistry(city: "channels:\n" + channels.joined())
        let ofCity = try registry.findings().filter { registry.catalog[$0.range.file].path == "exampleton.yaml" }
        #expect(ofCity.count == 201)
        #expect(ofCity.last?.rule == "too-many-findings")
        #expect(ofCity.hasErrors)
    }

    @Test func `a secret behind the last finding that is shown is reported all the same`() throws {
        let slips = (0..<500).map { "  name\($0): unknown\n" }.joined()
        let registry = try ExampleRegistry(city: "receipt:\n" + slips + "# 13900000000")
        #expect(try registry.findings(of: SecretsAreKeptOut.rule).count == 1)
    }

    @Test func `warnings alone leave a registry valid`() throws {
        let verdict = try ExampleRegistry.validator().validate(try ExampleRegistry().catalog)
        guard case .valid(let registry, let findings) = verdict else {
            Issue.record("the registry is not valid")
            return
        }
        #expect(findings.map(\.severity) == [.warning])
        #expect(registry.schedule(of: registry.registry.cities[0])?.id.value == "national")
    }

    @Test func `a misspelt key is reported once, and nothing that hangs on it`() throws {
        let registry = try ExampleRegistry(
            city: """
                channels:
                  official-account:
                    kimd: official-account
                    status: offered
                """
        )
        // The channel could not be read; that the rollout speaks of it, and that it is not ready, says nothing new.
        #expect(try Set(registry.findings().map(\.rule)) == ["unknown-key", "missing-key"])
    }

    @Test func `what a flawed schedule leaves open is not held against the cities`() throws {
        var registry = try ExampleRegistry(
            city: """
                fees:
                  schedule: national
                  rates:
                    stay-permit:
                      item: permit-fee
                      source: notice
                      confidence: high
                      rates: [{when: {nationality: special}, fee: 99}, {when: {nationality: special}, fee: 98}]
                """
        )
        registry.lay(RuleExample(in: .schedule, "items: {permit-fee: {nmae: {en: fee, zh: 费}}}"))
        #expect(try Set(registry.findings().map(\.rule)) == ["unknown-key", "missing-key", "unused-source"])
    }

    @Test func `a value that stands alone is judged even in a flawed file`() throws {
        let registry = try ExampleRegistry(
            city: """
                bureau:
                  nmae: unknown
                  phones: {number: "1", source: notice, confidence: high}
                """
        )
        #expect(try registry.findings().map(\.rule).contains("malformed-phone"))
    }

    @Test func `a registry lacks what it has no file for`() throws {
        for (path, message) in [
            ("registry.yaml", "the registry has no 'registry.yaml'"),
            ("calendar.yaml", "the registry has no 'calendar.yaml'"),
            ("fees/national.yaml", "the registry has no fee schedule below 'fees/'"),
            ("exampleton.yaml", "the registry has no city"),
        ] {
            var registry = try ExampleRegistry()
            registry.write(path, nil)
            #expect(
                try registry.findings(of: RegistryFilesAreThere.rule).map { $0.message.text(in: .english) } == [message]
            )
        }
    }

    @Test func `a file that is there and cannot be read is not called missing`() throws {
        var registry = try ExampleRegistry()
        registry.write("registry.yaml", "registry: [")
        #expect(try registry.findings(of: RegistryFilesAreThere.rule) == [])
    }

    @Test func `a second calendar is refused, and the first is pointed at`() throws {
        var registry = try ExampleRegistry()
        registry.write("old/calendar.yaml", registry.texts["calendar.yaml"])
        let found = try registry.findings(of: RegistryFilesAreThere.rule)
        #expect(found.map { registry.catalog[$0.range.file].path } == ["old/calendar.yaml"])
        #expect(found.first?.notes.first?.range.map { registry.catalog[$0.file].path } == "calendar.yaml")
    }

    @Test func `nothing at all is invalid, and nothing is invented about it`() {
        guard case .invalid(let findings) = Validator().validate(SourceCatalog([])) else {
            Issue.record("an empty registry is valid")
            return
        }
        #expect(findings == [])
    }
}
