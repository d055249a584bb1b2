internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// Numbers are written out.
    static let exponentNumber = Rule(
        "exponent-number",
        summary: LocalizedText(
            "Numbers are written out, without a power of ten such as 1e3.",
            "数字要完整写出，不用“1e3”这样的科学记数法。"
        ),
        why: LocalizedText(
            """
            `1e3` is 1000 to readers of YAML 1.2 and a text to most readers of YAML 1.1. A document number such as 12e5 \
            may turn into 1200000.
            """,
            """
            “1e3”按 YAML 1.2 读取是1000，多数按 YAML 1.1 读取的程序则当作文本。“12e5”\
            这样的证件号码可能变成1200000。
            """
        ),
        remedy: LocalizedText("Write the number out; put quotes around a name.", "把数字完整写出；如果是号码或名称，请加引号。"),
        rejected: [RuleExample("fees: {rates: {visa: ↓1e3, card: ↓1.5E+2}}\n")],
        accepted: [RuleExample("fees: {rates: {visa: 1000, card: \"1e3\", permit: e3}}\n")]
    )
}

extension Diagnostic {
    static func exponentNumber(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .exponentNumber,
            LocalizedText(
                "\(Excerpt(text)) is a number with a power of ten in YAML 1.2, and a text for many readers of YAML 1.1",
                """
                “\(Excerpt(text).text)”按 YAML 1.2 读取是科学记数法的数字，许多按 \
                YAML 1.1 读取的程序当作文本
                """
            ),
            at: range,
            help: LocalizedText(
                "write the number out, or \"\(text)\" in quotes for a name",
                "请把数字完整写出；如果是号码或名称，请加引号写成 \"\(text)\""
            ),
            fix: .quote(text, at: range)
        )
    }
}
