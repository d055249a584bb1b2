/// A word in which letters of another script pass for Latin ones.
struct LookAlikeWord: Equatable {
    /// Where the word stands, in bytes of the text.
    let offsets: Range<Int>
    /// The word.
    let text: String
    /// The same word with Latin letters.
    let latin: String
    /// Where its first such letter stands.
    let firstLookAlike: Range<Int>
    /// That letter.
    let letter: Unicode.Scalar
    /// Whether the rest of the word is Latin; if not, every letter of it is a look-alike.
    let isMixed: Bool

    /// All such words of a text.
    ///
    /// A word that holds a letter only Cyrillic or Greek has is what it looks like, and is left alone unless it holds
    /// Latin letters too.
    static func all(in string: String) -> [LookAlikeWord] {
        var words: [LookAlikeWord] = []
        var word = Word(start: 0)
        var offset = 0
        for scalar in string.unicodeScalars {
            if Word.admits(scalar) {
                word.append(scalar, at: offset)
            } else {
                words += word.verdict.map { [$0] } ?? []
                word = Word(start: offset + UTF8.width(scalar))
            }
            offset += UTF8.width(scalar)
        }
        words += word.verdict.map { [$0] } ?? []
        return words
    }

    private struct Word {
        let start: Int
        var text = String.UnicodeScalarView()
        var latin = String.UnicodeScalarView()
        var first: (Int, Unicode.Scalar)?
        var hasLatin = false
        var hasOther = false

        init(start: Int) {
            self.start = start
        }

        static func admits(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "0"..."9", "A"..."Z", "a"..."z", "\u{C0}"..."\u{24F}", "\u{300}"..."\u{36F}": true
            default: scalar.isCyrillicOrGreek
            }
        }

        mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
            text.append(scalar)
            latin.append(scalar.latinTwin ?? scalar)
            if scalar.latinTwin != nil {
                first = first ?? (offset, scalar)
            } else if scalar.isCyrillicOrGreek {
                hasOther = true
            } else if !("0"..."9").contains(scalar) {
                hasLatin = true
            }
        }

        var verdict: LookAlikeWord? {
            guard let (offset, letter) = first, hasLatin || !hasOther else { return nil }
            let string = String(text)
            return LookAlikeWord(
                offsets: start..<start + string.utf8.count,
                text: string,
                latin: String(latin),
                firstLookAlike: offset..<offset + UTF8.width(letter),
                letter: letter,
                isMixed: hasLatin
            )
        }
    }
}

extension Unicode.Scalar {
    /// The Latin letter this Cyrillic or Greek one is drawn like.
    var latinTwin: Unicode.Scalar? {
        guard isCyrillicOrGreek else { return nil }
        return Self.latinTwins[self]
    }

    /// Whether the letter is Greek rather than Cyrillic.
    var isGreek: Bool {
        (0x0370...0x03FF).contains(value) || (0x1F00...0x1FFF).contains(value)
    }

    private static let latinTwins: [Unicode.Scalar: Unicode.Scalar] = {
        let cyrillic = zip(
            "аеорсухѕіјһԁԛԝАВЕКМНОРСТУХЅІЈԚԜҮ".unicodeScalars,
            "aeopcyxsijhdqwABEKMHOPCTYXSIJQWY".unicodeScalars
        )
        let greek = zip("αονρικυγΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲ".unicodeScalars, "aovpikuyABEZHIKMNOPTYXc".unicodeScalars)
        return Dictionary(uniqueKeysWithValues: Array(cyrillic) + Array(greek))
    }()
}
