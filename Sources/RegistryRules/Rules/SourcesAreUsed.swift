import CityRegistry
public import Diagnostics
import Vocabulary

/// Every source that a file lists supports or contradicts something in it.
public enum SourcesAreUsed: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "unused-source",
        severity: .warning,
        summary: LocalizedText(
            """
            Every source that a file lists is named by a fact in it.
            """,
            "文件列出的每个来源都要有信息引用。"
        ),
        why: LocalizedText(
            """
            A source nobody names is a leftover, or the fact that should name it names another one.
            """,
            "没有信息引用的来源，要么是遗留下来的，要么是本该引用它的信息引用了别的来源。"
        ),
        remedy: LocalizedText(
            """
            Name it where it belongs, or delete it.
            """,
            "在应当引用的地方引用，或者删除。"
        ),
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
            findings.report(
                rule,
                LocalizedText(
                    "nothing in this file names the source '\(source.id.value)'",
                    "本文件中没有信息引用来源“\(source.id.value)”"
                ),
                at: source.id.range
            )
        }
    }
}
