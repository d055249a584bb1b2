internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A decimal point has digits on both sides.
    static let incompleteDecimal = Rule(
        "incomplete-decimal",
        summary: LocalizedText("A decimal point has a digit before it and one after it.", "小数点前后都要有数字。"),
        why:
            LocalizedText(
                "`.5` and `5.` are numbers to some readers and texts to others, and a point at the end is easily overlooked.",
                "“.5”和“5.”在有些程序中是数字，在另一些程序中是文本；末尾的小数点也容易看漏。"
            ),
        remedy: LocalizedText(
            "Write 0.5 rather than .5, and 5 rather than 5.; put quotes around a text.",
            "写“0.5”而不写“.5”，写“5”而不写“5.”；如果是文本，请加引号。"
        ),
        rejected: [RuleExample("fees: {rates: {visa: ↓.5, card: ↓160.}}\n")],
        accepted: [RuleExample("fees: {rates: {visa: 0.5, card: 160, permit: \"160.\"}}\n")]
    )
}

extension Diagnostic {
    static func incompleteDecimal(_ text: String, at range: SourceRange) -> Diagnostic {
        let sign = text.prefix { $0 == "-" || $0 == "+" }
        let digits = text.dropFirst(sign.count)
        let number = digits.hasPrefix(".") ? "0\(digits)" : String(digits.dropLast())
        let complete = sign == "-" ? "-" + number : number
        return Diagnostic(
            .incompleteDecimal,
            LocalizedText(
                "\(Excerpt(text)) is the number \(complete) for some readers, and a text for others",
                "“\(Excerpt(text).text)”在有些程序中是数字 \(complete)，在另一些程序中是文本"
            ),
            at: range,
            help: LocalizedText(
                "write \(complete), or \"\(text)\" in quotes for a text",
                "请写成 \(complete)；如果是文本，请加引号写成 \"\(text)\""
            ),
            fix: Fix(
                LocalizedText("write \(complete)", "改为 \(complete)"),
                edits: [TextEdit(range, replacement: complete)],
                isSafe: false
            )
        )
    }
}
