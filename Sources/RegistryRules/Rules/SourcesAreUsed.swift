import CityRegistry
public import Diagnostics

/// Every source that a file lists supports or contradicts something in it.
public enum SourcesAreUsed: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "unused-source",
        severity: .warning,
        summary: """
            Every source that a file lists is named by a fact in it.
            """,
        why: """
            A source nobody names is a leftover, or the fact that should name it names another one.
            """,
        remedy: """
            Name it where it belongs, or delete it.
            """,
        rejected: [
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  ↓leftover: {kind: guide, address: example.test/leftover, retrieved: 2025-12-01}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                """
            )
        ]
    )

    /// Looks for sources without a mention.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        var named: Set<String> = []
        for provenance in facts.provenances {
            for source in provenance.sources { named.insert(source.value) }
            for source in provenance.against { named.insert(source.value) }
        }
        for source in facts.sources where !named.contains(source.id.value) {
            findings.report(rule, "nothing in this file names the source '\(source.id.value)'", at: source.id.range)
        }
    }
}
