import SeededRandomness
import CanonicalJSON
import Testing

struct JSONReaderTests {
    private static let sample: JSONValue = [
        "aliases": ["Canton", "广州\n\"穗\"\u{1}", ""],
        "fees": [["fen": 16_000, "from": "2026-01-01"], ["fen": -1], [:], []],
        "known": true,
        "rail": .null,
        "zero": 0,
        "zz": false,
    ]

    @Test func `what was written reads back`() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            let value = JSONValue.random(depth: 4, using: &generator)
            #expect(try JSONValue(canonical: value.canonicalBytes) == value)
        }
    }

    @Test(
        arguments: [
            ("", 0, CanonicalJSONError.Reason.unexpectedEnd),
            ("[1", 2, .unexpectedEnd), (#"{"a""#, 4, .unexpectedEnd), (#"{"a":"#, 5, .unexpectedEnd),
            (#""ab"#, 3, .unexpectedEnd), (#""\"#, 2, .unexpectedEnd), (#""\u00"#, 5, .unexpectedEnd),
            ("tru", 3, .unexpectedEnd), ("-", 1, .unexpectedEnd), (#""a\n"#, 4, .unexpectedEnd),
            (" 1", 0, .whiteSpace), ("1\n", 1, .whiteSpace), ("[1, 2]", 3, .whiteSpace),
            (#"{"a": 1}"#, 5, .whiteSpace),
            ("[\t]", 1, .whiteSpace), ("[1\r]", 2, .whiteSpace), (#"{ "a":1}"#, 1, .whiteSpace),
            (#"{"a" :1}"#, 4, .whiteSpace),
            ("x", 0, .expectedValue), ("[1,]", 3, .expectedValue), ("+1", 0, .expectedValue),
            ("nul1", 3, .expectedValue),
            ("-x", 1, .expectedValue), (".5", 0, .expectedValue), ("True", 0, .expectedValue),
            ("\u{FEFF}1", 0, .expectedValue), ("'a'", 0, .expectedValue), ("]", 0, .expectedValue),
            ("{1:2}", 1, .expectedKey), (#"{"a":1,}"#, 7, .expectedKey), ("{a:1}", 1, .expectedKey),
            (#"{"a",1}"#, 4, .expectedColon), (#"{"a"}"#, 4, .expectedColon),
            ("[1}", 2, .expectedCommaOrEnd), (#"{"a":1]"#, 6, .expectedCommaOrEnd), ("[1 2]", 2, .whiteSpace),
            ("[12x]", 3, .expectedCommaOrEnd),
            ("11x", 2, .trailingBytes), ("{}{}", 2, .trailingBytes), ("nullnull", 4, .trailingBytes),
            ("1\u{0}", 1, .trailingBytes),
            (#"{"é":1}"#, 2, .malformedKey), (#"{"a\n":1}"#, 3, .malformedKey), ("{\"a\u{7F}\":1}", 3, .malformedKey),
            (#"{"b":1,"a":2}"#, 7, .unsortedKey), (#"{"aa":1,"a":2}"#, 8, .unsortedKey),
            (#"{"a":1,"B":2}"#, 7, .unsortedKey),
            (#"{"a":1,"a":2}"#, 7, .duplicateKey),
            ("\"a\nb\"", 2, .unescapedControl), ("\"\u{1F}\"", 1, .unescapedControl),
            ("\"\\n\u{0}\"", 3, .unescapedControl),
            (#""\x""#, 1, .invalidEscape), (#""\u00g0""#, 1, .invalidEscape), ("\"a\\\n\"", 2, .invalidEscape),
            (#""\U0001""#, 1, .invalidEscape),
            (#""\/""#, 1, .needlessEscape), (#""ab\u0041""#, 3, .needlessEscape), (#""\u000a""#, 1, .needlessEscape),
            (#""\u001F""#, 1, .needlessEscape), (#""\u0022""#, 1, .needlessEscape),
            (#""\u007f""#, 1, .needlessEscape),
            (#""\u00e9""#, 1, .needlessEscape), (#""\ud83d\ude00""#, 1, .needlessEscape),
            (#""\ud83d""#, 1, .loneSurrogate), (#""\ude00""#, 1, .loneSurrogate),
            (#""\ud83d\ud83d""#, 1, .loneSurrogate),
            (#""\ud83d\uzzzz""#, 1, .loneSurrogate),
            ("1.0", 1, .notAnInteger), ("1e3", 1, .notAnInteger), ("-1E3", 2, .notAnInteger),
            ("0.5", 1, .notAnInteger),
            ("01", 0, .leadingZero), ("-01", 1, .leadingZero), ("00", 0, .leadingZero),
            ("-0", 0, .minusZero), ("[-0]", 1, .minusZero),
            ("9007199254740992", 0, .integerOutOfRange), ("[-9007199254740992]", 1, .integerOutOfRange),
            ("99999999999999999999999999999", 0, .integerOutOfRange),
        ]
    )
    func `anything the writer would write differently is refused where it begins to differ`(
        text: String,
        offset: Int,
        reason: CanonicalJSONError.Reason
    ) {
        #expect(refusal(of: Array(text.utf8)) == .init(offset: offset, reason: reason))
    }

    @Test(
        arguments: [
            ([0x22, 0x61, 0xFF, 0x22], 2),  // never a byte of UTF-8
            ([0x22, 0xC3, 0x22], 1),  // cut off
            ([0x22, 0xC0, 0xAF, 0x22], 1),  // overlong
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),  // a surrogate
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),  // beyond Unicode
            ([0x22, 0xE5, 0xB9, 0xBF, 0x80, 0x22], 4),  // after a whole character
            ([0x22, 0x5C, 0x6E, 0x61, 0x80, 0x22], 4),  // after an escape
        ] as [([UInt8], Int)]
    )
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8], offset: Int) {
        #expect(refusal(of: bytes) == .init(offset: offset, reason: .invalidUTF8))
    }

    @Test func `sixty-four levels are read and one more is refused`() throws {
        let limit = JSONWriter.depthLimit
        func nested(_ levels: Int) -> [UInt8] {
            Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
        }
        #expect(try JSONValue(canonical: nested(limit)).canonicalBytes == nested(limit))
        #expect(refusal(of: nested(limit + 1)) == .init(offset: limit, reason: .tooDeep))
        #expect(refusal(of: Array(repeating: UInt8(ascii: "["), count: 1_000_000))?.reason == .tooDeep)
        let object = Array(String(repeating: #"{"a":"#, count: 100_000).utf8)
        #expect(refusal(of: object) == .init(offset: 5 * limit, reason: .tooDeep))
    }

    @Test func `siblings do not count as levels`() throws {
        let wide = JSONValue.array(Array(repeating: [[:], []], count: 200))
        #expect(try JSONValue(canonical: wide.canonicalBytes) == wide)
    }

    @Test func `an error says the byte and the reason`() {
        #expect(refusal(of: Array(#"{"a":1,"a":2}"#.utf8))?.description == "byte 7: a key appears twice")
    }

    @Test func `every reason has words of its own`() {
        let reasons = CanonicalJSONError.Reason.allCases
        #expect(Set(reasons.map(\.description)).count == reasons.count)
    }

    @Test func `every flipped bit and every cut of a document is refused or is another document`() throws {
        let bytes = Self.sample.canonicalBytes
        for position in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[position] ^= 1 << bit
                expectRefusedOrSame(flipped)
                #expect((try? JSONValue(canonical: flipped)) != Self.sample)
            }
            #expect(refusal(of: Array(bytes[..<position]))?.reason == .unexpectedEnd)
        }
    }

    @Test func `no input crashes the reader, and what it reads is written the same`() {
        var generator = SeededGenerator(seed: 2)
        let tokens = [
            "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "\\", "\\u", "00", "0", "-", "1", "9007199254740991",
            ".",
            "e", "true", "false", "null", " ", "\n", "\u{0}", "é", "\\ud83d", "\\n", "广",
        ].map { Array($0.utf8) }
        for _ in 0..<70_000 {
            let count = Int.random(in: 0..<12, using: &generator)
            expectRefusedOrSame((0..<count).map { _ in .random(in: 0...255, using: &generator) })
            expectRefusedOrSame((0..<count).flatMap { _ in tokens[.random(in: 0..<tokens.count, using: &generator)] })
        }
    }

    @Test func `no damage to a document crashes the reader, and what it reads is written the same`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<12_000 {
            let original = JSONValue.random(depth: 3, using: &generator).canonicalBytes
            for _ in 0..<5 {
                var damaged = original
                for _ in 0..<Int.random(in: 1...3, using: &generator) where !damaged.isEmpty {
                    let position = Int.random(in: 0..<damaged.count, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: damaged.remove(at: position)
                    case 1: damaged.insert(.random(in: 0...255, using: &generator), at: position)
                    case 2: damaged[position] = .random(in: 0x20...0x7E, using: &generator)
                    default: damaged.swapAt(position, .random(in: 0..<damaged.count, using: &generator))
                    }
                }
                expectRefusedOrSame(damaged)
            }
        }
    }

    private func refusal(of bytes: [UInt8]) -> CanonicalJSONError? {
        do throws(CanonicalJSONError) {
            _ = try JSONValue(canonical: bytes)
            return nil
        } catch {
            return error
        }
    }

    /// One expectation is recorded only where the law is broken: there are 200,000 inputs.
    private func expectRefusedOrSame(_ bytes: [UInt8]) {
        do throws(CanonicalJSONError) {
            let value = try JSONValue(canonical: bytes)
            if value.canonicalBytes != bytes { Issue.record("\(bytes) was read and is written differently") }
        } catch {
            if !(0...bytes.count).contains(error.offset) { Issue.record("\(error) lies outside of \(bytes)") }
        }
    }
}
