public import Diagnostics

extension Rule {
    /// A record that must be exactly one of several things is none or two of them.
    public static let oneOf = Rule(
        "exactly-one-of",
        summary: """
            A step either follows the account or presses a button; an online service is an account, an app or a site.
            """,
        why: """
            Applicants are led through screens by these records; one that says two things at once leads nowhere.
            """,
        remedy: """
            Split it into records that each say one thing.
            """,
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
