internal import Diagnostics

extension Rule {
    /// A number carries no plus sign.
    static let signedNumber = Rule(
        "signed-number",
        summary: "A number is written without a plus sign.",
        why: """
            `+5` is the number 5 to readers of YAML, and a text to readers that follow JSON. A telephone number such as \
            +8610840152920 loses its plus sign and becomes a number.
            """,
        remedy: "Leave the plus sign out of a number; put quotes around a telephone number.",
        rejected: [
            RuleExample("fees: {rates: {visa: ↓+5}}\n"),
            RuleExample("bureau:\n  phones: [{number: ↓+8610840152920}]\n"),
        ],
        accepted: [RuleExample("bureau:\n  phones: [{number: \"+8610840152920\", extension: 5}]\n")]
    )
}

extension Diagnostic {
    static func signedNumber(_ text: String, at range: SourceRange) -> Diagnostic {
        let number = text.dropFirst()
        return Diagnostic(
            .signedNumber,
            "\(Excerpt(text)) is the number \(Excerpt(String(number)).text) for some readers, and a text for others",
            at: range,
            help: "write \(number) for a number, or \"\(text)\" in quotes for a telephone number",
            fix: .quote(text, at: range)
        )
    }
}
