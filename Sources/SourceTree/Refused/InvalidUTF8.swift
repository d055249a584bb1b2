internal import Diagnostics

extension Rule {
    /// A registry file is encoded in UTF-8.
    static let invalidUTF8 = Rule(
        "invalid-utf8",
        summary: "A registry file is encoded in UTF-8.",
        why: """
            Text saved as GBK or GB 18030, still the default of many programs in China, turns into other characters or \
            into nothing when it is read as UTF-8: an office's address would be shown as gibberish.
            """,
        remedy: "Save the file as UTF-8. An editor that shows the Chinese text correctly can convert it.",
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
            "byte 0x\(String(byte, radix: 16, uppercase: true)) at offset \(range.start) is not UTF-8",
            at: range,
            notes: looksChinese ? [Note("the text may have been saved as GBK or GB 18030")] : [],
            help: "save the file as UTF-8"
        )
    }
}
