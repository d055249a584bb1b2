internal import Diagnostics

extension Rule {
    /// A registry file is a text file.
    static let binaryFile = Rule(
        "binary-file",
        summary: "A registry file is text; it holds no NUL byte.",
        why: """
            A NUL byte means that the file is no text, or is text saved as UTF-16, as some editors' 'Unicode' setting \
            does. Programs cut the text off at that byte or read every second character.
            """,
        remedy: "Save the file as UTF-8 text. If it is no text at all, remove it from the registry's folder.",
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
                ? "the file is saved as UTF-16" : "the file is no text: there is a NUL byte at offset \(range.start)",
            at: range,
            help: "save the file as UTF-8 text"
        )
    }
}
