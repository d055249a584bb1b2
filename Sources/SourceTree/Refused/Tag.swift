internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A value's place says what it is.
    static let tag = Rule(
        "tag",
        summary: LocalizedText("A value carries no YAML tag (!name).", "值不带 YAML 标签（!name）。"),
        why: LocalizedText(
            """
            A tag asks the reader to make something else of a value: `!!str 160` is a text, `!!int \"160\"` a number. \
            Some readers obey, some ignore it, and some run code for it.
            """,
            """
            标签要求读取程序把值当作别的东西：“!!str 160”是文本，“!!int \"160\"”是数字。有\
            的程序照办，有的忽略，有的甚至会为它运行代码。
            """
        ),
        remedy: LocalizedText(
            "Remove the tag; quote digits that are a name. Quote a text that begins with !.",
            "删除标签；作为代码的数字要加引号。以“!”开头的文本也要加引号。"
        ),
        rejected: [RuleExample("division: ↓!!str 990100\n")],
        accepted: [RuleExample("division: \"990100\"\n")]
    )
}

extension Diagnostic {
    static func tag(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .tag,
            LocalizedText(
                "the tag \(Excerpt(name)) asks readers to take the value for something else, and readers differ over it",
                "标签“\(Excerpt(name).text)”要求把值当作别的东西，各程序处理不一"
            ),
            at: range,
            help: LocalizedText(
                "remove it; quote digits that are a name, and a text that begins with '!'",
                "请删除；作为代码的数字和以“!”开头的文本要加引号"
            )
        )
    }
}
