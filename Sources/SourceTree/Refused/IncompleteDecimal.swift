internal import Diagnostics

extension Rule {
    /// A decimal point has digits on both sides.
    static let incompleteDecimal = Rule(
        "incomplete-decimal",
        summary: "A decimal point has a digit before it and one after it.",
        why:
            "`.5` and `5.` are numbers to some readers and texts to others, and a point at the end is easily overlooked.",
        remedy: "Write 0.5 rather than .5, and 5 rather than 5.; put quotes around a text.",
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
            "\(Excerpt(text)) is the number \(complete) for some readers, and a text for others",
            at: range,
            help: "write \(complete), or \"\(text)\" in quotes for a text",
            fix: Fix("write \(complete)", edits: [TextEdit(range, replacement: complete)], isSafe: false)
        )
    }
}
