internal import Diagnostics

extension Rule {
    /// Numbers are decimal.
    static let numberBase = Rule(
        "number-base",
        summary: "Numbers are decimal; 0x1F, 0o17 and 0b1 are not used.",
        why: """
            `0o17` is 15 to readers of YAML 1.2 and a text to readers of YAML 1.1; with `0b1` it is the other way round. \
            A receipt number such as 0x12 may turn into 18.
            """,
        remedy: "Write the number in decimal digits; put quotes around a name.",
        rejected: [RuleExample("fees: {rates: {visa: ↓0o17, card: ↓0x1F, permit: ↓0b1}}\n")],
        accepted: [RuleExample("fees: {rates: {visa: 15, card: \"0x1F\", permit: 0xyz}}\n")]
    )
}

extension Diagnostic {
    static func numberBase(_ text: String, at range: SourceRange) -> Diagnostic {
        let letter = text.first { $0.isLetter }.map { String($0).lowercased() }
        let (base, radix, readers) =
            switch letter {
            case "x": ("16", 16, "for readers of YAML 1.1 and 1.2, and a text for simpler ones")
            case "o": ("8", 8, "in YAML 1.2, and a text in YAML 1.1")
            default: ("2", 2, "in YAML 1.1, and a text in YAML 1.2")
            }
        let figures = text.drop { $0 == "-" || $0 == "+" }.dropFirst(2).filter { $0 != "_" }
        let sign = text.hasPrefix("-") ? "-" : ""
        let value = Int(figures, radix: radix).map { "\(sign)\($0)" } ?? "a number to the base \(base)"
        return Diagnostic(
            .numberBase,
            "\(Excerpt(text)) is \(value) \(readers)",
            at: range,
            help: "write the number in decimal digits, or \"\(text)\" in quotes for a name",
            fix: .quote(text, at: range)
        )
    }
}
