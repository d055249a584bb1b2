internal import Diagnostics

extension Rule {
    /// Lists and groups lie in each other only so deeply.
    static let tooDeep = Rule(
        "too-deep",
        summary: "Lists and groups lie in each other at most 64 levels deep.",
        why: """
            No record needs a tenth of that. A file of nothing but opening brackets would keep a reader busy for \
            minutes, and with it every check that waits for the file.
            """,
        remedy: "Look for a bracket or an indentation that was never closed. What comes after it has not been read.",
        rejected: [RuleExample(wholeFile: true, String(repeating: "[", count: Limits.depth) + "↓[\n")],
        accepted: [RuleExample("receipt: {name: {en: [[receipt]]}}\n")]
    )
}

extension Diagnostic {
    static func tooDeep(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .tooDeep,
            "lists and groups lie more than \(Limits.depth) levels deep here; the rest of the file is not read",
            at: range,
            help: "look for a bracket that was never closed"
        )
    }
}
