public import Diagnostics

extension Rule {
    /// A pilot's share that is not 1 to 99 percent.
    public static let malformedShare = Rule(
        "malformed-share",
        summary: """
            A pilot's share is whole percent from 1% to 99%.
            """,
        why: """
            0% and 100% are other stages with other promises; 5 without its sign could be five percent or five people.
            """,
        remedy: """
            Write {pilot: 5%}; for everybody write the stage 'live'.
            """,
        rejected: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow, 2026-12-08: {pilot: ↓100%}}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow, 2026-12-08: {pilot: 5%}}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            )
        ]
    )
}
