internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A registry file says something.
    static let emptyFile = Rule(
        "empty-file",
        summary: LocalizedText("A registry file holds at least one record.", "信息库文件至少含有一条记录。"),
        why: LocalizedText(
            """
            An empty file says neither that a city offers online payment nor that nobody knows. Most often a save went \
            wrong, and the record of a city is gone without anybody noticing.
            """,
            "空文件既没有说该城市已开通网上缴费，也没有说无人知晓。最常见的原因是保存出错，一个城市的记录就此丢失而无人察觉。"
        ),
        remedy:
            LocalizedText(
                "Restore the file from the last commit, or delete it; a city without a file is answered with 'unknown'.",
                "从上一次提交恢复该文件，或者删除该文件；没有文件的城市一律答复“unknown”。"
            ),
        rejected: [RuleExample(wholeFile: true, "↓# Guangzhou\n"), RuleExample(wholeFile: true, "↓---\n")],
        accepted: [RuleExample("city: exampleton\ndivision: \"990100\"\n")]
    )
}

extension Diagnostic {
    static func emptyFile(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyFile,
            LocalizedText("the file holds no record", "文件中没有任何记录"),
            at: range,
            help: LocalizedText("restore the file's content, or delete the file", "请恢复文件内容，或者删除该文件")
        )
    }
}
