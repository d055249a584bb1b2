internal import Diagnostics

extension Rule {
    /// Numbers are written out.
    static let exponentNumber = Rule(
        "exponent-number",
        summary: "Numbers are written out, without a power of ten such as 1e3.",
        why: """
            `1e3` is 1000 to readers of YAML 1.2 and a text to most readers of YAML 1.1. A document number such as 12e5 \
            may turn into 1200000.
            """,
        remedy: "Write the number out; put quotes around a name.",
        rejected: [RuleExample("fees: {rates: {visa: ↓1e3, card: ↓1.5E+2}}\n")],
        accepted: [RuleExample("fees: {rates: {visa: 1000, card: \"1e3\", permit: e3}}\n")]
    )
}

extension Diagnostic {
    static func exponentNumber(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .exponentNumber,
            "\(Excerpt(text)) is a number with a power of ten in YAML 1.2, and a text for many readers of YAML 1.1",
            at: range,
            help: "write the number out, or \"\(text)\" in quotes for a name",
            fix: .quote(text, at: range)
        )
    }
}
