extension JSONValue {
    /// Reads the one document the bytes hold.
    ///
    /// Whatever is not exactly what ``JSONWriter`` would write is refused: if reading succeeds, ``canonicalBytes`` gives
    /// the same bytes back.
    public init(canonical bytes: [UInt8]) throws(CanonicalJSONError) {
        self = try bytes.withUnsafeBufferPointer { buffer throws(CanonicalJSONError) in
            var reader = JSONReader(buffer)
            return try reader.document()
        }
    }
}

/// Reads canonical JSON by recursive descent, over bytes that outlive it.
struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func document() throws(CanonicalJSONError) -> JSONValue {
        let value = try value()
        guard position == bytes.count else { throw unexpected(.trailingBytes) }
        return value
    }

    private mutating func value() throws(CanonicalJSONError) -> JSONValue {
        switch try peek() {
        case .quote: return .string(try string())
        case .openingBrace: return .object(try object())
        case .openingBracket: return .array(try array())
        case .minus, .zero...UInt8(ascii: "9"): return .integer(try integer())
        case UInt8(ascii: "t"): return try word("true", means: .bool(true))
        case UInt8(ascii: "f"): return try word("false", means: .bool(false))
        case UInt8(ascii: "n"): return try word("null", means: .null)
        default: throw unexpected(.expectedValue)
        }
    }

    private mutating func word(_ word: StaticString, means value: JSONValue) throws(CanonicalJSONError) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard try peek() == word.utf8Start[index] else { throw unexpected(.expectedValue) }
            position += 1
        }
        return value
    }

    // MARK: Objects and arrays

    private mutating func array() throws(CanonicalJSONError) -> [JSONValue] {
        try open()
        var elements: [JSONValue] = []
        if try closes(with: .closingBracket) { return elements }
        repeat {
            elements.append(try value())
        } while try continues(until: .closingBracket)
        return elements
    }

    private mutating func object() throws(CanonicalJSONError) -> JSONObject {
        try open()
        var object = JSONObject()
        if try closes(with: .closingBrace) { return object }
        var previous: Range<Int>?
        repeat {
            let start = position
            let key = try key()
            if let previous { try requireAscending(previous, key, at: start) }
            previous = key
            guard try peek() == .colon else { throw unexpected(.expectedColon) }
            position += 1
            // A key is ASCII, so decoding repairs nothing.
            object.append(ascendingKey: String(decoding: slice(key), as: UTF8.self), try value())
        } while try continues(until: .closingBrace)
        return object
    }

    private mutating func key() throws(CanonicalJSONError) -> Range<Int> {
        guard try peek() == .quote else { throw unexpected(.expectedKey) }
        position += 1
        let start = position
        while try peek() != .quote {
            guard bytes[position].isKeyCharacter else { throw failure(.malformedKey) }
            position += 1
        }
        position += 1
        return start..<position - 1
    }

    private func requireAscending(_ key: Range<Int>, _ next: Range<Int>, at offset: Int) throws(CanonicalJSONError) {
        let (left, right) = (slice(key), slice(next))
        guard !left.lexicographicallyPrecedes(right) else { return }
        throw failure(left.elementsEqual(right) ? .duplicateKey : .unsortedKey, at: offset)
    }

    private mutating func open() throws(CanonicalJSONError) {
        guard depth < JSONWriter.depthLimit else { throw failure(.tooDeep) }
        depth += 1
        position += 1
    }

    private mutating func closes(with bracket: UInt8) throws(CanonicalJSONError) -> Bool {
        guard try peek() == bracket else { return false }
        depth -= 1
        position += 1
        return true
    }

    private mutating func continues(until bracket: UInt8) throws(CanonicalJSONError) -> Bool {
        if try closes(with: bracket) { return false }
        guard bytes[position] == .comma else { throw unexpected(.expectedCommaOrEnd) }
        position += 1
        return true
    }

    // MARK: Numbers

    private mutating func integer() throws(CanonicalJSONError) -> Int64 {
        let start = position
        let isNegative = bytes[position] == .minus
        if isNegative { position += 1 }
        guard try peek().isDigit else { throw unexpected(.expectedValue) }

        let firstDigit = position
        var magnitude: Int64 = 0
        while position < bytes.count, bytes[position].isDigit {
            magnitude = magnitude * 10 + Int64(bytes[position] - .zero)
            guard magnitude <= JSONWriter.integers.upperBound else { throw failure(.integerOutOfRange, at: start) }
            position += 1
        }
        if bytes[firstDigit] == .zero, position - firstDigit > 1 { throw failure(.leadingZero, at: firstDigit) }
        if position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): throw failure(.notAnInteger)
            default: break
            }
        }
        if isNegative, magnitude == 0 { throw failure(.minusZero, at: start) }
        return isNegative ? -magnitude : magnitude
    }

    // MARK: Strings

    private mutating func string() throws(CanonicalJSONError) -> String {
        position += 1
        let start = position
        position = bytes.firstEscape(from: position)
        guard try peek() == .quote else { return try stringWithEscapes(from: start) }
        position += 1
        return try text(start..<position - 1)
    }

    private mutating func stringWithEscapes(from start: Int) throws(CanonicalJSONError) -> String {
        var string = ""
        var runStart = start
        while true {
            position = bytes.firstEscape(from: position)
            let stop = try peek()
            string += try text(runStart..<position)
            switch stop {
            case .quote:
                position += 1
                return string
            case .backslash:
                string.unicodeScalars.append(Unicode.Scalar(try escape()))
            default:
                throw failure(.unescapedControl)
            }
            runStart = position
        }
    }

    /// The character of an escape; only ASCII has canonical escapes.
    private mutating func escape() throws(CanonicalJSONError) -> UInt8 {
        let start = position
        position += 1
        let letter = try peek()
        position += 1
        switch letter {
        case .quote, .backslash: return letter
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "/"): throw failure(.needlessEscape, at: start)
        case UInt8(ascii: "u"): return try numericEscape(from: start)
        default: throw failure(.invalidEscape, at: start)
        }
    }

    private mutating func numericEscape(from start: Int) throws(CanonicalJSONError) -> UInt8 {
        let digits = position
        let unit = try hexadecimal(from: start)
        if (0xD800...0xDFFF).contains(unit) {
            throw failure(isPair(high: unit) ? .needlessEscape : .loneSurrogate, at: start)
        }
        guard unit < UInt16(UInt8.space), UInt8(truncatingIfNeeded: unit).escapeLetter == nil,
            !slice(digits..<position).contains(where: (UInt8(ascii: "A")...UInt8(ascii: "F")).contains)
        else { throw failure(.needlessEscape, at: start) }
        return UInt8(truncatingIfNeeded: unit)
    }

    private mutating func hexadecimal(from start: Int) throws(CanonicalJSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else {
                throw failure(.invalidEscape, at: start)
            }
            unit = unit * 16 + UInt16(digit)
            position += 1
        }
        return unit
    }

    /// Whether an escaped low surrogate follows the high one that has been read.
    private func isPair(high: UInt16) -> Bool {
        guard high < 0xDC00, bytes.count - position >= 6, slice(position..<position + 2).elementsEqual("\\u".utf8)
        else { return false }
        var ahead = self
        ahead.position += 2
        guard let low = try? ahead.hexadecimal(from: position) else { return false }
        return (0xDC00...0xDFFF).contains(low)
    }

    /// The text of bytes that hold no escape.
    private func text(_ range: Range<Int>) throws(CanonicalJSONError) -> String {
        let run = slice(range)
        guard let text = String(validating: run, as: UTF8.self) else {
            throw failure(.invalidUTF8, at: range.lowerBound + run.validUTF8Prefix)
        }
        return text
    }

    // MARK: Bytes

    private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range])
    }

    private func peek() throws(CanonicalJSONError) -> UInt8 {
        guard position < bytes.count else { throw failure(.unexpectedEnd) }
        return bytes[position]
    }

    private func failure(_ reason: CanonicalJSONError.Reason, at offset: Int? = nil) -> CanonicalJSONError {
        CanonicalJSONError(offset: offset ?? position, reason: reason)
    }

    /// Another token should stand here; white space is the likeliest mistake and has a reason of its own.
    private func unexpected(_ reason: CanonicalJSONError.Reason) -> CanonicalJSONError {
        switch bytes[position] {
        case .space, .newline, UInt8(ascii: "\t"), UInt8(ascii: "\r"): failure(.whiteSpace)
        default: failure(reason)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many bytes from the start on are whole characters of UTF-8.
    fileprivate var validUTF8Prefix: Int {
        var decoder = Unicode.UTF8()
        var iterator = makeIterator()
        var length = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { length += UTF8.width(scalar) }
        return length
    }
}
