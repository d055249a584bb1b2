import Diagnostics

extension Mutators {
    /// Breaks what is refused before anybody asks what a value is for.
    static let ofYAML: [Mutator] = ofFiles + ofNotation + ofNumbers + ofCharacters

    private static let ofFiles: [Mutator] = [
        .bytes("byte-order-mark", "put a byte order mark before a file") { [0xEF, 0xBB, 0xBF] + $0 },
        .bytes("binary-file", "put a NUL byte after a file") { $0 + [0] },
        .bytes("invalid-utf8", "put half a character after a file") { $0 + Array("# ".utf8) + [0xE5, 0xB9] },
        .bytes("control-character", "put a control character into a comment") { $0 + Array("# \u{7}\n".utf8) },
        .bytes("directive", "put a directive before a file") { Array("%YAML 1.2\n---\n".utf8) + $0 },
        .bytes("several-documents", "begin a second document") { $0 + Array("---\nother: document\n".utf8) },
        .bytes("empty-file", "leave only a comment of a file") { _ in Array("# nothing\n".utf8) },
        .bytes("yaml-syntax", "put half a list after a file") { $0 + Array("more: [1\n".utf8) },
        .bytes("too-many-findings", "repeat a key 300 times") { bytes in
            bytes + Array(String(repeating: "again: a\n", count: 300).utf8)
        },
        .bytes("file-too-large", "put a comment of 4 MiB after a file") {
            $0 + [UInt8](repeating: 0x23, count: 4 << 20)
        },
        .bytes("too-many-nodes", "put a list of half a million after a file") { bytes in
            bytes + Array("more: [\(String(repeating: "1,", count: 500_001))1]\n".utf8)
        },
    ]

    private static let ofNotation: [Mutator] = [
        .raw("alias", "write an alias for a value", in: .city, .schedule, .registry, .calendar, at: "**") { _ in
            ["*same"]
        },
        .raw("anchor", "give a value an anchor", in: .city, .schedule, .registry, .calendar, at: "**") {
            ["&name \($0)"]
        },
        .raw("tag", "give a value a tag", in: .city, .schedule, .registry, .calendar, at: "**") { ["!!str \($0)"] },
        .raw("empty-value", "leave a value out", in: .city, .schedule, .registry, .calendar, at: "**") { _ in
            ["", "~", "null"]
        },
        .raw("too-deep", "put a value into 70 lists", in: .city, .schedule, at: "**") { raw in
            [String(repeating: "[", count: 70) + raw + String(repeating: "]", count: 70)]
        },
        .raw("boolean-word", "write yes or no for a value", in: .city, .schedule, .registry, at: "**") { _ in
            ["no", "Yes", "on"]
        },
        .raw("yaml-syntax", "leave a quote open", in: .city, .schedule, .registry, .calendar, at: "**") { raw in
            [raw.hasPrefix("\"") ? String(raw.dropLast()) : "\"" + raw]
        },
        .entry("duplicate-key", "write an entry twice", in: .city, .schedule, .registry, .calendar, at: "**/*") {
            entry in
            Int(entry.key) == nil ? [[entry, entry]] : []
        },
        .entry("complex-key", "write a list for a key", in: .city, .registry, at: "*") {
            [[.init("? [a, b]\n", $0.value)]]
        },
        .value("merge-key", "merge another group into a group", in: .city, .schedule, .registry, .calendar, at: "**") {
            value in
            [value.with("<<", .scalar("{key: value}"))].compactMap(\.self)
        },
        .raw("tab-character", "put a tab before a value", in: .city, .schedule, .registry, .calendar, at: "**") {
            ["\t\($0)"]
        },
    ]

    private static let ofNumbers: [Mutator] = [
        number("leading-zero-number", "put a zero before a number") { ["0\($0)"] },
        number("underscore-in-number", "put an underscore into a number") { ["\($0)_000"] },
        number("exponent-number", "write a number with an exponent") { ["\($0)e2"] },
        number("number-base", "write a number to the base 16 or 8") { ["0x\($0)", "0o17"] },
        number("signed-number", "put a plus before a number") { ["+\($0)"] },
        number("incomplete-decimal", "end a number with a point") { ["\($0)."] },
        number("not-a-finite-number", "write infinity for a number") { _ in [".inf", "-.inf", ".nan"] },
        .raw("sexagesimal-number", "write a time of day for a number", in: .city, .schedule, .registry, at: "**") {
            raw in
            isNumber(raw) ? ["09:30", "1:30:00"] : []
        },
        .raw("date-time", "give a day a time", in: .city, .schedule, .registry, .calendar, at: "**") { raw in
            isDate(raw) ? ["\(raw)T00:00:00Z", "\(raw) 08:00:00"] : []
        },
    ]

    private static let ofCharacters: [Mutator] = [
        .raw("full-width-digit", "write digits in full width", in: .city, .schedule, .registry, .calendar, at: "**") {
            raw in
            let wide = raw.unicodeScalars.map { scalar in
                (0x30...0x39).contains(scalar.value)
                    ? String(UnicodeScalar(scalar.value + 0xFEE0) ?? scalar) : String(scalar)
            }
            return wide.joined() == raw ? [] : [wide.joined()]
        },
        .raw("look-alike-letter", "write a Cyrillic letter in a word", in: .city, .schedule, .registry, at: "**") {
            raw in
            isWord(raw) && raw.contains("a") && raw.count > 1 ? [raw.replacing("a", with: "а", maxReplacements: 1)] : []
        },
        .raw(
            "invisible-character",
            "put an invisible character into a value",
            in: .city,
            .schedule,
            .registry,
            .calendar,
            at: "**"
        ) { raw in
            isWord(raw) ? ["\(raw)\u{200B}", "\(raw)\u{202E}x", "\(raw)\u{A0}x"] : []
        },
        .raw("not-nfc", "decompose a character of a value", in: .city, .schedule, .registry, .calendar, at: "**") {
            raw in
            isWord(raw) ? ["\(raw)e\u{301}"] : []
        },
    ]

    private static func number(
        _ rule: RuleID,
        _ operation: String,
        _ change: @escaping @Sendable (String) -> [String]
    ) -> Mutator {
        .raw(rule, operation, in: .city, .schedule, .registry, at: "**") { isNumber($0) ? change($0) : [] }
    }
}
