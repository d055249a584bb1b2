internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// What is written can be seen.
    static let invisibleCharacter = Rule(
        "invisible-character",
        summary: LocalizedText(
            "Text holds no invisible characters and no spaces other than the ordinary one.",
            "文本不含看不见的字符，空格只用普通空格。"
        ),
        why: LocalizedText(
            """
            Zero-width characters, soft hyphens and no-break spaces come along when text is copied from a web page. \
            '12367' with one of them in it looks right and cannot be dialled. Controls of writing direction make a \
            text show something else than it says, even from within a comment.
            """,
            """
            从网页复制文本时，会带入零宽字符、软连字符和不换行空格。“12367”中混入这样一个字符，看上去正确，却\
            无法拨打。书写方向控制符会让文本显示的内容与实际不符，写在注释里也一样。
            """
        ),
        remedy: LocalizedText("Remove the character, or write an ordinary space.", "删除该字符，或者改为普通空格。"),
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
        let remedy =
            scalar.isOtherSpace
            ? LocalizedText("write an ordinary space", "改为普通空格")
            : LocalizedText("remove the character", "删除该字符")
        return Diagnostic(
            .invisibleCharacter,
            isEscaped
                ? LocalizedText(
                    "the value holds an invisible \(name.text(in: .english)), \(scalar.codePoint), written as an escape",
                    "值中含有以转义形式书写的不可见字符：\(name.text(in: .chinese))（\(scalar.codePoint)）"
                )
                : LocalizedText(
                    "an invisible \(name.text(in: .english)), \(scalar.codePoint), stands here",
                    "此处有不可见字符：\(name.text(in: .chinese))（\(scalar.codePoint)）"
                ),
            at: range,
            help: remedy,
            fix: isEscaped ? nil : Fix(remedy, edits: [TextEdit(range, replacement: replacement)], isSafe: true)
        )
    }
}

extension Unicode.Scalar {
    fileprivate var nameOfInvisible: LocalizedText {
        switch value {
        case 0x00AD: LocalizedText("soft hyphen", "软连字符")
        case 0x00A0, 0x202F: LocalizedText("no-break space", "不换行空格")
        case 0x3000: LocalizedText("ideographic space", "全角空格")
        case 0x200B: LocalizedText("zero-width space", "零宽空格")
        case 0x200C: LocalizedText("zero-width non-joiner", "零宽不连字符")
        case 0x200D: LocalizedText("zero-width joiner", "零宽连字符")
        case 0x2028, 0x2029: LocalizedText("line separator", "行分隔符")
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: LocalizedText("variation selector", "异体字选择符")
        case 0xFEFF: LocalizedText("byte order mark", "字节顺序标记")
        default:
            if isBidirectionalControl {
                LocalizedText("control of writing direction", "书写方向控制符")
            } else if isOtherSpace {
                LocalizedText("space of unusual width", "特殊宽度的空格")
            } else {
                LocalizedText("character", "无显示的字符")
            }
        }
    }
}
