internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A registry file is encoded in UTF-8.
    static let invalidUTF8 = Rule(
        "invalid-utf8",
        summary: LocalizedText("A registry file is encoded in UTF-8.", "信息库文件采用 UTF-8 编码。"),
        why: LocalizedText(
            """
            Text saved as GBK or GB 18030, still the default of many programs in China, turns into other characters or \
            into nothing when it is read as UTF-8: an office's address would be shown as gibberish.
            """,
            """
            国内许多程序仍默认保存为 GBK 或 GB 18030，这样的文本按 UTF-8 读取会变成别的字符甚至\
            消失：办事地点的地址就会显示为乱码。
            """
        ),
        remedy: LocalizedText(
            "Save the file as UTF-8. An editor that shows the Chinese text correctly can convert it.",
            "把文件保存为 UTF-8。能正确显示其中中文的编辑器都可以转换编码。"
        ),
        rejected: [],
        accepted: [RuleExample("bureau:\n  name: {zh: 广州市公安局}\n")]
    )
}

extension Diagnostic {
    static func invalidUTF8(_ bytes: [UInt8], at range: SourceRange) -> Diagnostic {
        let byte = bytes[Int(range.start)]
        // Two bytes from 0x81 up, the first never 0xFF, are how GBK writes a Chinese character.
        let following = bytes.dropFirst(Int(range.start) + 1).first ?? 0
        let looksChinese = (0x81...0xFE).contains(byte) && (0x40...0xFE).contains(following)
        return Diagnostic(
            .invalidUTF8,
            LocalizedText(
                "byte 0x\(String(byte, radix: 16, uppercase: true)) at offset \(range.start) is not UTF-8",
                """
                第 \(range.start) 字节处的 0x\
                \(String(byte, radix: 16, uppercase: true)) 不是 UTF-8 \
                编码
                """
            ),
            at: range,
            notes: looksChinese
                ? [Note(LocalizedText("the text may have been saved as GBK or GB 18030", "文本可能保存成了 GBK 或 GB 18030"))]
                : [],
            help: LocalizedText("save the file as UTF-8", "请把文件保存为 UTF-8")
        )
    }
}
