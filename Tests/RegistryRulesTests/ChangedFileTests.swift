import Diagnostics
import RegistryExamples
import RegistryRules
import Testing

struct ChangedFileTests {
    /// A second city, with a phone written in one way or another.
    private func registry(phone: String) throws -> ExampleRegistry {
        var registry = try ExampleRegistry()
        registry.write(
            "othertown.yaml",
            """
            city: othertown
            division: "990200"
            bureau:
              name: {en: Fictional Bureau of Othertown, zh: 别处市虚构局}
              source: notice
              confidence: high
              phones: {number: \(phone)}
            receipt: {name: unknown, format: unknown}
            channels: {}
            fees: {schedule: national}
            rollout: {}
            sources:
              notice: {kind: government, address: example.test/other, published: 2025-06-01, retrieved: 2025-12-01}

            """
        )
        return registry
    }

    /// What is found where only the first city has changed.
    private func rules(_ registry: ExampleRegistry) throws -> [RuleID] {
        let before = registry.files.filter { $0.path == "exampleton.yaml" }
        return try ExampleRegistry.validator()
            .findings(in: registry.catalog, changed: ["exampleton.yaml"], before: before)
            .map(\.rule).sorted { $0.rawValue < $1.rawValue }
    }

    @Test func `a city that has nothing in common with the changed one is not looked at`() throws {
        // Its phone leads to the other city, which is no matter of this change.
        #expect(try rules(registry(phone: "\"0990-7654321\"")) == ["unused-source"])
    }

    @Test(arguments: [
        "\"0990-1234567\"", "'0990-1234567'", "\"0990-\\x31234567\"", "\"0990-\\\n    1234567\"",
    ])
    func `a city with the phone of the changed one is looked at, however it writes it`(phone: String) throws {
        let found = try rules(registry(phone: phone))
        #expect(found == ["area-code-differs", "phone-in-two-cities", "unused-source"], "\(phone)")
    }

    @Test func `a city that had the changed one's phone before is looked at`() throws {
        let registry = try registry(phone: "\"0990-7654321\"")
        var earlier = try ExampleRegistry()
        earlier.lay(RuleExample("division: \"990200\""))
        let before = earlier.files.filter { $0.path == "exampleton.yaml" }
        let found = try ExampleRegistry.validator()
            .findings(in: registry.catalog, changed: ["exampleton.yaml"], before: before)
        #expect(Set(found.map(\.rule)) == ["area-code-differs", "unused-source"])
    }
}
