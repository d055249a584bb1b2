internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A day stands without a time.
    static let dateTime = Rule(
        "date-time",
        summary: LocalizedText("A date stands without a time of day.", "日期单独书写，不带时刻。"),
        why: LocalizedText(
            """
            Fees and stages hold for whole days in China. `2026-01-05T00:00:00Z` is 8 o'clock in the morning there, and \
            readers of YAML 1.1 turn it into the time of their own machine: a fee would begin on another day.
            """,
            """
            收费和阶段都按中国的整日计算。“2026-01-05T00:00:00Z”在中国是上午8点，而按 \
            YAML 1.1 读取的程序会换算成本机的时间：收费就会从另一天开始。
            """
        ),
        remedy: LocalizedText(
            "Write the day alone; put quotes around a time that is meant as a text.",
            "只写日期；如果确实要写带时刻的文本，请加引号。"
        ),
        rejected: [RuleExample("receipt:\n  format: ↓2026-01-05T09:30:00+08:00\n  name: ↓2026-1-5 9:30\n")],
        accepted: [RuleExample("receipt:\n  format: {2026-01-05: unknown}\n  name: \"2026-01-05T09:30:00\"\n")]
    )
}

extension Diagnostic {
    static func dateTime(_ text: String, at range: SourceRange) -> Diagnostic {
        let day = text.prefix { $0.isNumber || $0 == "-" }
        return Diagnostic(
            .dateTime,
            LocalizedText(
                "\(Excerpt(text)) is a moment, which readers place in different time zones",
                "“\(Excerpt(text).text)”是一个时刻，各程序会按不同时区读取"
            ),
            at: range,
            help: LocalizedText(
                "write the day alone, \(day), or \"\(text)\" in quotes for a text",
                "请只写日期 \(day)；如果是文本，请加引号写成 \"\(text)\""
            ),
            fix: .quote(text, at: range)
        )
    }
}
