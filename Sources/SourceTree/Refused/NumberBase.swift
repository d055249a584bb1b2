internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// Numbers are decimal.
    static let numberBase = Rule(
        "number-base",
        summary: LocalizedText(
            "Numbers are decimal; 0x1F, 0o17 and 0b1 are not used.",
            "数字采用十进制，不使用“0x1F”“0o17”“0b1”这样的写法。"
        ),
        why: LocalizedText(
            """
            `0o17` is 15 to readers of YAML 1.2 and a text to readers of YAML 1.1; with `0b1` it is the other way round. \
            A receipt number such as 0x12 may turn into 18.
            """,
            """
            “0o17”按 YAML 1.2 读取是15，按 YAML 1.1 读取是文本；“0b1”正好相反。“0x12”\
            这样的回执编号可能变成18。
            """
        ),
        remedy: LocalizedText(
            "Write the number in decimal digits; put quotes around a name.",
            "用十进制数字书写；如果是编号或名称，请加引号。"
        ),
        rejected: [RuleExample("fees: {rates: {visa: ↓0o17, card: ↓0x1F, permit: ↓0b1}}\n")],
        accepted: [RuleExample("fees: {rates: {visa: 15, card: \"0x1F\", permit: 0xyz}}\n")]
    )
}

extension Diagnostic {
    static func numberBase(_ text: String, at range: SourceRange) -> Diagnostic {
        let letter = text.first { $0.isLetter }.map { String($0).lowercased() }
        let (base, radix, readers) =
            switch letter {
            case "x":
                (
                    LocalizedText("16", "十六"), 16,
                    LocalizedText(
                        "for readers of YAML 1.1 and 1.2, and a text for simpler ones",
                        "（按 YAML 1.1 和 1.2 读取），在较简单的程序中是文本"
                    )
                )
            case "o":
                (
                    LocalizedText("8", "八"), 8,
                    LocalizedText("in YAML 1.2, and a text in YAML 1.1", "（按 YAML 1.2 读取），按 YAML 1.1 读取是文本")
                )
            default:
                (
                    LocalizedText("2", "二"), 2,
                    LocalizedText("in YAML 1.1, and a text in YAML 1.2", "（按 YAML 1.1 读取），按 YAML 1.2 读取是文本")
                )
            }
        let figures = text.drop { $0 == "-" || $0 == "+" }.dropFirst(2).filter { $0 != "_" }
        let sign = text.hasPrefix("-") ? "-" : ""
        let value =
            Int(figures, radix: radix).map { LocalizedText("\(sign)\($0)", " \(sign)\($0)") }
            ?? LocalizedText("a number to the base \(base.text(in: .english))", "\(base.text(in: .chinese))进制数")
        return Diagnostic(
            .numberBase,
            LocalizedText(
                "\(Excerpt(text)) is \(value.text(in: .english)) \(readers.text(in: .english))",
                "“\(Excerpt(text).text)”是\(value.text(in: .chinese))\(readers.text(in: .chinese))"
            ),
            at: range,
            help: LocalizedText(
                "write the number in decimal digits, or \"\(text)\" in quotes for a name",
                "请用十进制数字书写；如果是编号或名称，请加引号写成 \"\(text)\""
            ),
            fix: .quote(text, at: range)
        )
    }
}
