internal import Diagnostics

extension Rule {
    /// A day stands without a time.
    static let dateTime = Rule(
        "date-time",
        summary: "A date stands without a time of day.",
        why: """
            Fees and stages hold for whole days in China. `2026-01-05T00:00:00Z` is 8 o'clock in the morning there, and \
            readers of YAML 1.1 turn it into the time of their own machine: a fee would begin on another day.
            """,
        remedy: "Write the day alone; put quotes around a time that is meant as a text.",
        rejected: [RuleExample("receipt:\n  format: ↓2026-01-05T09:30:00+08:00\n  name: ↓2026-1-5 9:30\n")],
        accepted: [RuleExample("receipt:\n  format: {2026-01-05: unknown}\n  name: \"2026-01-05T09:30:00\"\n")]
    )
}

extension Diagnostic {
    static func dateTime(_ text: String, at range: SourceRange) -> Diagnostic {
        let day = text.prefix { $0.isNumber || $0 == "-" }
        return Diagnostic(
            .dateTime,
            "\(Excerpt(text)) is a moment, which readers place in different time zones",
            at: range,
            help: "write the day alone, \(day), or \"\(text)\" in quotes for a text",
            fix: .quote(text, at: range)
        )
    }
}
