internal import Diagnostics

extension Rule {
    /// A word is not a truth value.
    static let booleanWord = Rule(
        "boolean-word",
        summary: "The words yes, no, on, off, true, false, y and n are not written without quotes.",
        why: """
            `NO`, the code of Norway, is 'false' to readers of YAML 1.1 and a text to readers of YAML 1.2; so are `on`, \
            `off` and `y`. No place in the registry takes a truth value, because 'no' and 'nobody knows' must never be \
            mixed up.
            """,
        remedy: "Put quotes around a word or a code. For a fact, write one of the words its place takes.",
        rejected: [
            RuleExample("receipt:\n  name: {en: ↓NO}\n"),
            RuleExample("receipt:\n  ↓on: unknown\n  format: ↓true\n"),
        ],
        accepted: [RuleExample("receipt:\n  name: {en: \"NO\", zh: yEs}\n  format: none\n")]
    )
}

extension Diagnostic {
    static func booleanWord(_ text: String, at range: SourceRange) -> Diagnostic {
        let truth = ["y", "yes", "on", "true"].contains(text.lowercased()) ? "true" : "false"
        let isCommon = text.lowercased() == truth
        let reading =
            isCommon
            ? "is a truth value, which no place here takes" : "is '\(truth)' in YAML 1.1 and a text in YAML 1.2"
        return Diagnostic(
            .booleanWord,
            "'\(text)' \(reading)",
            at: range,
            help:
                "write one of the words this place takes, such as not-offered; or \"\(text)\" in quotes for a text or a code",
            fix: .quote(text, at: range)
        )
    }
}
