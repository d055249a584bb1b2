/// Single values of one line.
extension DirectReader {
    /// A value that has been read and has no node yet.
    struct Scalar {
        let style: NodeRecord.Style
        var form: ScalarForm = .text
        var flags: NodeRecord.Flags = []
        let start: Int
        let end: Int
        let textStart: Int
        let count: Int

        var textRange: Range<Int> { textStart..<textStart + count }
    }

    /// Reads a value, and goes to right after it.
    mutating func readScalar(inBrackets: Bool) throws(Unusual) -> Scalar {
        guard position < end else { throw Unusual() }
        switch text[position] {
        case UInt8(ascii: "\""): return try readDoubleQuoted()
        case UInt8(ascii: "'"): return try readSingleQuoted()
        default: return try readPlain(inBrackets: inBrackets)
        }
    }

    // MARK: Unquoted

    private mutating func readPlain(inBrackets: Bool) throws(Unusual) -> Scalar {
        let start = position
        guard canBeginPlain else { throw Unusual() }
        // After the last character that is no space.
        var last = start
        var place = start
        scan: while place < end {
            switch CharacterKind(text[place]) {
            case .ordinary:
                place += 1
                last = place
            case .space:
                place += 1
                if place < end, text[place] == UInt8(ascii: "#") { break scan }
            case .colon:
                if isBlank(at: place + 1) { break scan }
                if inBrackets, CharacterKind(text[place + 1]) != .ordinary { throw Unusual() }
                place += 1
                last = place
            case .bracketOrComma:
                if inBrackets { break scan }
                place += 1
                last = place
            case .questionMark:
                if inBrackets { throw Unusual() }
                place += 1
                last = place
            case .lineFeed:
                break scan
            case .other:
                throw Unusual()
            }
        }
        position = last
        let value = UnsafeBufferPointer(start: text + start, count: last - start)
        guard !value.isEmpty, case .agreed(let form) = PlainScalar.reading(of: value),
            !(value.count == 2 && value[0] == UInt8(ascii: "<") && value[1] == UInt8(ascii: "<"))
        else { throw Unusual() }
        return Scalar(style: .plain, form: form, start: start, end: last, textStart: start, count: last - start)
    }

    /// Whether an unquoted value can begin here, with nothing special about it.
    private var canBeginPlain: Bool {
        switch text[position] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."):
            // Neither a hyphen of a list nor a mark between documents.
            position + 1 < end && (text[position + 1] | 0x20).isLetterOrDigit
        case UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "+"), UInt8(ascii: "<"),
            UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "="):
            true
        default:
            false
        }
    }

    // MARK: Quoted

    private mutating func readDoubleQuoted() throws(Unusual) -> Scalar {
        let start = position
        var place = start + 1
        var hasEscape = false
        while place < end, text[place] != UInt8(ascii: "\"") {
            switch text[place] {
            case UInt8(ascii: "\\"):
                // Escaped quotes and backslashes stand for themselves.
                guard place + 1 < end, text[place + 1] == UInt8(ascii: "\"") || text[place + 1] == UInt8(ascii: "\\")
                else { throw Unusual() }
                hasEscape = true
                place += 2
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw Unusual()
            default: place += 1
            }
        }
        return try quoted(.doubleQuoted, start..<place, escape: hasEscape ? UInt8(ascii: "\\") : nil)
    }

    private mutating func readSingleQuoted() throws(Unusual) -> Scalar {
        let start = position
        var place = start + 1
        var hasEscape = false
        while place < end {
            switch text[place] {
            case UInt8(ascii: "'"):
                guard place + 1 < end, text[place + 1] == UInt8(ascii: "'") else {
                    return try quoted(.singleQuoted, start..<place, escape: hasEscape ? UInt8(ascii: "'") : nil)
                }
                hasEscape = true
                place += 2
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw Unusual()
            default: place += 1
            }
        }
        throw Unusual()
    }

    /// A value from its opening to its closing quote; where there is an escape, what follows it stands for itself.
    private mutating func quoted(
        _ style: NodeRecord.Style,
        _ quotes: Range<Int>,
        escape: UInt8?
    ) throws(Unusual) -> Scalar {
        guard quotes.upperBound < end else { throw Unusual() }
        position = quotes.upperBound + 1
        let (start, first) = (quotes.lowerBound, quotes.lowerBound + 1)
        guard let escape else {
            return Scalar(style: style, start: start, end: position, textStart: first, count: position - 1 - first)
        }
        let textStart = decoded.count
        var place = first
        while place < quotes.upperBound {
            if text[place] == escape { place += 1 }
            decoded.append(text[place])
            place += 1
        }
        let count = decoded.count - textStart
        return Scalar(style: style, flags: .isDecoded, start: start, end: position, textStart: textStart, count: count)
    }
}

extension UInt8 {
    /// Whether it is a digit or a small letter.
    fileprivate var isLetterOrDigit: Bool {
        self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") || self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z")
    }
}
