internal import Diagnostics

extension Rule {
    /// What is written says something.
    static let emptyValue = Rule(
        "empty-value",
        summary: "No key, value or list item is left empty, and none is `null` or `~`.",
        why: """
            An empty value may mean 'nobody knows', 'there is none', 'not yet filled in' or 'the line below was to \
            belong to it'. Programs pick one of these, and an applicant is told that there is no fee.
            """,
        remedy: "Write `unknown` if nobody knows, `none` where the place allows it, or remove the line.",
        rejected: [
            RuleExample("receipt:\n  name:↓\n  format: unknown\n"),
            RuleExample("receipt:\n  name: ↓null\n  format: ↓~\n"),
            RuleExample("receipt:\n  name:\n    -↓\n"),
            RuleExample("receipt: {name: ↓, format↓}\n"),
        ],
        accepted: [RuleExample("receipt:\n  name: unknown\n  format: \"null\"\n"), RuleExample("rollout: {}\n")]
    )
}

extension Diagnostic {
    static func emptyValue(at range: SourceRange, after decimal: String? = nil) -> Diagnostic {
        Diagnostic(
            .emptyValue,
            "a value is missing here",
            at: range,
            help: decimal.map { "write \($0) if a number is meant: decimals stand after a point" }
                ?? "write 'unknown' if nobody knows, or remove the line"
        )
    }

    static func emptyKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(.emptyValue, "a key is missing before ':'", at: range, help: "write the key, or remove the line")
    }

    static func nullWord(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyValue,
            "'\(text)' is an empty value to some readers of YAML, and a text to others",
            at: range,
            help: "write 'unknown' if nobody knows; write \"\(text)\" in quotes if the text is meant"
        )
    }
}
