internal import Diagnostics

extension Rule {
    /// A value's place says what it is.
    static let tag = Rule(
        "tag",
        summary: "A value carries no YAML tag (!name).",
        why: """
            A tag asks the reader to make something else of a value: `!!str 160` is a text, `!!int \"160\"` a number. \
            Some readers obey, some ignore it, and some run code for it.
            """,
        remedy: "Remove the tag; quote digits that are a name. Quote a text that begins with !.",
        rejected: [RuleExample("division: ↓!!str 990100\n")],
        accepted: [RuleExample("division: \"990100\"\n")]
    )
}

extension Diagnostic {
    static func tag(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .tag,
            "the tag \(Excerpt(name)) asks readers to take the value for something else, and readers differ over it",
            at: range,
            help: "remove it; quote digits that are a name, and a text that begins with '!'"
        )
    }
}
