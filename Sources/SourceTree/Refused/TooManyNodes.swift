internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A file holds only so many values.
    static let tooManyNodes = Rule(
        "too-many-nodes",
        summary: LocalizedText("A registry file holds at most 500,000 values.", "信息库文件最多含有50万个值。"),
        why: LocalizedText(
            """
            A city's file has some seven hundred values. A file with a thousand times as many is no record of a city, \
            and would take the memory that the other files need.
            """,
            "一个城市的文件大约有七百个值。多出上千倍的文件不会是城市的记录，还会占用其他文件所需的内存。"
        ),
        remedy: LocalizedText(
            "Remove the file from the registry's folder, or split it into one file per city.",
            "把该文件移出信息库文件夹，或者按城市拆分成多个文件。"
        ),
        rejected: [],
        accepted: [RuleExample("city: exampleton\n")]
    )
}

extension Diagnostic {
    static func tooManyNodes(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .tooManyNodes,
            LocalizedText(
                "the file holds more than \(Limits.nodes) values; the rest of it is not read",
                "文件中的值超过\(Limits.nodes)个，其余部分没有读取"
            ),
            at: range,
            help: LocalizedText("split it into one file per city", "请按城市拆分成多个文件")
        )
    }
}
