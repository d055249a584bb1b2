internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// Lists and groups lie in each other only so deeply.
    static let tooDeep = Rule(
        "too-deep",
        summary: LocalizedText("Lists and groups lie in each other at most 64 levels deep.", "列表和键值组最多嵌套64层。"),
        why: LocalizedText(
            """
            No record needs a tenth of that. A file of nothing but opening brackets would keep a reader busy for \
            minutes, and with it every check that waits for the file.
            """,
            "任何记录都用不到这个数的十分之一。一个全是左括号的文件会让读取程序忙上几分钟，其他等待该文件的检查也都被耽误。"
        ),
        remedy: LocalizedText(
            "Look for a bracket or an indentation that was never closed. What comes after it has not been read.",
            "检查是否有没有闭合的括号或没有收回的缩进。其后的内容没有读取。"
        ),
        rejected: [RuleExample(wholeFile: true, String(repeating: "[", count: Limits.depth) + "↓[\n")],
        accepted: [RuleExample("receipt: {name: {en: [[receipt]]}}\n")]
    )
}

extension Diagnostic {
    static func tooDeep(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .tooDeep,
            LocalizedText(
                "lists and groups lie more than \(Limits.depth) levels deep here; the rest of the file is not read",
                "此处列表和键值组的嵌套超过\(Limits.depth)层，文件的其余部分没有读取"
            ),
            at: range,
            help: LocalizedText("look for a bracket that was never closed", "请检查是否有没有闭合的括号")
        )
    }
}
