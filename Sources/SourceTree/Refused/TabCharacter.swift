internal import Diagnostics

extension Rule {
    /// White space is spaces.
    static let tabCharacter = Rule(
        "tab-character",
        summary: "White space outside of quotes and comments is spaces, never tabs.",
        why: """
            YAML takes its structure from the width of the indentation, and a tab has no agreed width: one reader sees \
            a record inside another, the next one a record beside it, most none at all.
            """,
        remedy:
            "Write spaces; two per level of indentation. A tab that belongs to a text is written \"\\t\" in quotes.",
        rejected: [
            RuleExample(wholeFile: true, "receipt:\n↓\tname: unknown\n"),
            RuleExample("city:↓\texampleton\n"),
            RuleExample("city: exampleton↓\t# its file\n"),
        ],
        accepted: [RuleExample("receipt:\n  name: \"a\tb\"  # tabs\there are fine\n")]
    )
}

extension Diagnostic {
    static func tabCharacter(isIndentation: Bool, isText: Bool, at range: SourceRange) -> Diagnostic {
        if isIndentation {
            return Diagnostic(
                .tabCharacter,
                "a tab in the indentation, which has no agreed width",
                at: range,
                help: "indent with spaces, two per level"
            )
        }
        return Diagnostic(
            .tabCharacter,
            isText ? "a tab inside of an unquoted value" : "a tab as white space",
            at: range,
            help: "write a space" + (isText ? ", or quote the value and write \\t" : ""),
            fix: Fix("write a space", edits: [TextEdit(range, replacement: " ")], isSafe: !isText)
        )
    }
}
