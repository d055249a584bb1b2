internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A word is not a truth value.
    static let booleanWord = Rule(
        "boolean-word",
        summary: LocalizedText(
            "The words yes, no, on, off, true, false, y and n are not written without quotes.",
            "“yes”“no”“on”“off”“true”“false”“y”“n”这些词必须加引号。"
        ),
        why: LocalizedText(
            """
            `NO`, the code of Norway, is 'false' to readers of YAML 1.1 and a text to readers of YAML 1.2; so are `on`, \
            `off` and `y`. No place in the registry takes a truth value, because 'no' and 'nobody knows' must never be \
            mixed up.
            """,
            """
            挪威的国籍代码“NO”，按 YAML 1.1 读取是“false”，按 YAML 1.2 读取是文本；“on”\
            “off”“y”也是如此。信息库中没有一处填写真假值，因为“没有”和“无人知晓”绝不能混淆。
            """
        ),
        remedy: LocalizedText(
            "Put quotes around a word or a code. For a fact, write one of the words its place takes.",
            "词或代码要加引号。填写信息时，请用该处允许的词。"
        ),
        rejected: [
            RuleExample("receipt:\n  name: {en: ↓NO}\n"),
            RuleExample("receipt:\n  ↓on: unknown\n  format: ↓true\n"),
        ],
        accepted: [RuleExample("receipt:\n  name: {en: \"NO\", zh: yEs}\n  format: none\n")]
    )
}

extension Diagnostic {
    static func booleanWord(_ text: String, at range: SourceRange) -> Diagnostic {
        let truth = ["y", "yes", "on", "true"].contains(text.lowercased()) ? "true" : "false"
        let isCommon = text.lowercased() == truth
        let message =
            isCommon
            ? LocalizedText("'\(text)' is a truth value, which no place here takes", "“\(text)”是真假值，此处不填真假值")
            : LocalizedText(
                "'\(text)' is '\(truth)' in YAML 1.1 and a text in YAML 1.2",
                "“\(text)”按 YAML 1.1 读取是“\(truth)”，按 YAML 1.2 读取是文本"
            )
        return Diagnostic(
            .booleanWord,
            message,
            at: range,
            help: LocalizedText(
                "write one of the words this place takes, such as not-offered; or \"\(text)\" in quotes for a text or a code",
                "请写该处允许的词，例如“not-offered”；如果是文本或代码，请加引号写成 \"\(text)\""
            ),
            fix: .quote(text, at: range)
        )
    }
}
