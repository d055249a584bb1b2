import Divisions

/// Finds out which place the name of a bureau names.
struct PlaceNames: Sendable {
    private let places: [(division: Division, english: [UInt8], chinese: [UInt8])]

    init(_ divisions: DivisionTable) {
        places = divisions.all.map { ($0, Self.folded($0.englishName), Array($0.shortChineseName.utf8)) }
    }

    /// Whether an English text names the place.
    func isNamed(_ division: Division, inEnglish text: String) -> Bool {
        Self.holds(Self.folded(text), word: Self.folded(division.englishName))
    }

    /// Whether a Chinese text names the place.
    func isNamed(_ division: Division, inChinese text: String) -> Bool {
        Self.holds(Array(text.utf8), Array(division.shortChineseName.utf8))
    }

    /// The first place an English text names, if it names any.
    func place(inEnglish text: String) -> Division? {
        let text = Self.folded(text)
        return places.first { Self.holds(text, word: $0.english) }?.division
    }

    /// The first place a Chinese text names, if it names any.
    func place(inChinese text: String) -> Division? {
        let text = Array(text.utf8)
        return places.first { Self.holds(text, $0.chinese) }?.division
    }

    /// Small ASCII letters without apostrophes, straight or curved: Xi'an is written Xian as well.
    private static func folded(_ text: String) -> [UInt8] {
        text.utf8.compactMap { byte in
            switch byte {
            case UInt8(ascii: "'"), 0x80...: nil
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
            default: byte
            }
        }
    }

    /// Whether the word stands in the text by itself, and not within a longer word.
    private static func holds(_ text: [UInt8], word: [UInt8]) -> Bool {
        positions(of: word, in: text).contains { start in
            let end = start + word.count
            return (start == 0 || !isLetter(text[start - 1])) && (end == text.count || !isLetter(text[end]))
        }
    }

    private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        positions(of: part, in: text).contains { _ in true }
    }

    private static func positions(of part: [UInt8], in text: [UInt8]) -> some Sequence<Int> {
        let starts = part.isEmpty || part.count > text.count ? 0..<0 : 0..<text.count - part.count + 1
        return starts.lazy.filter { text[$0] == part[0] && text[$0..<$0 + part.count].elementsEqual(part) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
