public import Diagnostics

extension Rule {
    /// A record lacks a key it must have.
    public static let missingKey = Rule(
        "missing-key",
        summary: """
            A record has every key that is required of it; what nobody knows is written as 'unknown'.
            """,
        why: """
            What is left out can mean 'none', 'not known' or 'forgotten', and a program would have to guess which.
            """,
        remedy: """
            Add the key. Where nobody knows the value, write 'unknown'.
            """,
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
