/// What a stretch of text contains that has to be looked at closely.
///
/// Most files contain none of it.
struct TextTraits: OptionSet {
    let rawValue: UInt8

    /// Any byte beyond ASCII.
    static let beyondASCII = TextTraits(rawValue: 1)
    /// A character that no text file holds.
    static let control = TextTraits(rawValue: 2)
    static let tab = TextTraits(rawValue: 4)
    /// A character that nobody sees, or a space that is not the space.
    static let invisible = TextTraits(rawValue: 8)
    static let fullWidth = TextTraits(rawValue: 16)
    /// A Cyrillic or Greek letter.
    static let lookAlike = TextTraits(rawValue: 32)
    /// A character that may stand for another sequence of characters in Unicode's canonical composition.
    static let perhapsNotComposed = TextTraits(rawValue: 64)

    /// Everything that calls for the slow inspection.
    static let suspicious: TextTraits = [.control, .tab, .invisible, .fullWidth, .lookAlike, .perhapsNotComposed]

    /// The traits of one character.
    init(of scalar: Unicode.Scalar) {
        self = []
        if scalar.value >= 0x80 { insert(.beyondASCII) }
        if scalar == "\t" { insert(.tab) }
        if scalar.isForbiddenControl { insert(.control) }
        if scalar.isInvisible { insert(.invisible) }
        if scalar.isFullWidth { insert(.fullWidth) }
        if scalar.isCyrillicOrGreek { insert(.lookAlike) }
        if !scalar.isAlwaysComposed { insert(.perhapsNotComposed) }
    }

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }
}

extension Unicode.Scalar {
    /// Whether YAML has no place for the character, not even in quotes.
    ///
    /// A lone carriage return is decided elsewhere.
    var isForbiddenControl: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Whether the character changes the order in which its neighbours are shown.
    var isBidirectionalControl: Bool {
        switch value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether the character takes up room as a space does and is another one than U+0020.
    var isOtherSpace: Bool {
        switch value {
        case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a reader cannot see the character, or not tell it from a space.
    var isInvisible: Bool {
        switch value {
        case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D, 0x2028, 0x2029: true
        case 0x2060...0x2065, 0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE0FFF: true
        default: isBidirectionalControl || isOtherSpace
        }
    }

    /// Whether this is a digit or Latin letter as wide as a Chinese character.
    var isFullWidth: Bool {
        switch value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    /// The ordinary digit or letter for a full-width one.
    var halfWidth: Unicode.Scalar {
        isFullWidth ? Unicode.Scalar(UInt8(truncatingIfNeeded: value - 0xFEE0)) : self
    }

    /// Whether this is a letter of the two scripts that share shapes with Latin.
    var isCyrillicOrGreek: Bool {
        switch value {
        case 0x0370...0x052F, 0x1C80...0x1C8F, 0x1F00...0x1FFF, 0x2DE0...0x2DFF, 0xA640...0xA69F: true
        default: false
        }
    }

    /// Whether the character is its own canonical composition and never merges with the one before it.
    ///
    /// Errs on the safe side: false only means that the real normalization has to be asked.
    var isAlwaysComposed: Bool {
        switch value {
        case 0..<0x0300, 0x2002...0x20CF, 0x2190...0x2328, 0x2460...0x2ADB, 0x2E80...0x3029, 0x3030...0x3098: true
        case 0x309B...0x9FFF, 0xFF00...0xFFEF, 0x1F300...0x1FAFF, 0x20000...0x2F7FF: true
        default: false
        }
    }
}
