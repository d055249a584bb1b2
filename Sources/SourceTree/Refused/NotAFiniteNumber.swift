internal import Diagnostics

extension Rule {
    /// A number is a number.
    static let notAFiniteNumber = Rule(
        "not-a-finite-number",
        summary: "A number is finite; .inf and .nan are not used.",
        why: "No fee and no limit is infinite or 'not a number', and programs that compute with either show nonsense.",
        remedy: "Write the number, or the word the place has for 'no limit'; put quotes around a text.",
        rejected: [RuleExample("fees: {rates: {visa: ↓.inf, card: ↓-.Inf, permit: ↓.NaN}}\n")],
        accepted: [RuleExample("fees: {rates: {visa: unknown, card: \".inf\"}}\n")]
    )
}

extension Diagnostic {
    static func notAFiniteNumber(_ text: String, at range: SourceRange) -> Diagnostic {
        let meaning = text.lowercased().hasSuffix("nan") ? "'not a number'" : "infinity"
        return Diagnostic(
            .notAFiniteNumber,
            "'\(text)' is \(meaning) to readers of YAML",
            at: range,
            help: "write a number, or \"\(text)\" in quotes if the text is meant",
            fix: .quote(text, at: range)
        )
    }
}
