import CityRegistry
public import Diagnostics
import Vocabulary

/// Whoever writes a fact down says how sure it is.
public enum ClaimsStateConfidence: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "missing-confidence",
        summary: LocalizedText(
            """
            Every fact about the world states how sure it is: high, medium or low.
            """,
            "关于现实情况的每条信息都要注明可信度：“high”“medium”或“low”。"
        ),
        why: LocalizedText(
            """
            Applicants are told how far to trust an answer. What nobody has judged would look as certain as the rest.
            """,
            "答复会告诉申请人可信的程度。没有人判断过的信息，看上去会与其他信息同样可靠。"
        ),
        remedy: LocalizedText(
            """
            Add 'confidence:' to the record or to one around it.
            """,
            "在该记录或其外层记录加上“confidence:”。"
        ),
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
                LocalizedText(
                    "nobody says how sure \(claim.subject.text(in: .english)) is",
                    "\(claim.subject.text(in: .chinese))没有注明可信度"
                ),
                at: claim.range,
                help: LocalizedText(
                    "add 'confidence:' with high, medium or low",
                    "请加上“confidence:”，写“high”“medium”或“low”"
                )
            )
        }
    }
}
