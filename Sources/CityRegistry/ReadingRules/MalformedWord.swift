public import Diagnostics
import Vocabulary

extension Rule {
    /// An id that is not in kebab case.
    public static let malformedWord = Rule(
        "malformed-word",
        summary: LocalizedText(
            """
            Ids and words use small letters, digits and single hyphens: kebab case.
            """,
            "标识只用小写字母、数字和单个连字符。"
        ),
        why: LocalizedText(
            """
            Ids become parts of addresses, file names and commands, where capitals, spaces and other signs differ \
            from system to system.
            """,
            "标识会成为网址、文件名和命令的一部分，而大写字母、空格和其他符号在各系统中的处理不同。"
        ),
        remedy: LocalizedText(
            """
            Write it in small letters with hyphens.
            """,
            "改为小写字母加连字符。"
        ),
        rejected: [
            RuleExample(
                """
                fees:
                  schedule: ↓National
                """
            ),
            RuleExample(
                """
                channels:
                  ↓official_account:
                    kind: official-account
                    status: unknown
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
