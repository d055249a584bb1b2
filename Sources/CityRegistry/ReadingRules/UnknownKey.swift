public import Diagnostics

extension Rule {
    /// A key that no record of this kind has.
    public static let unknownKey = Rule(
        "unknown-key",
        summary: """
            Every key is one that the registry knows at that place.
            """,
        why: """
            A key that is silently ignored looks as if it worked: a misspelt 'confidence' would \
            leave a low-confidence fact shown as certain.
            """,
        remedy: """
            Correct the spelling, or move the key to the record it belongs to.
            """,
        rejected: [
            RuleExample(
                """
                receipt:
                  name: unknown
                  ↓fromat: unknown
                  format: unknown
                """
            ),
            RuleExample(
                """
                fees:
                  schedule: national
                  ↓discount: 50
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                receipt:
                  name: unknown
                  format: unknown
                """
            )
        ]
    )
}
