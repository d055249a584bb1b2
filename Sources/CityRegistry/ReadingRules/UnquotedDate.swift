public import Diagnostics
import Vocabulary

extension Rule {
    /// Text that looks like a date, not quoted.
    public static let unquotedDate = Rule(
        "unquoted-date",
        summary: LocalizedText(
            """
            Where text is expected, something that looks like a date is quoted.
            """,
            "应为文本的地方，像日期的内容要加引号。"
        ),
        why: LocalizedText(
            """
            Readers of YAML turn a bare date into a date value, and the text that a person wrote is lost.
            """,
            "YAML 程序会把不加引号的日期转换成日期值，原来写的文本就丢失了。"
        ),
        remedy: LocalizedText(
            """
            Put it between double quotes.
            """,
            "用双引号括起来。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  districts-accepting: {in: [↓2026-01-05], source: notice, confidence: high}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  districts-accepting: {in: ["2026-01-05"], source: notice, confidence: high}
                """
            )
        ]
    )
}
