public import Diagnostics

extension Rule {
    /// A word that is not in the closed list of its place.
    public static let notOneOf = Rule(
        "not-one-of",
        summary: """
            A word is one of those that its place allows.
            """,
        why: """
            A word the program does not know cannot be acted on, and ignoring it would hide what was meant.
            """,
        remedy: """
            Use one of the words that the message lists.
            """,
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
