public import Diagnostics
import Vocabulary

extension Rule {
    /// A record lacks a key it must have.
    public static let missingKey = Rule(
        "missing-key",
        summary: LocalizedText(
            """
            A record has every key that is required of it; what nobody knows is written as 'unknown'.
            """,
            "记录要有所有必填的键；无人知晓的写“unknown”。"
        ),
        why: LocalizedText(
            """
            What is left out can mean 'none', 'not known' or 'forgotten', and a program would have to guess which.
            """,
            "漏写可能表示“没有”“不知道”或“忘了写”，程序只能猜测。"
        ),
        remedy: LocalizedText(
            """
            Add the key. Where nobody knows the value, write 'unknown'.
            """,
            "补上该键。值无人知晓时，写“unknown”。"
        ),
        rejected: [
            RuleExample(
                """
                receipt:
                  ↓name: unknown
                """
            ),
            RuleExample(
                """
                rollout:
                  official-account:
                    ↓rail: unknown
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
