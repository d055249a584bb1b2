public import Diagnostics

extension Rule {
    /// A date that is in no calendar, or lies outside the years this program knows.
    public static let impossibleDate = Rule(
        "impossible-date",
        summary: """
            A date exists in the calendar, is written YYYY-MM-DD, and lies between 1900 and 2199.
            """,
        why: """
            30 February would silently become some other day, and a sentinel such as 9999-12-31 hides that nobody knows.
            """,
        remedy: """
            Correct the day. For 'no end known', write no date at all.
            """,
        rejected: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: {↓2026-02-30: offered}
                    source: notice
                    confidence: high
                """
            ),
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {↓2999-01-01: planned}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2028-02-29: planned}
                """
            )
        ]
    )
}
