public import Diagnostics

extension Rule {
    /// A list with nothing in it.
    public static let emptyList = Rule(
        "empty-list",
        summary: """
            A list has at least one entry.
            """,
        why: """
            An empty list could mean that there is none or that nobody knows, and applicants would be told the wrong one.
            """,
        remedy: """
            Write the entries, or 'unknown', or leave the key out.
            """,
        rejected: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: unknown
                    methods: ↓[]
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: unknown
                    methods: unknown
                """
            )
        ]
    )
}
