internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A value is written where it holds.
    static let anchor = Rule(
        "anchor",
        summary: LocalizedText(
            "A value is written out where it holds; there are no anchors (&name).",
            "值要写在它所在的位置，不使用锚点（&name）。"
        ),
        why: LocalizedText(
            """
            A value that is used elsewhere by its anchor changes two facts when one is edited, and their sources are no \
            longer those of the one who wrote them.
            """,
            "通过锚点在别处引用的值，改动一处就会改动两条信息，而它们的来源已经不是当初注明的来源。"
        ),
        remedy: LocalizedText(
            "Remove the anchor, and write the value out wherever it is needed. Quote a text that begins with &.",
            "删除锚点，在需要的地方把值完整写出。以“&”开头的文本要加引号。"
        ),
        rejected: [RuleExample("receipt:\n  name: ↓&shared {en: receipt}\n")],
        accepted: [RuleExample("receipt:\n  name: {en: \"&shared\"}\n")]
    )
}

extension Diagnostic {
    static func anchor(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .anchor,
            LocalizedText(
                "\(Excerpt(name)) names this value for use elsewhere",
                "“\(Excerpt(name).text)”给这个值起了名，供别处引用"
            ),
            at: range,
            help: LocalizedText(
                "remove it and write the value out where it is needed; quote a text that begins with '&'",
                "请删除，并在需要的地方把值完整写出；以“&”开头的文本要加引号"
            )
        )
    }
}
