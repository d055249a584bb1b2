internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A number carries no plus sign.
    static let signedNumber = Rule(
        "signed-number",
        summary: LocalizedText("A number is written without a plus sign.", "数字前不写加号。"),
        why: LocalizedText(
            """
            `+5` is the number 5 to readers of YAML, and a text to readers that follow JSON. A telephone number such as \
            +8610840152920 loses its plus sign and becomes a number.
            """,
            """
            “+5”在 YAML 程序中是数字5，在遵循 JSON 的程序中是文本。“+8610840152920”\
            这样的电话号码会丢掉加号，变成一个数字。
            """
        ),
        remedy: LocalizedText(
            "Leave the plus sign out of a number; put quotes around a telephone number.",
            "数字前的加号要去掉；电话号码要加引号。"
        ),
        rejected: [
            RuleExample("fees: {rates: {visa: ↓+5}}\n"),
            RuleExample("bureau:\n  phones: [{number: ↓+8610840152920}]\n"),
        ],
        accepted: [RuleExample("bureau:\n  phones: [{number: \"+8610840152920\", extension: 5}]\n")]
    )
}

extension Diagnostic {
    static func signedNumber(_ text: String, at range: SourceRange) -> Diagnostic {
        let number = text.dropFirst()
        return Diagnostic(
            .signedNumber,
            LocalizedText(
                "\(Excerpt(text)) is the number \(Excerpt(String(number)).text) for some readers, and a text for others",
                """
                “\(Excerpt(text).text)”在有些程序中是数字 \
                \(Excerpt(String(number)).text)，在另一些程序中是文本
                """
            ),
            at: range,
            help: LocalizedText(
                "write \(number) for a number, or \"\(text)\" in quotes for a telephone number",
                "如果是数字，请写成 \(number)；如果是电话号码，请加引号写成 \"\(text)\""
            ),
            fix: .quote(text, at: range)
        )
    }
}
