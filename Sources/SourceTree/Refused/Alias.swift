internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A value says what it is, not where to look.
    static let alias = Rule(
        "alias",
        summary: LocalizedText(
            "A value is written out where it holds; there are no aliases (*name).",
            "值要写在它所在的位置，不使用别名（*name）。"
        ),
        why: LocalizedText(
            """
            An alias copies a value from elsewhere in the file, where its source and its date may be others. A chain \
            of them makes a file of a few lines fill the memory of a machine.
            """,
            "别名把文件中另一处的值搬过来，而那一处的来源和日期可能并不相同。别名层层相套，几行的文件就能占满一台机器的内存。"
        ),
        remedy: LocalizedText("Write the value out. Quote a text that begins with *.", "把值完整写出。以“*”开头的文本要加引号。"),
        rejected: [RuleExample(wholeFile: true, "receipt:\n  name: &shared receipt\n  title: ↓*shared\n")],
        accepted: [RuleExample("receipt:\n  name: {en: \"*shared\"}\n")]
    )
}

extension Diagnostic {
    static func alias(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .alias,
            LocalizedText(
                "'*\(Excerpt(name).text)' stands for a value written elsewhere",
                "“*\(Excerpt(name).text)”代表写在别处的值"
            ),
            at: range,
            help: LocalizedText("write the value out; quote a text that begins with '*'", "请把值完整写出；以“*”开头的文本要加引号")
        )
    }
}
