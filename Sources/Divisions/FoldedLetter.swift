/// What one typed character counts as when names are compared.
enum FoldedLetter: Equatable {
    /// A letter or digit, in lower case and without accents.
    case letter(Unicode.Scalar)
    /// A mark inside a word that parts two syllables: `Xi'an`.
    case apostrophe
    /// Space or punctuation between words.
    case separator
    /// A mark without a meaning of its own, such as a combining accent.
    case nothing

    /// What this character counts as.
    init(_ typed: Unicode.Scalar) {
        switch typed.value {
        case 0x61...0x7A, 0x30...0x39:
            self = .letter(typed)
        case 0x41...0x5A:
            self = .letter(Unicode.Scalar(UInt8(typed.value) + 0x20))
        case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB...0x2BD, 0x2C8, 0x2018...0x201B, 0x2032, 0x2035:
            self = .apostrophe
        case 0...0xBF:
            self = .separator
        case 0xFF01...0xFF5E:
            // A Chinese input method types full-width forms of ASCII.
            self = Unicode.Scalar(typed.value - 0xFEE0).map(FoldedLetter.init) ?? .separator
        case 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFEFF:
            self = .nothing
        default:
            self = Self.folding(beyondASCII: typed)
        }
    }

    private static func folding(beyondASCII typed: Unicode.Scalar) -> FoldedLetter {
        if let base = AccentedLetters.base(of: typed) { return .letter(base) }
        if isPlainLetter(typed) {
            return .letter(typed.value < 0x4E00 ? typed : TraditionalCharacters.simplified(typed))
        }
        let properties = typed.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return .separator }
        let isCapital = properties.changesWhenLowercased
        let lower = isCapital ? properties.lowercaseMapping.unicodeScalars.first ?? typed : typed
        switch lower {
        case "ё": return .letter("е")
        // Typed as a letter and a combining breve, it has lost the breve.
        case "й": return .letter("и")
        default: return .letter(lower)
        }
    }

    /// The common letters without case or accent, which need no slower look into the Unicode tables.
    private static func isPlainLetter(_ letter: Unicode.Scalar) -> Bool {
        switch letter.value {
        case 0x430...0x438, 0x43A...0x44F: true  // Cyrillic small letters but й
        case 0x621...0x63A, 0x641...0x64A: true  // Arabic
        case 0x3041...0x3096, 0x30A1...0x30FA: true  // Hiragana and Katakana
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3: true  // Chinese characters, Hangul syllables
        default: false
        }
    }
}

/// The base letters of accented Latin letters, block by block; `-` marks what is no letter.
private enum AccentedLetters {
    private static let latin1 = Array(
        "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty".utf8
    )
    private static let extendedA = Array(
        """
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll\
        nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """.utf8
    )
    /// The vowels with a caron, which write the third tone, and the tones of ü.
    private static let thirdTones = Array("aaiioouuuuuuuuuu".utf8)

    static func base(of letter: Unicode.Scalar) -> Unicode.Scalar? {
        let base: UInt8
        switch letter.value {
        case 0xC0...0xFF: base = latin1[Int(letter.value) - 0xC0]
        case 0x100...0x17F: base = extendedA[Int(letter.value) - 0x100]
        case 0x1CD...0x1DC: base = thirdTones[Int(letter.value) - 0x1CD]
        case 0x1F8, 0x1F9: base = UInt8(ascii: "n")
        default: return nil
        }
        return base == UInt8(ascii: "-") ? nil : Unicode.Scalar(base)
    }
}
