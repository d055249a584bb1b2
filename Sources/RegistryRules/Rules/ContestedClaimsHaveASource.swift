import CityRegistry
public import Diagnostics

/// A fact that is contradicted is also supported.
public enum ContestedClaimsHaveASource: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "against-without-source",
        summary: """
            Where sources say otherwise, some source says so.
            """,
        why: """
            A fact is shown as contested when sources disagree. With sources against it only, it is not a fact at all.
            """,
        remedy: """
            Name the source that supports the fact, or replace the fact by what the others say.
            """,
        rejected: [
            RuleExample(
                """
                receipt:
                  name: unknown
                  format: unknown
                  against: ↓guide
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

    /// Looks for sources that only contradict.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        for provenance in facts.provenances where provenance.sources.isEmpty {
            guard let against = provenance.against.first else { continue }
            findings.report(
                rule,
                "'\(against.value)' contradicts something that no source supports",
                at: against.range,
                help: "add 'source:' beside 'against:'"
            )
        }
    }
}
