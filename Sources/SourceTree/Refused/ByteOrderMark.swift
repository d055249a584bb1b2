internal import Diagnostics

extension Rule {
    /// A registry file begins with its text, not with a mark.
    static let byteOrderMark = Rule(
        "byte-order-mark",
        summary: "A registry file does not begin with a byte order mark.",
        why: """
            Some editors put the invisible character U+FEFF before the text. Programs that do not expect it read it as \
            a part of the first word, so that the first key is an unknown one although it looks right.
            """,
        remedy: "Save the file as 'UTF-8' rather than 'UTF-8 with BOM'.",
        rejected: [RuleExample(wholeFile: true, "↓\u{FEFF}city: exampleton\n")],
        accepted: [RuleExample("city: exampleton\n")]
    )
}

extension Diagnostic {
    static func byteOrderMark(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .byteOrderMark,
            "the file begins with a byte order mark (U+FEFF)",
            at: range,
            help: "save the file as UTF-8 without a byte order mark",
            fix: Fix("remove the byte order mark", edits: [TextEdit(range, replacement: "")], isSafe: true)
        )
    }
}
