internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A key is one value.
    static let complexKey = Rule(
        "complex-key",
        summary: LocalizedText("A key is a single word or text, not a list or a group.", "键是单个的词或文本，不能是列表或键值组。"),
        why: LocalizedText(
            """
            YAML allows a list as a key, and most programs have no place for one. Usually a bracket was misplaced, or a \
            `?` begins a text that wants quotes.
            """,
            "YAML 允许用列表作键，但多数程序无法处理。通常是括号放错了位置，或者以“?”开头的文本没有加引号。"
        ),
        remedy: LocalizedText(
            "Check the brackets on this line, and quote a key that holds them.",
            "检查这一行的括号；含有括号的键要加引号。"
        ),
        rejected: [RuleExample("receipt:\n  ↓[name, format]: unknown\n")],
        accepted: [RuleExample("receipt:\n  \"[name]\": unknown\n")]
    )
}

extension Diagnostic {
    static func complexKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .complexKey,
            LocalizedText("a list or a group stands where a key belongs", "应为键的位置写了列表或键值组"),
            at: range,
            help: LocalizedText("check the brackets, or quote the key", "请检查括号，或者给键加引号")
        )
    }
}
