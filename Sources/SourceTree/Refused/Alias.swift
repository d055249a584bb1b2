internal import Diagnostics

extension Rule {
    /// A value says what it is, not where to look.
    static let alias = Rule(
        "alias",
        summary: "A value is written out where it holds; there are no aliases (*name).",
        why: """
            An alias copies a value from elsewhere in the file, where its source and its date may be others. A chain \
            of them makes a file of a few lines fill the memory of a machine.
            """,
        remedy: "Write the value out. Quote a text that begins with *.",
        rejected: [RuleExample(wholeFile: true, "receipt:\n  name: &shared receipt\n  title: ↓*shared\n")],
        accepted: [RuleExample("receipt:\n  name: {en: \"*shared\"}\n")]
    )
}

extension Diagnostic {
    static func alias(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .alias,
            "'*\(Excerpt(name).text)' stands for a value written elsewhere",
            at: range,
            help: "write the value out; quote a text that begins with '*'"
        )
    }
}
