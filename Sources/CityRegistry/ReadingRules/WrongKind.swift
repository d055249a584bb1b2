public import Diagnostics
import Vocabulary

extension Rule {
    /// A value has the wrong shape: a list where a word is expected, and so on.
    public static let wrongKind = Rule(
        "wrong-kind",
        summary: LocalizedText(
            """
            A value is written in the shape its place expects: a word, a list, or keys and values.
            """,
            "值要按该处要求的形式书写：一个词、列表，或者键和值。"
        ),
        why: LocalizedText(
            """
            A list where one value is expected, or a word where a record is, has no meaning the program could act on.
            """,
            "该写一个值的地方写了列表，该写记录的地方写了一个词，程序都无法理解。"
        ),
        remedy: LocalizedText(
            """
            Write the value in the shape that the message names.
            """,
            "按提示的形式书写该值。"
        ),
        rejected: [
            RuleExample(
                """
                receipt: ↓none
                """
            ),
            RuleExample(
                """
                fees:
                  schedule: ↓[national]
                """
            ),
            RuleExample(
                """
                channels:
                  ↓- official-account
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                fees:
                  schedule: national
                """
            )
        ]
    )
}
