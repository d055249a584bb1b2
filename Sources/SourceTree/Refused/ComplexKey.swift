internal import Diagnostics

extension Rule {
    /// A key is one value.
    static let complexKey = Rule(
        "complex-key",
        summary: "A key is a single word or text, not a list or a group.",
        why: """
            YAML allows a list as a key, and most programs have no place for one. Usually a bracket was misplaced, or a \
            `?` begins a text that wants quotes.
            """,
        remedy: "Check the brackets on this line, and quote a key that holds them.",
        rejected: [RuleExample("receipt:\n  ↓[name, format]: unknown\n")],
        accepted: [RuleExample("receipt:\n  \"[name]\": unknown\n")]
    )
}

extension Diagnostic {
    static func complexKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .complexKey,
            "a list or a group stands where a key belongs",
            at: range,
            help: "check the brackets, or quote the key"
        )
    }
}
