internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A time of day is quoted.
    static let sexagesimalNumber = Rule(
        "sexagesimal-number",
        summary: LocalizedText(
            "A time of day, and anything else of digits and colons, is quoted.",
            "时刻以及其他由数字和冒号组成的内容要加引号。"
        ),
        why: LocalizedText(
            """
            `9:30` is 570 to readers of YAML 1.1, who take it for a number to the base 60, and a text to all others. An \
            office would open at 570.
            """,
            "“9:30”按 YAML 1.1 读取会当作六十进制数，等于570，其他程序则当作文本。办事地点的开门时间就成了570。"
        ),
        remedy: LocalizedText("Put quotes around it.", "加上引号。"),
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
            ? LocalizedText(
                "is a text to most readers, but a time without its leading zero is a number in YAML 1.1",
                "在多数程序中是文本，但不带开头0的时刻按 YAML 1.1 读取是数字"
            )
            : LocalizedText(
                "is \(total.map(String.init) ?? "a number to the base 60") in YAML 1.1 and a text in YAML 1.2",
                "按 YAML 1.1 读取是\(total.map { " \($0)" } ?? "六十进制数")，按 YAML 1.2 读取是文本"
            )
        return Diagnostic(
            .sexagesimalNumber,
            LocalizedText(
                "\(Excerpt(text)) \(reading.text(in: .english))",
                "“\(Excerpt(text).text)”\(reading.text(in: .chinese))"
            ),
            at: range,
            help: LocalizedText("write \"\(text)\" in quotes", "请加引号写成 \"\(text)\""),
            fix: .quote(text, at: range, isSafe: true)
        )
    }
}
