/// The bytes that JSON gives a meaning to.
extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let minus = UInt8(ascii: "-")
    static let zero = UInt8(ascii: "0")
    static let openingBracket = UInt8(ascii: "[")
    static let closingBracket = UInt8(ascii: "]")
    static let openingBrace = UInt8(ascii: "{")
    static let closingBrace = UInt8(ascii: "}")
    static let space = UInt8(ascii: " ")
    static let newline = UInt8(ascii: "\n")

    /// Whether a string cannot hold the byte as it is.
    @inline(__always)
    var needsEscape: Bool {
        self < .space || self == .quote || self == .backslash
    }

    /// Whether a key may hold the byte.
    @inline(__always)
    var isKeyCharacter: Bool {
        !needsEscape && self < 0x7F
    }

    @inline(__always)
    var isDigit: Bool {
        self &- .zero < 10
    }

    /// The letter of the two-character escape of a byte, where there is one.
    var escapeLetter: UInt8? {
        switch self {
        case .quote: .quote
        case .backslash: .backslash
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0A: UInt8(ascii: "n")
        case 0x0C: UInt8(ascii: "f")
        case 0x0D: UInt8(ascii: "r")
        default: nil
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The position of the first byte from `start` on that a string cannot hold as it is; the end if there is none.
    @inline(__always)
    func firstEscape(from start: Int) -> Int {
        // Eight bytes at a time. The subtraction borrows into a byte's high bit if the byte is one to stop at; bytes with
        // a high bit of their own are left out. A borrow may mark bytes after a stop too, but the first mark is exact.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        while count - index >= 8 {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let quotes = word ^ (ones &* UInt64(UInt8.quote))
            let backslashes = word ^ (ones &* UInt64(UInt8.backslash))
            let marks =
                (word &- ones &* UInt64(UInt8.space)) & ~word
                | (quotes &- ones) & ~quotes
                | (backslashes &- ones) & ~backslashes
            let stops = marks & highs
            if stops != 0 { return index + stops.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, !self[index].needsEscape { index += 1 }
        return index
    }
}
