import SeededRandomness

/// Changes a file at random, in ways that people, editors and broken disks do.
///
/// Half of the changes are to bytes, and half to what the bytes mean: lines, indentation, values. The same generator gives
/// the same changes on every machine.
public struct Mutator {
    private var generator: SeededGenerator
    private let words: [[UInt8]]

    /// The most bytes of a changed file: enough for every construct, few enough for millions of files.
    private static let size = 6_000

    /// Bytes that mean something to YAML, or to UTF-8.
    private static let bytes: [UInt8] =
        Array("\n\t\r :-?,[]{}#&*!|>'\"%@`~09_.+eNy<=\\".utf8) + [
            0x00, 0x1B, 0x7F, 0x80, 0xC2, 0x85, 0xA0, 0xE5, 0xB9, 0xBF, 0xEF, 0xBB, 0xBF, 0xF0, 0xFF, 0xCC, 0x81, 0xD0,
            0xB0,
        ]

    /// Values that readers of YAML differ over, and values at the edge of what a place takes.
    private static let values = [
        "0400", "4_00", "0x1F", "1e3", "09:30", "no", "NO", "~", "null", ".inf", "-0", "00", "168.5", "168.505", "-168",
        "99999999999999999999", "9223372036854775807", "2026-02-29", "2026-02-30", "9999-12-31", "0000-01-01",
        "2026-01-01..2025-01-01", "unknown", "{undated: unknown, 2027-01-01: 400}", "{2026-03-01: a, 2026-01-01: b}",
        "[]", "{}", "''", "\"\"", "\"\\u0000\"", "\"\\U0001F004\"", "{pilot: 100%}", "{pilot: 0%}", "{pilot: 101%}",
        "１２", "广州", "a\u{301}", "\u{200B}", "\u{202E}", "*a", "&a b", "!!str a", "<<", "everyone-else", "{en: a}",
        "{en: a, zh: 甲}", "08:30-12:00", "24:00-25:00", "mon-fri", "USA", "XXX", "|\n  a\n  b", ">-\n  a\n\n  b",
    ]

    /// A mutator with the words of these files for values.
    public init(seed: UInt64, words seeds: [FuzzInput]) {
        generator = SeededGenerator(seed: seed)
        let found = seeds.prefix(400).flatMap { seed in
            seed.bytes.split { " \n,[]{}".utf8.contains($0) }.map(Array.init)
        }
        words = Array(Set(found)).sorted { $0.lexicographicallyPrecedes($1) } + Self.values.map { Array($0.utf8) }
    }

    /// A number below a bound.
    public mutating func number(below bound: Int) -> Int {
        Int.random(in: 0..<max(1, bound), using: &generator)
    }

    /// The file with up to eight changes, and sometimes with a part of another.
    public mutating func mutated(_ input: FuzzInput, with other: FuzzInput) -> FuzzInput {
        var bytes = input.bytes
        if bytes.count > Self.size {
            let start = number(below: bytes.count - Self.size)
            bytes = Array(bytes[start..<start + Self.size])
        }
        for _ in 0...number(below: 8) {
            switch number(below: 13) {
            case 0: insertByte(into: &bytes)
            case 1: removeBytes(from: &bytes)
            case 2: replaceByte(in: &bytes)
            case 3: repeatBytes(in: &bytes)
            case 4: flipBit(in: &bytes)
            case 5, 6: replaceValue(in: &bytes)
            case 7: moveLine(in: &bytes)
            case 8: removeLine(from: &bytes)
            case 9: repeatLine(in: &bytes)
            case 10: indentLine(in: &bytes)
            case 11: insertWord(into: &bytes)
            default: splice(other.bytes, into: &bytes)
            }
        }
        return FuzzInput(path: input.path, bytes: Array(bytes.prefix(2 * Self.size)))
    }

    // MARK: Bytes

    private mutating func insertByte(into bytes: inout [UInt8]) {
        bytes.insert(Self.bytes[number(below: Self.bytes.count)], at: number(below: bytes.count + 1))
    }

    private mutating func removeBytes(from bytes: inout [UInt8]) {
        let start = number(below: bytes.count)
        bytes.removeSubrange(start..<min(bytes.count, start + 1 + number(below: 12)))
    }

    private mutating func replaceByte(in bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        bytes[number(below: bytes.count)] = Self.bytes[number(below: Self.bytes.count)]
    }

    private mutating func repeatBytes(in bytes: inout [UInt8]) {
        let start = number(below: bytes.count)
        let part = Array(bytes[start..<min(bytes.count, start + number(below: 60))])
        bytes.insert(contentsOf: part, at: number(below: bytes.count + 1))
    }

    private mutating func flipBit(in bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        bytes[number(below: bytes.count)] ^= 1 << UInt8(number(below: 8))
    }

    private mutating func splice(_ other: [UInt8], into bytes: inout [UInt8]) {
        let start = number(below: other.count)
        let part = other[start..<min(other.count, start + number(below: 400))]
        bytes.insert(contentsOf: part, at: number(below: bytes.count + 1))
    }

    // MARK: Lines

    /// The start and the end of a line, its ending included.
    private mutating func line(of bytes: [UInt8]) -> Range<Int> {
        guard !bytes.isEmpty else { return 0..<0 }
        let place = number(below: bytes.count)
        let newline = UInt8(ascii: "\n")
        let start = (bytes[..<place].lastIndex(of: newline) ?? -1) + 1
        let end = bytes[place...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
        return start..<end
    }

    private mutating func moveLine(in bytes: inout [UInt8]) {
        let range = line(of: bytes)
        let moved = Array(bytes[range])
        bytes.removeSubrange(range)
        bytes.insert(contentsOf: moved, at: line(of: bytes).lowerBound)
    }

    private mutating func removeLine(from bytes: inout [UInt8]) {
        bytes.removeSubrange(line(of: bytes))
    }

    private mutating func repeatLine(in bytes: inout [UInt8]) {
        let range = line(of: bytes)
        bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
    }

    private mutating func indentLine(in bytes: inout [UInt8]) {
        let range = line(of: bytes)
        if number(below: 2) == 0 {
            bytes.insert(contentsOf: Array("  ".utf8), at: range.lowerBound)
        } else if bytes[range].starts(with: "  ".utf8) {
            bytes.removeSubrange(range.lowerBound..<range.lowerBound + 2)
        }
    }

    // MARK: Values

    private mutating func word() -> [UInt8] {
        number(below: 3) == 0
            ? Array(Self.values[number(below: Self.values.count)].utf8) : words[number(below: words.count)]
    }

    private mutating func insertWord(into bytes: inout [UInt8]) {
        bytes.insert(contentsOf: word(), at: number(below: bytes.count + 1))
    }

    /// Puts a word where a value stands: between a separator and the next.
    private mutating func replaceValue(in bytes: inout [UInt8]) {
        let place = number(below: bytes.count)
        let isSeparator: (UInt8) -> Bool = { " \n,[]{}".utf8.contains($0) }
        guard let start = bytes[place...].firstIndex(where: isSeparator).map({ $0 + 1 }), start < bytes.count else {
            return
        }
        let end = bytes[start...].firstIndex(where: isSeparator) ?? bytes.count
        bytes.replaceSubrange(start..<end, with: word())
    }
}
