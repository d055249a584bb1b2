import Vocabulary

/// What a program can tell of the Chinese of a text: that it is there, is Chinese, and says the same things as the English.
struct ChineseText {
    /// What a text is for, which decides how it ends.
    enum Kind {
        /// Whole sentences: what a rule says.
        case sentences
        /// A phrase: what a finding says.
        case phrase
    }

    private let english: String
    private let chinese: String
    private let kind: Kind

    /// Technical names that are the same in both languages.
    private static let names: Set<String> = [
        "YAML", "JSON", "UTF", "NFC", "NUL", "LF", "BOM", "GBK", "GB", "MiB", "ISO", "alpha", "Unicode", "YYYY", "MM",
        "DD",
        "calendar.yaml", "registry.yaml", "y", "n", "yes", "no", "on", "off", "true", "false",
    ]

    init(_ text: LocalizedText, as kind: Kind) {
        english = text.english ?? ""
        chinese = text.chinese ?? ""
        self.kind = kind
    }

    /// Everything that is wrong with it.
    var faults: [String] {
        [
            (Self.hasHan(chinese), "there is no Chinese"),
            (!english.isEmpty && english != chinese, "there is no English"),
            (endsWell, "it ends as the other kind of text does"),
            (hasPairedQuotes, "its quotes are not in pairs"),
            (!hasForeignPunctuation, "ASCII punctuation stands beside Chinese"),
            (!hasDoubledBlank, "there are two blanks in a row, or a blank at an end"),
        ].filter { !$0.0 }.map(\.1)
            + strangeWords.map { "'\($0)' is no Chinese" }
            + inventedQuotes.map { "“\($0)” is not in the English" }
            + lostQuotes.map { "'\($0)' is not in the Chinese" }
    }

    private var endsWell: Bool {
        switch kind {
        case .sentences: chinese.hasSuffix("。")
        case .phrase: !chinese.contains("。") && !chinese.hasSuffix(".") && !chinese.hasSuffix("，")
        }
    }

    private var hasPairedQuotes: Bool {
        var isOpen = false
        for character in chinese where character == "“" || character == "”" {
            guard isOpen == (character == "”") else { return false }
            isOpen.toggle()
        }
        return !isOpen
    }

    /// Whether a comma, colon or bracket for Latin text stands right beside a Chinese character, outside of quotes.
    private var hasForeignPunctuation: Bool {
        let characters = Array(withoutQuotes(chinese))
        return zip(characters, characters.dropFirst()).contains { left, right in
            (Self.isHan(left) && ",;:?!()'.".contains(right)) || (",;?!()'".contains(left) && Self.isHan(right))
        }
    }

    private var hasDoubledBlank: Bool {
        let plain = withoutQuotes(chinese)
        return plain.contains("  ") || chinese.hasPrefix(" ") || chinese.hasSuffix(" ")
    }

    /// Latin words outside of quotes that are neither technical names nor codes.
    private var strangeWords: [String] {
        withoutQuotes(chinese).matches(of: /[A-Za-z][A-Za-z.]*/).map { String($0.output) }.filter { word in
            let isCode = word.count <= 3 && word.allSatisfy(\.isUppercase)
            return !Self.names.contains(word) && !isCode && !numbers.contains(where: { $0.contains(word) })
        }
    }

    /// Numbers with letters in them, such as U+200B, 0x1F and 1e3.
    private var numbers: [Substring] {
        chinese.matches(of: /U\+[0-9A-F]+|0[xob][0-9A-Fa-f]+|[0-9.]+[eE][-+]?[0-9]+|[!*&]name/).map(\.output)
    }

    /// What is quoted in Chinese as it would stand in a file, and is not in the English.
    private var inventedQuotes: [String] {
        quoted.filter { !Self.hasHan($0) && !english.contains($0) }
            + chinese.matches(of: /".*?"/).map { String($0.output) }.filter { !english.contains($0) }
    }

    /// What an English phrase quotes, and the Chinese does not.
    private var lostQuotes: [String] {
        guard kind == .phrase else { return [] }
        return english.matches(of: /(?:^|[ (])'(.+?)'(?=$|[ ,;:?)])/).map { String($0.1) }.filter { value in
            !chinese.contains("“\(value)”")
        }
    }

    private var quoted: [String] {
        chinese.matches(of: /“(.+?)”/).map { String($0.1) }
    }

    /// The text without what it quotes: between Chinese quotes, and between ASCII ones where it is to be typed just so.
    private func withoutQuotes(_ text: String) -> String {
        text.replacing(/“.*?”/, with: "“”").replacing(/"[^"]*"/) { match in
            english.contains(match.output) ? "" : String(match.output)
        }
    }

    private static func hasHan(_ text: some StringProtocol) -> Bool {
        text.contains(where: isHan)
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
}
