internal import Diagnostics

extension Rule {
    /// A number begins with its first digit.
    static let leadingZeroNumber = Rule(
        "leading-zero-number",
        summary: "Digits that begin with a zero are quoted, or the zero is left out.",
        why: """
            `0400` is 400 to readers of YAML 1.2 and 256 to readers of YAML 1.1, who take it for a number to the base 8; \
            one and the same file would charge 400 yuan here and 256 there. The telephone number 075500000001 loses its \
            first digit or becomes 8271167489.
            """,
        remedy: "Leave the zero out if it is a number; put quotes around digits that are a name or a telephone number.",
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
                "'\(yuan),\(text)' is not a number but two values, \(yuan) and \(text), parted by a comma",
                at: range,
                help: "write \(yuan).\(text): decimals stand after a point"
            )
        }
        let sign = text.hasPrefix("-") ? "-" : ""
        let digits = text.drop { $0 == "-" || $0 == "+" }
        let isDecimal = digits.contains(".")
        let stripped = digits.drop { $0 == "0" }
        let number = sign + (stripped.isEmpty ? "0" : stripped.hasPrefix(".") ? "0" + stripped : String(stripped))
        let octal = isDecimal ? nil : Int(digits, radix: 8).map { sign + String($0) }
        let other = octal.map { "\($0) in YAML 1.1" } ?? "may be a text in YAML 1.1"
        return Diagnostic(
            .leadingZeroNumber,
            "\(Excerpt(text)) is \(number) in YAML 1.2 and \(other)",
            at: range,
            help: "write \(number) for a number, or \"\(text)\" in quotes for digits that are a name",
            fix: .quote(text, at: range)
        )
    }
}
