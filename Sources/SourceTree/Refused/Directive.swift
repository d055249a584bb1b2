internal import Diagnostics

extension Rule {
    /// A file gives its reader no instructions.
    static let directive = Rule(
        "directive",
        summary: "A registry file holds no YAML directives (lines that begin with %).",
        why: """
            `%YAML 1.1` asks a reader to take `0400` as 256 and `NO` as false, and some readers obey. Two programs \
            would read two fees from one file.
            """,
        remedy: "Remove the line. A value that must begin with % is quoted.",
        rejected: [RuleExample(wholeFile: true, "↓%YAML 1.1\n---\ncity: exampleton\n")],
        accepted: [RuleExample("rollout:\n  official-account:\n    stage: {pilot: 5%}\n")]
    )
}

extension Diagnostic {
    static func directive(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .directive,
            "a line that begins with '%' is an instruction to the reader, and readers differ over it",
            at: range,
            help: "remove the line, or quote the value that begins with '%'"
        )
    }
}
