public import Diagnostics
import Vocabulary

extension Rule {
    /// A pilot's share that is not 1 to 99 percent.
    public static let malformedShare = Rule(
        "malformed-share",
        summary: LocalizedText(
            """
            A pilot's share is whole percent from 1% to 99%.
            """,
            "试点比例是1%至99%的整百分数。"
        ),
        why: LocalizedText(
            """
            0% and 100% are other stages with other promises; 5 without its sign could be five percent or five people.
            """,
            "0%和100%属于其他阶段，承诺也不同；只写5而不带百分号，可能是百分之五，也可能是五个人。"
        ),
        remedy: LocalizedText(
            """
            Write {pilot: 5%}; for everybody write the stage 'live'.
            """,
            "写“{pilot: 5%}”；对所有人开放时，阶段写“live”。"
        ),
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
