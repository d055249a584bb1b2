internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A number begins with its first digit.
    static let leadingZeroNumber = Rule(
        "leading-zero-number",
        summary: LocalizedText(
            "Digits that begin with a zero are quoted, or the zero is left out.",
            "以0开头的一串数字要加引号，或者去掉开头的0。"
        ),
        why: LocalizedText(
            """
            `0400` is 400 to readers of YAML 1.2 and 256 to readers of YAML 1.1, who take it for a number to the base 8; \
            one and the same file would charge 400 yuan here and 256 there. The telephone number 075500000001 loses its \
            first digit or becomes 8271167489.
            """,
            """
            “0400”按 YAML 1.2 读取是400，按 YAML 1.1 读取则当作八进制数，等于256；同\
            一个文件，这里收400元，那里收256元。电话号码075500000001会丢掉开头的0，或者变成\
            8271167489。
            """
        ),
        remedy: LocalizedText(
            "Leave the zero out if it is a number; put quotes around digits that are a name or a telephone number.",
            "如果是数值，去掉开头的0；如果是代码或电话号码，请加引号。"
        ),
        rejected: [
            RuleExample("city: exampleton\ndivision: ↓0990100\n"),
            RuleExample("bureau:\n  phones: [{number: ↓075500000001}]\n"),
            RuleExample("fees: {rates: {visa: ↓0400}}\n"),
        ],
        accepted: [
            RuleExample("city: exampleton\ndivision: \"0990100\"\n"),
            RuleExample("fees: {rates: {visa: 400, card: 0.50, none: 0}}\n"),
        ]
    )
}

extension Diagnostic {
    static func leadingZeroNumber(_ text: String, at range: SourceRange, after yuan: String?) -> Diagnostic {
        if let yuan {
            return Diagnostic(
                .leadingZeroNumber,
                LocalizedText(
                    "'\(yuan),\(text)' is not a number but two values, \(yuan) and \(text), parted by a comma",
                    "“\(yuan),\(text)”不是一个数字，而是用逗号隔开的 \(yuan) 和 \(text) 两个值"
                ),
                at: range,
                help: LocalizedText(
                    "write \(yuan).\(text): decimals stand after a point",
                    "请写成 \(yuan).\(text)：小数部分写在小数点之后"
                )
            )
        }
        let sign = text.hasPrefix("-") ? "-" : ""
        let digits = text.drop { $0 == "-" || $0 == "+" }
        let isDecimal = digits.contains(".")
        let stripped = digits.drop { $0 == "0" }
        let number = sign + (stripped.isEmpty ? "0" : stripped.hasPrefix(".") ? "0" + stripped : String(stripped))
        let octal = isDecimal ? nil : Int(digits, radix: 8).map { sign + String($0) }
        let other =
            octal.map { LocalizedText("\($0) in YAML 1.1", "是 \($0)") }
            ?? LocalizedText("may be a text in YAML 1.1", "可能是文本")
        return Diagnostic(
            .leadingZeroNumber,
            LocalizedText(
                "\(Excerpt(text)) is \(number) in YAML 1.2 and \(other.text(in: .english))",
                "“\(Excerpt(text).text)”按 YAML 1.2 读取是 \(number)，按 YAML 1.1 读取\(other.text(in: .chinese))"
            ),
            at: range,
            help: LocalizedText(
                "write \(number) for a number, or \"\(text)\" in quotes for digits that are a name",
                "如果是数值，请写成 \(number)；如果是代码或号码，请加引号写成 \"\(text)\""
            ),
            fix: .quote(text, at: range)
        )
    }
}
