internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A registry file begins with its text, not with a mark.
    static let byteOrderMark = Rule(
        "byte-order-mark",
        summary: LocalizedText("A registry file does not begin with a byte order mark.", "信息库文件开头没有字节顺序标记。"),
        why: LocalizedText(
            """
            Some editors put the invisible character U+FEFF before the text. Programs that do not expect it read it as \
            a part of the first word, so that the first key is an unknown one although it looks right.
            """,
            """
            有些编辑器会在文本前加上看不见的字符 U+FEFF。不作处理的程序会把它读成第一个词的一部分，于是第一个\
            键看上去正确，却成了未知的键。
            """
        ),
        remedy: LocalizedText(
            "Save the file as 'UTF-8' rather than 'UTF-8 with BOM'.",
            "保存文件时选择“UTF-8”，不要选择“带 BOM 的 UTF-8”。"
        ),
        rejected: [RuleExample(wholeFile: true, "↓\u{FEFF}city: exampleton\n")],
        accepted: [RuleExample("city: exampleton\n")]
    )
}

extension Diagnostic {
    static func byteOrderMark(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .byteOrderMark,
            LocalizedText("the file begins with a byte order mark (U+FEFF)", "文件开头有字节顺序标记（U+FEFF）"),
            at: range,
            help: LocalizedText("save the file as UTF-8 without a byte order mark", "请把文件保存为不带字节顺序标记的 UTF-8"),
            fix: Fix(
                LocalizedText("remove the byte order mark", "删除字节顺序标记"),
                edits: [TextEdit(range, replacement: "")],
                isSafe: true
            )
        )
    }
}
