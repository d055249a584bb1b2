public import Diagnostics

extension Rule {
    /// A whole number that is none, or is out of range.
    public static let malformedNumber = Rule(
        "malformed-number",
        summary: """
            A whole number is written as plain digits and lies in the range its place allows.
            """,
        why: """
            A count of minus three machines, or a receipt of a thousand characters, can only be a slip.
            """,
        remedy: """
            Write a whole number within the range that the message names.
            """,
        rejected: [
            RuleExample(
                """
                receipt:
                  name: unknown
                  format: {length: ↓many, alphabet: digits}
                  source: notice
                  confidence: high
                """
            ),
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: unknown
                    sites: ↓-3
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                receipt:
                  name: unknown
                  format: {length: 10, alphabet: digits}
                  source: notice
                  confidence: high
                """
            )
        ]
    )
}
