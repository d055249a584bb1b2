internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A file gives its reader no instructions.
    static let directive = Rule(
        "directive",
        summary: LocalizedText(
            "A registry file holds no YAML directives (lines that begin with %).",
            "信息库文件不含 YAML 指令（以“%”开头的行）。"
        ),
        why: LocalizedText(
            """
            `%YAML 1.1` asks a reader to take `0400` as 256 and `NO` as false, and some readers obey. Two programs \
            would read two fees from one file.
            """,
            """
            “%YAML 1.1”要求读取程序把“0400”当作256，把“NO”当作“false”，有些程序会照办。\
            于是两个程序会从同一个文件读出两种收费。
            """
        ),
        remedy: LocalizedText("Remove the line. A value that must begin with % is quoted.", "删除该行。必须以“%”开头的值要加引号。"),
        rejected: [RuleExample(wholeFile: true, "↓%YAML 1.1\n---\ncity: exampleton\n")],
        accepted: [RuleExample("rollout:\n  official-account:\n    stage: {pilot: 5%}\n")]
    )
}

extension Diagnostic {
    static func directive(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .directive,
            LocalizedText(
                "a line that begins with '%' is an instruction to the reader, and readers differ over it",
                "以“%”开头的行是给读取程序的指令，各程序处理不一"
            ),
            at: range,
            help: LocalizedText(
                "remove the line, or quote the value that begins with '%'",
                "请删除该行，或者给以“%”开头的值加引号"
            )
        )
    }
}
