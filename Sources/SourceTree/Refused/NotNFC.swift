internal import Diagnostics

extension Rule {
    /// Text is in Unicode's canonical composition.
    static let notNFC = Rule(
        "not-nfc",
        summary: "Text is written in Unicode's composed form (NFC).",
        why: """
            An accented letter can be one character or a letter with a mark after it. Both look the same and are \
            different to a search: an applicant who types the name of an office would not find it.
            """,
        remedy: "Replace the text by its composed form, which the fix holds; retyping it usually does the same.",
        rejected: [
            RuleExample("receipt:\n  name: {en: Caf↓e\u{301} receipt}\n"),
            RuleExample("receipt:\n  name: {zh: ↓\u{F900}}\n"),
        ],
        accepted: [RuleExample("receipt:\n  name: {en: Caf\u{E9} receipt, zh: 受理回执}\n")]
    )
}

extension Diagnostic {
    static func notNFC(_ composition: Composition, canFix: Bool, at range: SourceRange) -> Diagnostic {
        let written = composition.text.unicodeScalars.prefix(4).map(\.codePoint).joined(separator: " ")
        let composed = composition.composed.unicodeScalars.prefix(4).map(\.codePoint).joined(separator: " ")
        return Diagnostic(
            .notNFC,
            "\(Excerpt(composition.text)) is not in composed form: \(written) where Unicode's NFC has \(composed)",
            at: range,
            help: "write it in composed form (NFC)",
            fix: canFix
                ? Fix("compose", edits: [TextEdit(range, replacement: composition.composed)], isSafe: true) : nil
        )
    }
}
