import CityRegistry
public import Diagnostics
import Vocabulary

/// A fact that is contradicted is also supported.
public enum ContestedClaimsHaveASource: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "against-without-source",
        summary: LocalizedText(
            """
            Where sources say otherwise, some source says so.
            """,
            "如有来源提出不同说法，也必须有来源支持该信息。"
        ),
        why: LocalizedText(
            """
            A fact is shown as contested when sources disagree. With sources against it only, it is not a fact at all.
            """,
            "各来源说法不一时，信息显示为有争议。只有反对的来源而没有支持的来源，就根本不成其为信息。"
        ),
        remedy: LocalizedText(
            """
            Name the source that supports the fact, or replace the fact by what the others say.
            """,
            "注明支持该信息的来源，或者改写为其他来源的说法。"
        ),
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
                LocalizedText(
                    "'\(against.value)' contradicts something that no source supports",
                    "“\(against.value)”反对的内容没有任何来源支持"
                ),
                at: against.range,
                help: LocalizedText("add 'source:' beside 'against:'", "请在“against:”旁加上“source:”")
            )
        }
    }
}
