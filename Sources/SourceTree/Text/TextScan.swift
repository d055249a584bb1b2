/// One pass over a text's bytes, to learn whether it is text at all and whether it calls for a closer look.
struct TextScan {
    /// What was found up to the place where the scan ended.
    private(set) var traits: TextTraits = []
    /// The first byte that is not part of valid UTF-8; the scan ends there.
    private(set) var firstInvalid: Int?
    /// The first NUL byte; the scan ends there.
    private(set) var firstNUL: Int?

    /// Scans the whole text.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        var position = 0
        while position < text.count {
            if position + 8 <= text.count {
                let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
                if Self.isPlainASCII(word) {
                    position += 8
                    continue
                }
            }
            // A closer look at these bytes; then back to whole words.
            let end = min(position + 8, text.count)
            while position < end {
                guard scanCharacter(at: &position, in: text) else { return }
            }
        }
    }

    /// Whether all eight bytes are printable ASCII or line feeds.
    private static func isPlainASCII(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        let low = ~high
        let lineFeeds = word ^ 0x0A0A_0A0A_0A0A_0A0A
        let deletes = word ^ 0x7F7F_7F7F_7F7F_7F7F
        // No sum below carries into the next byte, so each byte is judged by itself.
        let isBelowSpace = ~((word & low) &+ 0x6060_6060_6060_6060)
        let isNotLineFeed = ((lineFeeds & low) &+ low) | lineFeeds
        let isDelete = ~(((deletes & low) &+ low) | deletes)
        return (word | (isBelowSpace & isNotLineFeed) | isDelete) & high == 0
    }

    /// Takes one character; false where the scan has to end.
    private mutating func scanCharacter(at position: inout Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let byte = text[position]
        if byte < 0x80 {
            switch byte {
            case 0:
                firstNUL = position
                return false
            case UInt8(ascii: "\t"): traits.insert(.tab)
            case UInt8(ascii: "\r"):
                let isLineEnd = position + 1 < text.count && text[position + 1] == UInt8(ascii: "\n")
                if !isLineEnd { traits.insert(.control) }
            case 0x01..<0x20 where byte != UInt8(ascii: "\n"), 0x7F: traits.insert(.control)
            default: break
            }
            position += 1
            return true
        }
        traits.insert(.beyondASCII)
        // Nearly all of what is not ASCII: the Chinese characters U+5000 to U+9FFF.
        if byte >= 0xE5, byte <= 0xE9, position + 2 < text.count,
            text[position + 1] & 0xC0 == 0x80, text[position + 2] & 0xC0 == 0x80
        {
            position += 3
            return true
        }
        guard let (scalar, length) = UTF8Text.scalar(at: position, in: text) else {
            firstInvalid = position
            return false
        }
        traits.formUnion(TextTraits(of: scalar))
        position += length
        return true
    }
}

/// Decoding of UTF-8, strict as the standard is.
enum UTF8Text {
    /// The character that begins at `position` and its length in bytes; nil if none does.
    static func scalar(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int)? {
        let lead = text[position]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        let (length, smallest): (Int, UInt32)
        switch lead {
        case 0xC2...0xDF: (length, smallest) = (2, 0x80)
        case 0xE0...0xEF: (length, smallest) = (3, 0x800)
        case 0xF0...0xF4: (length, smallest) = (4, 0x10000)
        default: return nil
        }
        guard position + length <= text.count else { return nil }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for byte in text[position + 1..<position + length] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        // Leaves out overlong forms and, since `Unicode.Scalar` refuses them, surrogates.
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }
}
