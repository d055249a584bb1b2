import CityRegistry
public import Diagnostics
import Vocabulary

/// A source does not support and contradict the same fact.
public enum SourcesTakeOneSide: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "source-for-and-against",
        summary: LocalizedText(
            """
            A source stands for a fact or against it, and not on both sides.
            """,
            "同一来源对同一条信息只能支持或者反对，不能两者兼有。"
        ),
        why: LocalizedText(
            """
            A fact contested by its own source tells nobody what to believe.
            """,
            "被自己的来源反对的信息，让人无从判断。"
        ),
        remedy: LocalizedText(
            """
            Decide what the source says. Where it says two things, record the two facts apart.
            """,
            "确定该来源的说法。如果它说了两件事，请分成两条信息记录。"
        ),
        rejected: [
            RuleExample(
                """
                receipt:
                  name: {en: RECEIPT}
                  format: unknown
                  source: notice
                  against: [guide, ↓notice]
                  confidence: medium
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                receipt:
                  name: {en: RECEIPT}
                  format: unknown
                  source: notice
                  against: guide
                  confidence: medium
                """
            )
        ]
    )

    /// Looks for names on both sides.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        for provenance in facts.provenances {
            for against in provenance.against {
                guard let source = provenance.sources.first(where: { $0.value == against.value }) else { continue }
                findings.report(
                    rule,
                    LocalizedText(
                        "'\(against.value)' stands for this and against it",
                        "“\(against.value)”对此既支持又反对"
                    ),
                    at: against.range,
                    notes: [Note(LocalizedText("it is named as a source here", "此处注明它为来源"), at: source.range)]
                )
            }
        }
    }
}
