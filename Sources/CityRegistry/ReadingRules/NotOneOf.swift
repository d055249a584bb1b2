public import Diagnostics
import Vocabulary

extension Rule {
    /// A word that is not in the closed list of its place.
    public static let notOneOf = Rule(
        "not-one-of",
        summary: LocalizedText(
            """
            A word is one of those that its place allows.
            """,
            "词必须是该处允许的词之一。"
        ),
        why: LocalizedText(
            """
            A word the program does not know cannot be acted on, and ignoring it would hide what was meant.
            """,
            "程序不认识的词无法处理，忽略它又会掩盖本来的意思。"
        ),
        remedy: LocalizedText(
            """
            Use one of the words that the message lists.
            """,
            "使用提示中列出的词。"
        ),
        rejected: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: ↓enabled
                """
            ),
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: ↓lvie
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: unknown
                """
            )
        ]
    )
}
