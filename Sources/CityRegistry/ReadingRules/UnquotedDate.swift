public import Diagnostics

extension Rule {
    /// Text that looks like a date, not quoted.
    public static let unquotedDate = Rule(
        "unquoted-date",
        summary: """
            Where text is expected, something that looks like a date is quoted.
            """,
        why: """
            Readers of YAML turn a bare date into a date value, and the text that a person wrote is lost.
            """,
        remedy: """
            Put it between double quotes.
            """,
        rejected: [
            RuleExample(
                """
                bureau:
                  districts-accepting: {in: [↓2026-01-05], source: notice, confidence: high}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  districts-accepting: {in: ["2026-01-05"], source: notice, confidence: high}
                """
            )
        ]
    )
}
