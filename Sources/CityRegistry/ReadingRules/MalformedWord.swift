public import Diagnostics

extension Rule {
    /// An id that is not in kebab case.
    public static let malformedWord = Rule(
        "malformed-word",
        summary: """
            Ids and words use small letters, digits and single hyphens: kebab case.
            """,
        why: """
            Ids become parts of addresses, file names and commands, where capitals, spaces and other signs differ \
            from system to system.
            """,
        remedy: """
            Write it in small letters with hyphens.
            """,
        rejected: [
            RuleExample(
                """
                fees:
                  schedule: ↓National
                """
            ),
            RuleExample(
                """
                channels:
                  ↓official_account:
                    kind: official-account
                    status: unknown
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                fees:
                  schedule: national
                """
            )
        ]
    )
}
