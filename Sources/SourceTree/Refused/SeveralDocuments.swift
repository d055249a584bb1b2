internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A file is one document.
    static let severalDocuments = Rule(
        "several-documents",
        summary: LocalizedText("A registry file holds one YAML document.", "一个信息库文件只含一个 YAML 文档。"),
        why: LocalizedText(
            """
            `---` begins a second document and `...` ends one. Some readers take the first document, some the last, \
            some all of them: half of a city's record may be ignored without a word.
            """,
            """
            “---”开始第二个文档，“...”结束一个文档。有的程序只读第一个文档，有的只读最后一个，有的全部读取：\
            城市的记录可能有一半被悄悄忽略。
            """
        ),
        remedy: LocalizedText(
            "Give each city a file of its own. A single `---` before the first record is fine.",
            "每个城市单独一个文件。第一条记录之前有一个“---”是允许的。"
        ),
        rejected: [
            RuleExample(wholeFile: true, "city: exampleton\n↓---\ncity: samplebury\n"),
            RuleExample(wholeFile: true, "city: exampleton\n↓...\n"),
        ],
        accepted: [RuleExample(wholeFile: true, "---\ncity: exampleton\n")]
    )
}

extension Diagnostic {
    static func secondDocument(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .severalDocuments,
            LocalizedText(
                "'---' begins a second document; what follows is not read",
                "“---”开始了第二个文档，其后的内容没有读取"
            ),
            at: range,
            help: LocalizedText(
                "move what follows to a file of its own, or remove the line",
                "请把其后的内容移到单独的文件，或者删除该行"
            )
        )
    }

    static func documentEnd(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .severalDocuments,
            LocalizedText("'...' ends the document before the file ends", "“...”在文件结束之前结束了文档"),
            at: range,
            help: LocalizedText("remove the line", "请删除该行"),
            fix: Fix(LocalizedText("remove '...'", "删除“...”"), edits: [TextEdit(range, replacement: "")], isSafe: true)
        )
    }
}
