import CityRegistry
public import Diagnostics

/// Whatever is said about the world comes from somewhere.
public enum ClaimsNameASource: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "missing-source",
        summary: """
            Every fact about the world names the source it was read in.
            """,
        why: """
            Without a source nobody can check a fact, say how old it is, or find out that it has changed.
            """,
        remedy: """
            Add 'source:' to the record or to one around it, or write 'unknown' in the fact's place.
            """,
        rejected: [
            RuleExample(
                """
                receipt:
                  ↓name: {en: RECEIPT}
                  format: unknown
                  confidence: high
                """
            ),
            RuleExample(
                """
                bureau:
                  phones:
                    - {number: ↓"0990-1234567", confidence: high}
                    - {number: "0990-7654321", source: notice, confidence: high}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                receipt:
                  name: unknown
                  format: unknown
                """
            )
        ]
    )

    /// Checks each fact.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        for claim in facts.claims where claim.provenance.sources.isEmpty {
            findings.report(
                rule,
                "\(claim.subject) comes from no source",
                at: claim.range,
                help: "add 'source:' with the id of a source listed in this file"
            )
        }
    }
}
