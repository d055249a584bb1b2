public import Diagnostics

extension Rule {
    /// Digits that are a name, not quoted.
    public static let unquotedNumber = Rule(
        "unquoted-number",
        summary: """
            Digits that are a name and not a quantity, such as a phone number or a year, are quoted.
            """,
        why: """
            Readers of YAML turn bare digits into a number: leading zeros vanish, and 12367 is no longer what was written.
            """,
        remedy: """
            Put the digits between double quotes.
            """,
        rejected: [
            RuleExample(
                """
                division: ↓990100
                """
            ),
            RuleExample(
                """
                bureau:
                  phones:
                    - {number: ↓12367, source: notice, confidence: high}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                division: "990100"
                """
            )
        ]
    )
}
