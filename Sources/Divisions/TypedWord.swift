/// A word of a name as a person typed it, folded for comparison.
struct TypedWord: Hashable {
    /// The letters in lower case, without accents and apostrophes.
    private(set) var letters = ""

    /// Whether the word is written in Chinese characters.
    let isChinese: Bool

    /// The places where a mark or a space parts a syllable from an `a`, `e` or `o` that begins the next, one bit each.
    ///
    /// Only there does the mark change the reading: `Xi'an` may be written `Xian`, but `Jin'an` is not `Jinan`.
    private(set) var vowelBreaks: UInt64 = 0

    private var count = 0

    init(isChinese: Bool = false) {
        self.isChinese = isChinese
    }

    /// Several words written as one.
    init(joining words: ArraySlice<TypedWord>) {
        self.init(isChinese: words.first?.isChinese ?? false)
        for word in words {
            if word.beginsWithVowel { noteBreak() }
            vowelBreaks |= word.vowelBreaks << UInt64(count)
            letters += word.letters
            count += word.count
        }
    }

    /// Splits a text into words at spaces, punctuation and changes between Chinese and other characters.
    static func words(in text: some StringProtocol) -> [TypedWord] {
        var words: [TypedWord] = []
        var continues = false
        var apostrophe = false
        for typed in text.unicodeScalars {
            switch FoldedLetter(typed) {
            case .letter(let letter):
                let isChinese = letter.value > 0x2FFF && letter.properties.isIdeographic
                if !continues || words.last?.isChinese != isChinese {
                    words.append(TypedWord(isChinese: isChinese))
                    apostrophe = false
                }
                words[words.count - 1].append(letter, afterApostrophe: apostrophe)
                if typed == "ǎ" { words[words.count - 1].noteThirdTone() }
                continues = true
                apostrophe = false
            case .apostrophe:
                apostrophe = true
            case .separator:
                continues = false
            case .nothing:
                if typed == "\u{30C}", continues { words[words.count - 1].noteThirdTone() }
            }
        }
        return words
    }

    private var beginsWithVowel: Bool {
        guard let first = letters.utf8.first else { return false }
        return first == UInt8(ascii: "a") || first == UInt8(ascii: "e") || first == UInt8(ascii: "o")
    }

    private mutating func append(_ letter: Unicode.Scalar, afterApostrophe: Bool) {
        if afterApostrophe, letter == "a" || letter == "e" || letter == "o" { noteBreak() }
        letters.unicodeScalars.append(letter)
        count += 1
    }

    private mutating func noteBreak() {
        if count > 0 { vowelBreaks |= 1 << UInt64(count) }
    }

    /// Shǎnxī and Shānxī are two provinces; without tones the first is spelled Shaanxi.
    private mutating func noteThirdTone() {
        if letters == "sha" { append("a", afterApostrophe: false) }
    }
}
