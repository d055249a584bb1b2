/// In which characters a text is written; digits and signs belong to both languages.
struct Script {
    private(set) var hasHan = false
    private(set) var hasLatin = false

    /// Looks at a text's characters.
    init(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: hasLatin = true
            case 0x3400...0x4DBF, 0x4E00...0x9FFF: hasHan = true
            default: break
            }
        }
    }

    /// Whether nobody who reads no Chinese can make anything of it.
    var isOnlyChinese: Bool { hasHan && !hasLatin }
    /// Whether it holds no Chinese though it has words.
    var isOnlyLatin: Bool { hasLatin && !hasHan }
}
