public import Diagnostics
import Vocabulary

extension Rule {
    /// A whole number that is none, or is out of range.
    public static let malformedNumber = Rule(
        "malformed-number",
        summary: LocalizedText(
            """
            A whole number is written as plain digits and lies in the range its place allows.
            """,
            "整数用普通数字书写，并在该处允许的范围之内。"
        ),
        why: LocalizedText(
            """
            A count of minus three machines, or a receipt of a thousand characters, can only be a slip.
            """,
            "负三台自助机、一千位的回执编号，只能是笔误。"
        ),
        remedy: LocalizedText(
            """
            Write a whole number within the range that the message names.
            """,
            "写一个在提示范围之内的整数。"
        ),
        rejected: [
            RuleExample(
                """
                receipt:
                  name: unknown
                  format: {length: ↓many, alphabet: digits}
                  source: notice
                  confidence: high
                """
            ),
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: unknown
                    sites: ↓-3
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                receipt:
                  name: unknown
                  format: {length: 10, alphabet: digits}
                  source: notice
                  confidence: high
                """
            )
        ]
    )
}
