internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A number is a number.
    static let notAFiniteNumber = Rule(
        "not-a-finite-number",
        summary: LocalizedText("A number is finite; .inf and .nan are not used.", "数字必须是有限的，不使用“.inf”和“.nan”。"),
        why: LocalizedText(
            "No fee and no limit is infinite or 'not a number', and programs that compute with either show nonsense.",
            "没有哪项收费或限额是无穷大，也没有哪项是“非数值”；程序拿它们计算，只会得出荒谬的结果。"
        ),
        remedy: LocalizedText(
            "Write the number, or the word the place has for 'no limit'; put quotes around a text.",
            "写出数字，或者写该处表示“不限”的词；如果是文本，请加引号。"
        ),
        rejected: [RuleExample("fees: {rates: {visa: ↓.inf, card: ↓-.Inf, permit: ↓.NaN}}\n")],
        accepted: [RuleExample("fees: {rates: {visa: unknown, card: \".inf\"}}\n")]
    )
}

extension Diagnostic {
    static func notAFiniteNumber(_ text: String, at range: SourceRange) -> Diagnostic {
        let meaning =
            text.lowercased().hasSuffix("nan")
            ? LocalizedText("no number at all", "非数值") : LocalizedText("infinity", "无穷大")
        return Diagnostic(
            .notAFiniteNumber,
            LocalizedText(
                "'\(text)' is \(meaning.text(in: .english)) to readers of YAML",
                "“\(text)”在 YAML 中表示\(meaning.text(in: .chinese))"
            ),
            at: range,
            help: LocalizedText(
                "write a number, or \"\(text)\" in quotes if the text is meant",
                "请写数字；如果就是这个文本，请加引号写成 \"\(text)\""
            ),
            fix: .quote(text, at: range)
        )
    }
}
