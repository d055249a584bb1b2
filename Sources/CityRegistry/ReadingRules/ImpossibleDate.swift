public import Diagnostics
import Vocabulary

extension Rule {
    /// A date that is in no calendar, or lies outside the years this program knows.
    public static let impossibleDate = Rule(
        "impossible-date",
        summary: LocalizedText(
            """
            A date exists in the calendar, is written YYYY-MM-DD, and lies between 1900 and 2199.
            """,
            "日期必须真实存在，写成 YYYY-MM-DD，并在1900年至2199年之间。"
        ),
        why: LocalizedText(
            """
            30 February would silently become some other day, and a sentinel such as 9999-12-31 hides that nobody knows.
            """,
            "2月30日会悄悄变成别的日子；用9999-12-31这样的日期占位，则掩盖了无人知晓的事实。"
        ),
        remedy: LocalizedText(
            """
            Correct the day. For 'no end known', write no date at all.
            """,
            "改正日期。如果要表示“没有已知的终止日期”，就不写日期。"
        ),
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
