internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A number is written in digits.
    static let underscoreInNumber = Rule(
        "underscore-in-number",
        summary: LocalizedText("A number holds no underscores.", "数字中不含下划线。"),
        why: LocalizedText(
            "`4_00` is 400 to readers of YAML 1.1 and the text '4_00' to readers of YAML 1.2.",
            "“4_00”按 YAML 1.1 读取是400，按 YAML 1.2 读取是文本“4_00”。"
        ),
        remedy: LocalizedText(
            "Leave the underscores out of a number; put quotes around a name.",
            "如果是数字，去掉下划线；如果是名称，请加引号。"
        ),
        rejected: [RuleExample("fees: {rates: {visa: ↓1_000}}\n")],
        accepted: [RuleExample("fees: {rates: {visa: 1000, other: \"1_000\", third: a_1}}\n")]
    )
}

extension Diagnostic {
    static func underscoreInNumber(_ text: String, at range: SourceRange) -> Diagnostic {
        let number = text.filter { $0 != "_" }
        return Diagnostic(
            .underscoreInNumber,
            LocalizedText(
                "\(Excerpt(text)) is \(Excerpt(number).text) in YAML 1.1 and a text in YAML 1.2",
                """
                “\(Excerpt(text).text)”按 YAML 1.1 读取是 \
                \(Excerpt(number).text)，按 YAML 1.2 读取是文本
                """
            ),
            at: range,
            help: LocalizedText(
                "write \(number) for a number, or \"\(text)\" in quotes for a name",
                "如果是数字，请写成 \(number)；如果是名称，请加引号写成 \"\(text)\""
            ),
            // A guess: numbers are what people part by underscores, and names of this registry hold none.
            fix: Fix(
                LocalizedText("write \(number)", "写成 \(number)"),
                edits: [TextEdit(range, replacement: number)],
                isSafe: false
            )
        )
    }
}
