internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// Text holds no control characters.
    static let controlCharacter = Rule(
        "control-character",
        summary: LocalizedText(
            "A registry file holds no control characters besides line ends.",
            "除换行符外，信息库文件不含控制字符。"
        ),
        why: LocalizedText(
            """
            Nobody sees a control character, yet it becomes a part of the number or address it stands in, and can \
            rewrite what a terminal shows. A lone carriage return ends a line for some programs and not for others, so \
            that they disagree about where a record ends.
            """,
            """
            控制字符看不见，却会成为所在数字或地址的一部分，还会改写终端显示的内容。单独的回车符在有些程序中表示换行，\
            在另一些程序中则不然，于是各程序对一条记录在哪里结束看法不一。
            """
        ),
        remedy: LocalizedText(
            "Remove the character. For line ends use line feeds, as every editor can.",
            "删除该字符。换行请使用换行符（LF），任何编辑器都支持。"
        ),
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
                ? LocalizedText(
                    "the value holds the control character \(scalar.codePoint), written as an escape",
                    "值中含有以转义形式书写的控制字符 \(scalar.codePoint)"
                )
                : LocalizedText("control character \(scalar.codePoint)", "此处有控制字符 \(scalar.codePoint)"),
            at: range,
            help: LocalizedText("remove it", "请删除"),
            fix: isEscaped
                ? nil
                : Fix(
                    LocalizedText("remove the character", "删除该字符"),
                    edits: [TextEdit(range, replacement: "")],
                    isSafe: false
                )
        )
    }

    static func loneCarriageReturn(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .controlCharacter,
            LocalizedText(
                "a carriage return without a line feed: some programs read a line end here, others do not",
                "此处有单独的回车符：有些程序当作换行，有些不当作换行"
            ),
            at: range,
            help: LocalizedText("save the file with line feeds as line ends", "请以换行符（LF）作为行尾保存文件")
        )
    }
}
