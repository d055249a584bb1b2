internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// White space is spaces.
    static let tabCharacter = Rule(
        "tab-character",
        summary: LocalizedText(
            "White space outside of quotes and comments is spaces, never tabs.",
            "引号和注释之外的空白使用空格，不使用制表符。"
        ),
        why: LocalizedText(
            """
            YAML takes its structure from the width of the indentation, and a tab has no agreed width: one reader sees \
            a record inside another, the next one a record beside it, most none at all.
            """,
            """
            YAML 依缩进的宽度确定结构，而制表符没有统一的宽度：有的程序认为一条记录在另一条之内，有的认为两条并\
            列，多数则完全无法读取。
            """
        ),
        remedy:
            LocalizedText(
                "Write spaces; two per level of indentation. A tab that belongs to a text is written \"\\t\" in quotes.",
                "改用空格，每级缩进两个。属于文本的制表符，请在双引号内写成“\\t”。"
            ),
        rejected: [
            RuleExample(wholeFile: true, "receipt:\n↓\tname: unknown\n"),
            RuleExample("city:↓\texampleton\n"),
            RuleExample("city: exampleton↓\t# its file\n"),
        ],
        accepted: [RuleExample("receipt:\n  name: \"a\tb\"  # tabs\there are fine\n")]
    )
}

extension Diagnostic {
    static func tabCharacter(isIndentation: Bool, isText: Bool, at range: SourceRange) -> Diagnostic {
        if isIndentation {
            return Diagnostic(
                .tabCharacter,
                LocalizedText("a tab in the indentation, which has no agreed width", "缩进中有制表符，其宽度没有统一规定"),
                at: range,
                help: LocalizedText("indent with spaces, two per level", "请用空格缩进，每级两个")
            )
        }
        return Diagnostic(
            .tabCharacter,
            isText
                ? LocalizedText("a tab inside of an unquoted value", "没有加引号的值中有制表符")
                : LocalizedText("a tab as white space", "用制表符作空白"),
            at: range,
            help: isText
                ? LocalizedText("write a space, or quote the value and write \\t", "请改为空格，或者给值加双引号并写成 \\t")
                : LocalizedText("write a space", "请改为空格"),
            fix: Fix(
                LocalizedText("write a space", "改为空格"),
                edits: [TextEdit(range, replacement: " ")],
                isSafe: !isText
            )
        )
    }
}
