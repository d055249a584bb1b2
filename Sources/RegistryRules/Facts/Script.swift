/// In which characters a text is written; digits and signs belong to all languages.
struct Script {
    /// Whether it holds a Chinese character.
    private(set) var hasHan = false
    /// Whether it holds a Latin letter, with or without marks.
    private(set) var hasLatin = false
    /// Whether it holds a letter of any script.
    private(set) var hasLetter = false

    /// Looks at a text's characters.
    init(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: hasLatin = true
            case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: hasHan = true
            case ..<0x80: continue
            default: if !scalar.properties.isAlphabetic { continue }
            }
            hasLetter = true
        }
    }

    /// Whether nobody who reads only English can make anything of it.
    var isNotEnglish: Bool { hasLetter && !hasLatin }
    /// Whether nobody who reads only Chinese can make anything of it.
    var isNotChinese: Bool { hasLetter && !hasHan }
}
