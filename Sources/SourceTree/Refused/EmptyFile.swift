internal import Diagnostics

extension Rule {
    /// A registry file says something.
    static let emptyFile = Rule(
        "empty-file",
        summary: "A registry file holds at least one record.",
        why: """
            An empty file says neither that a city offers online payment nor that nobody knows. Most often a save went \
            wrong, and the record of a city is gone without anybody noticing.
            """,
        remedy:
            "Restore the file from the last commit, or delete it; a city without a file is answered with 'unknown'.",
        rejected: [RuleExample(wholeFile: true, "↓# Guangzhou\n"), RuleExample(wholeFile: true, "↓---\n")],
        accepted: [RuleExample("city: exampleton\ndivision: \"990100\"\n")]
    )
}

extension Diagnostic {
    static func emptyFile(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyFile,
            "the file holds no record",
            at: range,
            help: "restore the file's content, or delete the file"
        )
    }
}
