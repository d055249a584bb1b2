public import Diagnostics
import Vocabulary

extension Rule {
    /// A record that must be exactly one of several things is none or two of them.
    public static let oneOf = Rule(
        "exactly-one-of",
        summary: LocalizedText(
            """
            A step either follows the account or presses a button; an online service is an account, an app or a site.
            """,
            "一个操作步骤要么关注公众号，要么点击按钮；一项网上服务只能是公众号、手机应用、网站之一。"
        ),
        why: LocalizedText(
            """
            Applicants are led through screens by these records; one that says two things at once leads nowhere.
            """,
            "申请人按这些记录逐屏操作；一条记录同时说两件事，就无法照办。"
        ),
        remedy: LocalizedText(
            """
            Split it into records that each say one thing.
            """,
            "拆分成多条记录，每条只说一件事。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  online:
                    - ↓{site: example.test, app: {name: {en: Example}}, for: booking, source: notice, confidence: high}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  online:
                    - {site: example.test, for: booking, source: notice, confidence: high}
                """
            )
        ]
    )
}
