import Diagnostics
import RegistryExamples
import RegistryRules
import SourceTree
import Testing
import Vocabulary

struct RuleExampleTests {
    private static let ids = RuleCatalog.all.map(\.id.rawValue)

    /// Rules about several files at once, about bytes that no Swift literal holds, or about sheer size; they have tests of
    /// their own.
    private static let withoutExamples: Set<RuleID> = [
        "registry-files", "duplicate-city", "mass-removal", "phone-in-two-cities", "invalid-utf8", "file-too-large",
        "too-many-nodes",
        "too-many-findings",
    ]

    /// The examples of how YAML is read are pieces of files, which no other stage could make sense of.
    private static let ofRecords = RuleCatalog.all.map(\.id.rawValue).filter { id in
        !SourceTreeRules.all.contains { $0.id.rawValue == id }
    }

    private func rule(_ id: String) throws -> Rule {
        try #require(RuleCatalog.rule(RuleID(id)))
    }

    @Test func `the registry under the examples is valid itself`() throws {
        let findings = try ExampleRegistry().findings()
        // One source is there for the examples to name.
        #expect(findings.map(\.rule) == ["unused-source"])
    }

    @Test(arguments: ids)
    func `every rejected example is reported exactly where it is marked`(id: String) throws {
        let rule = try rule(id)
        for example in rule.rejected {
            var registry = try ExampleRegistry()
            let marks = registry.lay(example)
            #expect(!marks.isEmpty, "an example has no mark")
            let found = try registry.findings().filter { $0.rule == rule.id }
            let path = ExampleRegistry.path(of: example)
            #expect(found.allSatisfy { registry.catalog[$0.range.file].path == path })
            #expect(
                Set(found.map(\.range.start)).sorted() == marks,
                "\(example.yaml)\n\(found.map { $0.message.text(in: .english) })"
            )
        }
    }

    @Test(arguments: ids)
    func `a rule shows what it rejects and what it accepts`(id: String) throws {
        let rule = try rule(id)
        #expect(rule.rejected.isEmpty == Self.withoutExamples.contains(rule.id))
        #expect(!rule.accepted.isEmpty || Self.withoutExamples.contains(rule.id))
    }

    @Test(arguments: ids)
    func `whoever asks for findings only is told the same`(id: String) throws {
        for example in try rule(id).rejected {
            var registry = try ExampleRegistry()
            registry.lay(example)
            let validator = try ExampleRegistry.validator()
            #expect(validator.findings(in: registry.catalog) == validator.validate(registry.catalog).findings)
        }
    }

    @Test(arguments: ids)
    func `no accepted example is reported`(id: String) throws {
        let rule = try rule(id)
        for example in rule.accepted {
            var registry = try ExampleRegistry()
            registry.lay(example)
            #expect(try registry.findings(of: rule) == [], "\(example.yaml)")
        }
    }

    @Test(arguments: ofRecords)
    func `a rejected example breaks no other rule`(id: String) throws {
        let rule = try rule(id)
        for example in rule.rejected {
            var registry = try ExampleRegistry()
            registry.lay(example)
            let found = Set(try registry.findings().map(\.rule)).subtracting(Self.alsoBroken(by: rule.id))
            #expect(found == [rule.id], "\(example.yaml)")
        }
    }

    /// What else an example of a rule cannot help breaking.
    ///
    /// An example may leave a source of the registry beneath unused, a day of another century is an old one too, and a city
    /// that is taken for another keeps its phones.
    private static func alsoBroken(by rule: RuleID) -> Set<RuleID> {
        switch rule {
        case "unused-source": []
        case "sentinel-date": ["unused-source", "stale-fact"]
        case "slug-differs": ["unused-source", "area-code-differs"]
        default: ["unused-source"]
        }
    }

    @Test(arguments: ids)
    func `a rule explains itself in whole sentences`(id: String) throws {
        let rule = try rule(id)
        for text in [rule.summary, rule.why, rule.remedy].map({ $0.text(in: .english) }) {
            #expect(text.hasSuffix("."), "\(text)")
            #expect(!text.contains("  "), "\(text)")
        }
    }

    @Test(arguments: ids)
    func `a message is a phrase, and says what to do in other words than what is wrong`(id: String) throws {
        for example in try rule(id).rejected {
            var registry = try ExampleRegistry()
            registry.lay(example)
            for finding in try registry.findings() {
                for text in finding.texts.map({ $0.text(in: .english) }) {
                    #expect(!text.hasSuffix("."), "\(text)")
                    #expect(!text.isEmpty && text.first?.isUppercase != true, "\(text)")
                }
                #expect(finding.help != finding.message)
            }
        }
    }
}
