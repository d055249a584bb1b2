/// What an unquoted value is to the readers of YAML in use, who do not agree.
enum PlainReading: Equatable {
    /// All readers agree on the form.
    case agreed(ScalarForm)
    /// They do not, or the value says nothing.
    case refused(Ambiguity)
}

/// Why readers differ over an unquoted value.
enum Ambiguity: Equatable {
    case booleanWord
    case nullWord
    case leadingZero
    case underscore
    case sexagesimal
    case numberBase
    case exponent
    case sign
    case incompleteDecimal
    case notFinite
    case dateTime
}

/// Reads unquoted values as YAML 1.1 and YAML 1.2 would, to find out whether they agree.
enum PlainScalar {
    /// How the text, not empty, is read without quotes.
    static func reading(of text: UnsafeBufferPointer<UInt8>) -> PlainReading {
        switch text[0] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            var number = NumberReading(text)
            return number.read()
        case UInt8(ascii: "~"):
            return text.count == 1 ? .refused(.nullWord) : .agreed(.text)
        default:
            guard text.count <= 5 else { return .agreed(.text) }
            // Y, N, O, T and F begin all words that matter.
            switch text[0] | 0x20 {
            case 0x79, 0x6E, 0x6F, 0x74, 0x66: return word(text)
            default: return .agreed(.text)
            }
        }
    }

    private static func word(_ text: UnsafeBufferPointer<UInt8>) -> PlainReading {
        // Words count written small, large or with a capital, as in YAML 1.1.
        let isCapital = text.dropFirst().allSatisfy { $0 & 0x20 == 0 } && text[0] & 0x20 == 0
        let isSmall = text.dropFirst().allSatisfy { $0 & 0x20 != 0 }
        guard isCapital || isSmall else { return .agreed(.text) }
        // The letters in their order in the bytes of a number, all small.
        let letters = text.reduce(into: UInt64(0)) { $0 = $0 << 8 | UInt64($1 | 0x20) }
        switch (text.count, letters) {
        case (1, 0x79), (1, 0x6E): return .refused(.booleanWord)  // y, n
        case (2, 0x6E6F), (2, 0x6F6E): return .refused(.booleanWord)  // no, on
        case (3, 0x796573), (3, 0x6F6666): return .refused(.booleanWord)  // yes, off
        case (4, 0x74727565), (5, 0x66616C7365): return .refused(.booleanWord)  // true, false
        case (4, 0x6E756C6C): return .refused(.nullWord)  // null
        default: return .agreed(.text)
        }
    }
}

/// Reads a value that begins like a number.
private struct NumberReading {
    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var hasUnderscore = false

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    mutating func read() -> PlainReading {
        let isSigned = text[0] == UInt8(ascii: "+")
        if isSigned || text[0] == UInt8(ascii: "-") { position = 1 }
        let start = position
        if let special = special() { return .refused(special) }
        let whole = digits()
        let hasLeadingZero = whole > 1 && text[start] == UInt8(ascii: "0")
        if position == text.count {
            guard whole > 0 else { return .agreed(.text) }
            if hasUnderscore { return .refused(.underscore) }
            if hasLeadingZero { return .refused(.leadingZero) }
            return isSigned ? .refused(.sign) : .agreed(.integer)
        }
        if take(UInt8(ascii: ".")) {
            let fraction = digits()
            guard whole + fraction > 0 else { return .agreed(.text) }
            if hasExponent() { return .refused(.exponent) }
            guard position == text.count else { return .agreed(.text) }
            if hasUnderscore { return .refused(.underscore) }
            if hasLeadingZero { return .refused(.leadingZero) }
            if whole == 0 || fraction == 0 { return .refused(.incompleteDecimal) }
            return isSigned ? .refused(.sign) : .agreed(.decimal)
        }
        guard whole > 0 else { return .agreed(.text) }
        if hasExponent() { return .refused(.exponent) }
        if isSexagesimal() { return .refused(.sexagesimal) }
        if start == 0, whole == 4, !hasUnderscore { return date() }
        return .agreed(.text)
    }

    /// `.inf`, `.nan`, and numbers to the base 2, 8 and 16.
    private func special() -> Ambiguity? {
        let rest = text[position...]
        guard let first = rest.first, rest.count > 2 else { return nil }
        if first == UInt8(ascii: "."), rest.count == 4 {
            let letters = rest.dropFirst().map { $0 | 0x20 }
            return letters == Array("inf".utf8) || letters == Array("nan".utf8) ? .notFinite : nil
        }
        guard first == UInt8(ascii: "0") else { return nil }
        let figures = rest.dropFirst(2)
        let areFigures: Bool
        switch rest[position + 1] {
        case UInt8(ascii: "b"), UInt8(ascii: "B"): areFigures = figures.allSatisfy { $0 & 0xFE == 0x30 || $0 == 0x5F }
        case UInt8(ascii: "o"), UInt8(ascii: "O"): areFigures = figures.allSatisfy { $0 & 0xF8 == 0x30 || $0 == 0x5F }
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            areFigures = figures.allSatisfy { isDigit($0) || (0x61...0x66).contains($0 | 0x20) || $0 == 0x5F }
        default: return nil
        }
        return areFigures ? .numberBase : nil
    }

    /// Takes digits and underscores, and tells how many digits there were.
    private mutating func digits() -> Int {
        var count = 0
        while position < text.count {
            if isDigit(text[position]) {
                count += 1
            } else if text[position] == UInt8(ascii: "_"), count > 0 {
                hasUnderscore = true
            } else {
                break
            }
            position += 1
        }
        return count
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    /// Whether the rest is an `e` with a power of ten.
    private func hasExponent() -> Bool {
        guard position < text.count, text[position] | 0x20 == UInt8(ascii: "e") else { return false }
        var power = text[(position + 1)...]
        if let sign = power.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { power = power.dropFirst() }
        return !power.isEmpty && power.allSatisfy(isDigit)
    }

    /// Whether the rest is groups of `:` and a number below 60, and perhaps a fraction.
    private func isSexagesimal() -> Bool {
        var rest = text[position...]
        guard rest.first == UInt8(ascii: ":") else { return false }
        while rest.first == UInt8(ascii: ":") {
            let group = rest.dropFirst().prefix(while: isDigit)
            guard group.count == 1 || group.count == 2 && group[group.startIndex] < UInt8(ascii: "6") else {
                return false
            }
            rest = rest[group.endIndex...]
        }
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop { isDigit($0) || $0 == UInt8(ascii: "_") } }
        return rest.isEmpty
    }

    /// After four digits: a date, or a date with a time.
    private func date() -> PlainReading {
        let hyphen = UInt8(ascii: "-")
        var rest = text[position...]
        func number(upTo longest: Int) -> Int {
            let count = rest.prefix(while: isDigit).count
            guard count <= longest else { return 0 }
            rest = rest.dropFirst(count)
            return count
        }
        guard rest.first == hyphen else { return .agreed(.text) }
        rest = rest.dropFirst()
        let month = number(upTo: 2)
        guard month > 0, rest.first == hyphen else { return .agreed(.text) }
        rest = rest.dropFirst()
        let day = number(upTo: 2)
        guard day > 0 else { return .agreed(.text) }
        guard let separator = rest.first else { return .agreed(month == 2 && day == 2 ? .date : .text) }
        guard separator | 0x20 == UInt8(ascii: "t") || separator == 0x20 || separator == 0x09 else {
            return .agreed(.text)
        }
        rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
        guard number(upTo: 2) > 0, rest.first == UInt8(ascii: ":") else { return .agreed(.text) }
        rest = rest.dropFirst()
        guard number(upTo: 2) == 2 else { return .agreed(.text) }
        let isTime = rest.allSatisfy { isDigit($0) || ":.zZ+- \t".utf8.contains($0) }
        return isTime ? .refused(.dateTime) : .agreed(.text)
    }
}

private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}
