import CityRegistry
public import Diagnostics

/// A source does not support and contradict the same fact.
public enum SourcesTakeOneSide: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "source-for-and-against",
        summary: """
            A source stands for a fact or against it, and not on both sides.
            """,
        why: """
            A fact contested by its own source tells nobody what to believe.
            """,
        remedy: """
            Decide what the source says. Where it says two things, record the two facts apart.
            """,
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
                    "'\(against.value)' stands for this and against it",
                    at: against.range,
                    notes: [Note("it is named as a source here", at: source.range)]
                )
            }
        }
    }
}
