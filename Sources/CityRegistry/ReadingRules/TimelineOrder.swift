public import Diagnostics

extension Rule {
    /// A timeline whose dates do not ascend.
    public static let timelineOrder = Rule(
        "timeline-order",
        summary: """
            A timeline begins with 'undated', if it has it, and its dates ascend.
            """,
        why: """
            Read from top to bottom, a timeline is the history and the future of a fact; out of order it misleads the reader.
            """,
        remedy: """
            Put the entries in order of their dates, 'undated' first.
            """,
        rejected: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2026-12-08: shadow, ↓2026-12-01: planned}
                    rail: unknown
                """
            ),
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: {2026-01-01: offered, ↓undated: unknown}
                    source: notice
                    confidence: high
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {undated: none, 2026-12-01: planned, 2026-12-08: shadow}
                    rail: unknown
                """
            )
        ]
    )
}
