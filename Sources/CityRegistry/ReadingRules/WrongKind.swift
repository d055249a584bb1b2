public import Diagnostics

extension Rule {
    /// A value has the wrong shape: a list where a word is expected, and so on.
    public static let wrongKind = Rule(
        "wrong-kind",
        summary: """
            A value is written in the shape its place expects: a word, a list, or keys and values.
            """,
        why: """
            A list where one value is expected, or a word where a record is, has no meaning the program could act on.
            """,
        remedy: """
            Write the value in the shape that the message names.
            """,
        rejected: [
            RuleExample(
                """
                receipt: ↓none
                """
            ),
            RuleExample(
                """
                fees:
                  schedule: ↓[national]
                """
            ),
            RuleExample(
                """
                channels:
                  ↓- official-account
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
