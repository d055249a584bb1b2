import CityRegistry
public import Diagnostics
import Vocabulary

/// Whatever is said about the world comes from somewhere.
public enum ClaimsNameASource: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "missing-source",
        summary: LocalizedText(
            """
            Every fact about the world names the source it was read in.
            """,
            "关于现实情况的每条信息都要注明出自哪个来源。"
        ),
        why: LocalizedText(
            """
            Without a source nobody can check a fact, say how old it is, or find out that it has changed.
            """,
            "没有来源，就无法核对信息，无法说明它的时间，也无法知道它是否已经变化。"
        ),
        remedy: LocalizedText(
            """
            Add 'source:' to the record or to one around it, or write 'unknown' in the fact's place.
            """,
            "在该记录或其外层记录加上“source:”，或者把该信息改为“unknown”。"
        ),
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
                LocalizedText(
                    "\(claim.subject.text(in: .english)) comes from no source",
                    "\(claim.subject.text(in: .chinese))没有注明来源"
                ),
                at: claim.range,
                help: LocalizedText(
                    "add 'source:' with the id of a source listed in this file",
                    "请加上“source:”，写本文件所列来源的标识"
                )
            )
        }
    }
}
