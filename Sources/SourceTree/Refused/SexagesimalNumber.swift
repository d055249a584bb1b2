internal import Diagnostics

extension Rule {
    /// A time of day is quoted.
    static let sexagesimalNumber = Rule(
        "sexagesimal-number",
        summary: "A time of day, and anything else of digits and colons, is quoted.",
        why: """
            `9:30` is 570 to readers of YAML 1.1, who take it for a number to the base 60, and a text to all others. An \
            office would open at 570.
            """,
        remedy: "Put quotes around it.",
        rejected: [
            RuleExample("bureau:\n  hours: {open: ↓9:30}\n"),
            RuleExample("bureau:\n  hours:\n    open: ↓09:00\n"),
        ],
        accepted: [RuleExample("bureau:\n  hours: {open: \"09:00-17:00\", closed: 09:00-17:00}\n")]
    )
}

extension Diagnostic {
    static func sexagesimalNumber(_ text: String, at range: SourceRange) -> Diagnostic {
        let groups = text.split(separator: ":")
        let total = groups.reduce(Int?(0)) { total, group in
            guard let total, let value = Int(group), total < 1 << 40 else { return nil }
            return total * 60 + value
        }
        // A leading zero makes it a text to most readers of YAML 1.1; the next one to be edited may not have it.
        let reading =
            text.hasPrefix("0")
            ? "is a text to most readers, but a time without its leading zero is a number in YAML 1.1"
            : "is \(total.map(String.init) ?? "a number to the base 60") in YAML 1.1 and a text in YAML 1.2"
        return Diagnostic(
            .sexagesimalNumber,
            "\(Excerpt(text)) \(reading)",
            at: range,
            help: "write \"\(text)\" in quotes",
            fix: .quote(text, at: range, isSafe: true)
        )
    }
}
