internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A file can be read as YAML.
    static let yamlSyntax = Rule(
        "yaml-syntax",
        summary: LocalizedText("A registry file is well-formed YAML.", "信息库文件是格式正确的 YAML。"),
        why: LocalizedText(
            """
            From the first mistake of this kind onwards nobody can tell what was meant, so the rest of the file is not \
            read. Only one such mistake is reported per file.
            """,
            "从第一处这类错误起，就无法判断后面的意思，所以文件的其余部分没有读取。每个文件只报告一处这类错误。"
        ),
        remedy: LocalizedText(
            """
            Look at the place and at the line before it: a missing quote, bracket, colon or space, or an indentation \
            that does not match its neighbours.
            """,
            "检查该处及其上一行：是否缺少引号、括号、冒号或空格，缩进是否与相邻各行一致。"
        ),
        rejected: [
            RuleExample(wholeFile: true, "city: exampleton\nreceipt: ↓\"no end\n"),
            RuleExample(wholeFile: true, "city: example↓: ton\n"),
            RuleExample(wholeFile: true, "city: ↓@example\n"),
            RuleExample(wholeFile: true, "city: exampleton\n↓division\nreceipt: unknown\n"),
            RuleExample(wholeFile: true, "receipt:\n  name: unknown\n ↓format: unknown\n"),
            RuleExample(wholeFile: true, "receipt: ↓{name: unknown\n"),
        ],
        accepted: [RuleExample("city: exampleton\nreceipt: {name: unknown, format: \"a: b\"}\n")]
    )
}
