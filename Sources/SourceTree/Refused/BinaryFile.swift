internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A registry file is a text file.
    static let binaryFile = Rule(
        "binary-file",
        summary: LocalizedText("A registry file is text; it holds no NUL byte.", "信息库文件是文本文件，不含 NUL 字节。"),
        why: LocalizedText(
            """
            A NUL byte means that the file is no text, or is text saved as UTF-16, as some editors' 'Unicode' setting \
            does. Programs cut the text off at that byte or read every second character.
            """,
            """
            出现 NUL 字节，说明文件不是文本，或者保存成了 UTF-16（有些编辑器称之为“Unicode”）。\
            程序会在该字节处截断文本，或者每隔一个字符才读一个。
            """
        ),
        remedy: LocalizedText(
            "Save the file as UTF-8 text. If it is no text at all, remove it from the registry's folder.",
            "把文件保存为 UTF-8 文本。如果根本不是文本文件，请移出信息库文件夹。"
        ),
        rejected: [RuleExample(wholeFile: true, "city: guang↓\u{0}zhou\n")],
        accepted: [RuleExample("city: exampleton\n")]
    )
}

extension Diagnostic {
    static func binaryFile(_ bytes: [UInt8], at range: SourceRange) -> Diagnostic {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        return Diagnostic(
            .binaryFile,
            isUTF16
                ? LocalizedText("the file is saved as UTF-16", "文件保存成了 UTF-16")
                : LocalizedText(
                    "the file is no text: there is a NUL byte at offset \(range.start)",
                    "文件不是文本：第 \(range.start) 字节处有 NUL 字节"
                ),
            at: range,
            help: LocalizedText("save the file as UTF-8 text", "请把文件保存为 UTF-8 文本")
        )
    }
}
