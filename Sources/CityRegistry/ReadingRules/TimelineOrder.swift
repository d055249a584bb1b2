public import Diagnostics
import Vocabulary

extension Rule {
    /// A timeline whose dates do not ascend.
    public static let timelineOrder = Rule(
        "timeline-order",
        summary: LocalizedText(
            """
            A timeline begins with 'undated', if it has it, and its dates ascend.
            """,
            "时间线如有“undated”，应放在最前，日期由早到晚排列。"
        ),
        why: LocalizedText(
            """
            Read from top to bottom, a timeline is the history and the future of a fact; out of order it misleads the reader.
            """,
            "从上往下读，时间线就是一条信息的过去和将来；顺序乱了会误导读者。"
        ),
        remedy: LocalizedText(
            """
            Put the entries in order of their dates, 'undated' first.
            """,
            "按日期排列各条目，“undated”放在最前。"
        ),
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
