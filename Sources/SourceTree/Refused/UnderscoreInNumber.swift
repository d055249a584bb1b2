internal import Diagnostics

extension Rule {
    /// A number is written in digits.
    static let underscoreInNumber = Rule(
        "underscore-in-number",
        summary: "A number holds no underscores.",
        why: "`4_00` is 400 to readers of YAML 1.1 and the text '4_00' to readers of YAML 1.2.",
        remedy: "Leave the underscores out of a number; put quotes around a name.",
        rejected: [RuleExample("fees: {rates: {visa: ↓1_000}}\n")],
        accepted: [RuleExample("fees: {rates: {visa: 1000, other: \"1_000\", third: a_1}}\n")]
    )
}

extension Diagnostic {
    static func underscoreInNumber(_ text: String, at range: SourceRange) -> Diagnostic {
        let number = text.filter { $0 != "_" }
        return Diagnostic(
            .underscoreInNumber,
            "\(Excerpt(text)) is \(Excerpt(number).text) in YAML 1.1 and a text in YAML 1.2",
            at: range,
            help: "write \(number) for a number, or \"\(text)\" in quotes for a name",
            fix: .quote(text, at: range)
        )
    }
}
