internal import Diagnostics

extension Rule {
    /// Text holds no control characters.
    static let controlCharacter = Rule(
        "control-character",
        summary: "A registry file holds no control characters besides line ends.",
        why: """
            Nobody sees a control character, yet it becomes a part of the number or address it stands in, and can \
            rewrite what a terminal shows. A lone carriage return ends a line for some programs and not for others, so \
            that they disagree about where a record ends.
            """,
        remedy: "Remove the character. For line ends use line feeds, as every editor can.",
        rejected: [
            RuleExample("city: example↓\u{7}ton\n"),
            RuleExample("city: exampleton  # here ↓\u{1B}[2K\n"),
            RuleExample("city: ↓\"example\\u0007ton\"\n"),
        ],
        accepted: [RuleExample("city: exampleton\ndivision: \"990100\"\n"), RuleExample("city: exampleton\r\n")]
    )
}

extension Diagnostic {
    static func controlCharacter(_ scalar: Unicode.Scalar, isEscaped: Bool, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .controlCharacter,
            isEscaped
                ? "the value holds the control character \(scalar.codePoint), written as an escape"
                : "control character \(scalar.codePoint)",
            at: range,
            help: "remove it",
            fix: isEscaped
                ? nil : Fix("remove the character", edits: [TextEdit(range, replacement: "")], isSafe: false)
        )
    }

    static func loneCarriageReturn(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .controlCharacter,
            "a carriage return without a line feed: some programs read a line end here, others do not",
            at: range,
            help: "save the file with line feeds as line ends"
        )
    }
}
