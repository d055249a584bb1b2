public import Diagnostics
import Vocabulary

extension Rule {
    /// A key that no record of this kind has.
    public static let unknownKey = Rule(
        "unknown-key",
        summary: LocalizedText(
            """
            Every key is one that the registry knows at that place.
            """,
            "每个键都必须是信息库在该处认识的键。"
        ),
        why: LocalizedText(
            """
            A key that is silently ignored looks as if it worked: a misspelt 'confidence' would \
            leave a low-confidence fact shown as certain.
            """,
            "被悄悄忽略的键看上去好像有效：“confidence”拼错一个字母，可信度低的信息就会显得确定无疑。"
        ),
        remedy: LocalizedText(
            """
            Correct the spelling, or move the key to the record it belongs to.
            """,
            "改正拼写，或者把该键移到它所属的记录。"
        ),
        rejected: [
            RuleExample(
                """
                receipt:
                  name: unknown
                  ↓fromat: unknown
                  format: unknown
                """
            ),
            RuleExample(
                """
                fees:
                  schedule: national
                  ↓discount: 50
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
}
