internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A key stands once in a group.
    static let duplicateKey = Rule(
        "duplicate-key",
        summary: LocalizedText(
            "A key stands only once in a group, however it is quoted.",
            "同一键值组中，一个键只能出现一次，不论是否加引号。"
        ),
        why: LocalizedText(
            """
            Most readers keep the last of two values and say nothing, some keep the first. With `status: unknown` and, \
            twenty lines on, `status: offered`, nobody can tell which one an applicant is told.
            """,
            """
            出现两个值时，多数程序不作声地采用后一个，有些采用前一个。前面写“status: unknown”，二十\
            行后又写“status: offered”，就没有人知道申请人看到的是哪一个。
            """
        ),
        remedy: LocalizedText("Keep one of the two, and remove or rename the other.", "保留其中一个，删除另一个或给它改名。"),
        rejected: [RuleExample("receipt:\n  name: unknown\n  format: unknown\n  ↓\"name\": unknown\n")],
        accepted: [RuleExample("receipt:\n  name: {en: name}\n  format: unknown\n")]
    )
}

extension Diagnostic {
    static func duplicateKey(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateKey,
            LocalizedText(
                "the key \(Excerpt(name)) stands a second time in this group",
                "键“\(Excerpt(name).text)”在本组中第二次出现"
            ),
            at: range,
            notes: [
                Note(LocalizedText("\(Excerpt(name)) stands here first", "“\(Excerpt(name).text)”第一次出现在此处"), at: first)
            ],
            help: LocalizedText(
                "keep one of the two; readers differ over which one counts",
                "请只保留一个；各程序对以哪一个为准处理不一"
            )
        )
    }
}
