public import Diagnostics
import Vocabulary

extension Rule {
    /// A list with nothing in it.
    public static let emptyList = Rule(
        "empty-list",
        summary: LocalizedText(
            """
            A list has at least one entry.
            """,
            "列表至少有一项。"
        ),
        why: LocalizedText(
            """
            An empty list could mean that there is none or that nobody knows, and applicants would be told the wrong one.
            """,
            "空列表可能表示没有，也可能表示无人知晓，申请人会得到错误的答复。"
        ),
        remedy: LocalizedText(
            """
            Write the entries, or 'unknown', or leave the key out.
            """,
            "写出各项，或者写“unknown”，或者删除该键。"
        ),
        rejected: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: unknown
                    methods: ↓[]
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: unknown
                    methods: unknown
                """
            )
        ]
    )
}
