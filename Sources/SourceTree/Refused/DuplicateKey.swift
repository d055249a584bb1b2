internal import Diagnostics

extension Rule {
    /// A key stands once in a group.
    static let duplicateKey = Rule(
        "duplicate-key",
        summary: "A key stands only once in a group, however it is quoted.",
        why: """
            Most readers keep the last of two values and say nothing, some keep the first. With `status: unknown` and, \
            twenty lines on, `status: offered`, nobody can tell which one an applicant is told.
            """,
        remedy: "Keep one of the two, and remove or rename the other.",
        rejected: [RuleExample("receipt:\n  name: unknown\n  format: unknown\n  ↓\"name\": unknown\n")],
        accepted: [RuleExample("receipt:\n  name: {en: name}\n  format: unknown\n")]
    )
}

extension Diagnostic {
    static func duplicateKey(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateKey,
            "the key \(Excerpt(name)) stands a second time in this group",
            at: range,
            notes: [Note("\(Excerpt(name)) stands here first", at: first)],
            help: "keep one of the two; readers differ over which one counts"
        )
    }
}
