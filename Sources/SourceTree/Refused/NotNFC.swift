internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// Text is in Unicode's canonical composition.
    static let notNFC = Rule(
        "not-nfc",
        summary: LocalizedText("Text is written in Unicode's composed form (NFC).", "文本采用 Unicode 的组合形式（NFC）。"),
        why: LocalizedText(
            """
            An accented letter can be one character or a letter with a mark after it. Both look the same and are \
            different to a search: an applicant who types the name of an office would not find it.
            """,
            """
            带符号的字母既可以是一个字符，也可以是字母加一个附加符号。两者看上去一样，搜索时却不相同：申请人输入办事\
            地点的名称，会搜索不到。
            """
        ),
        remedy: LocalizedText(
            "Replace the text by its composed form, which the fix holds; retyping it usually does the same.",
            "把文本替换为组合形式，修复中已给出；重新输入一遍通常也可以。"
        ),
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
            LocalizedText(
                "\(Excerpt(composition.text)) is not in composed form: \(written) where Unicode's NFC has \(composed)",
                """
                “\(Excerpt(composition.text).text)”不是组合形式：此处为 \
                \(written)，按 Unicode 的 NFC 应为 \(composed)
                """
            ),
            at: range,
            help: LocalizedText("write it in composed form (NFC)", "请改为组合形式（NFC）"),
            fix: canFix
                ? Fix(
                    LocalizedText("compose", "改为组合形式"),
                    edits: [TextEdit(range, replacement: composition.composed)],
                    isSafe: true
                ) : nil
        )
    }
}
