internal import Diagnostics

extension Rule {
    /// What is written can be seen.
    static let invisibleCharacter = Rule(
        "invisible-character",
        summary: "Text holds no invisible characters and no spaces other than the ordinary one.",
        why: """
            Zero-width characters, soft hyphens and no-break spaces come along when text is copied from a web page. \
            '12367' with one of them in it looks right and cannot be dialled. Controls of writing direction make a \
            text show something else than it says, even from within a comment.
            """,
        remedy: "Remove the character, or write an ordinary space.",
        rejected: [
            RuleExample("city: example↓\u{200B}ton\n"),
            RuleExample("receipt:\n  name: {en: No.↓\u{A0}of receipt}\n"),
            RuleExample("city: exampleton  # ↓\u{202E}notelpmaxe\n"),
            RuleExample("city: ↓\"example\\u200Bton\"\n"),
        ],
        accepted: [RuleExample("receipt:\n  name: {en: No. of receipt, zh: \"回执　编号\"}\n")]
    )
}

extension Diagnostic {
    static func invisibleCharacter(_ scalar: Unicode.Scalar, isEscaped: Bool, at range: SourceRange) -> Diagnostic {
        let name = scalar.nameOfInvisible
        let replacement = scalar.isOtherSpace ? " " : ""
        let remedy = scalar.isOtherSpace ? "write an ordinary space" : "remove the character"
        return Diagnostic(
            .invisibleCharacter,
            isEscaped
                ? "the value holds an invisible \(name), \(scalar.codePoint), written as an escape"
                : "an invisible \(name), \(scalar.codePoint), stands here",
            at: range,
            help: remedy,
            fix: isEscaped ? nil : Fix(remedy, edits: [TextEdit(range, replacement: replacement)], isSafe: true)
        )
    }
}

extension Unicode.Scalar {
    fileprivate var nameOfInvisible: String {
        switch value {
        case 0x00AD: "soft hyphen"
        case 0x00A0, 0x202F: "no-break space"
        case 0x3000: "ideographic space"
        case 0x200B: "zero-width space"
        case 0x200C: "zero-width non-joiner"
        case 0x200D: "zero-width joiner"
        case 0x2028, 0x2029: "line separator"
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: "variation selector"
        case 0xFEFF: "byte order mark"
        default:
            if isBidirectionalControl {
                "control of writing direction"
            } else if isOtherSpace {
                "space of unusual width"
            } else {
                "character"
            }
        }
    }
}
