public import Diagnostics
import Vocabulary

extension Rule {
    /// Digits that are a name, not quoted.
    public static let unquotedNumber = Rule(
        "unquoted-number",
        summary: LocalizedText(
            """
            Digits that are a name and not a quantity, such as a phone number or a year, are quoted.
            """,
            "不表示数量而作代码用的数字，如电话号码、年份，要加引号。"
        ),
        why: LocalizedText(
            """
            Readers of YAML turn bare digits into a number: leading zeros vanish, and 12367 is no longer what was written.
            """,
            "YAML 程序会把不加引号的数字转换成数值：开头的0会消失，“12367”也不再是原来写的内容。"
        ),
        remedy: LocalizedText(
            """
            Put the digits between double quotes.
            """,
            "用双引号把数字括起来。"
        ),
        rejected: [
            RuleExample(
                """
                division: ↓990100
                """
            ),
            RuleExample(
                """
                bureau:
                  phones:
                    - {number: ↓12367, source: notice, confidence: high}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                division: "990100"
                """
            )
        ]
    )
}
