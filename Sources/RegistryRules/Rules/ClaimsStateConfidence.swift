import CityRegistry
public import Diagnostics

/// Whoever writes a fact down says how sure it is.
public enum ClaimsStateConfidence: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "missing-confidence",
        summary: """
            Every fact about the world states how sure it is: high, medium or low.
            """,
        why: """
            Applicants are told how far to trust an answer. What nobody has judged would look as certain as the rest.
            """,
        remedy: """
            Add 'confidence:' to the record or to one around it.
            """,
        rejected: [
            RuleExample(
                """
                receipt:
                  ↓name: {en: RECEIPT}
                  format: unknown
                  source: notice
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
                  confidence: low
                """
            )
        ]
    )

    /// Checks each fact.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        for claim in facts.claims where claim.provenance.confidence == nil {
            findings.report(
                rule,
                "nobody says how sure \(claim.subject) is",
                at: claim.range,
                help: "add 'confidence:' with high, medium or low"
            )
        }
    }
}
