/// The marks of changed cities as they stand in a file, to tell by another file's bytes that it holds none of them.
struct MarkTexts: Sendable {
    private let needles: [Needle]
    /// Whether each mark can only be written letter by letter: one of several words may go on in the next line.
    private let areWords: Bool

    init(_ marks: Set<CityOutline.Mark>) {
        let texts = marks.map { Array($0.text.utf8) }
        needles = texts.map(Needle.init)
        areWords = texts.allSatisfy { text in !text.isEmpty && text.allSatisfy(Self.isOfWord) }
    }

    /// Whether a file may hold one of them; where a file escapes any of its letters, it may.
    func mayStand(in bytes: [UInt8]) -> Bool {
        guard areWords, !bytes.contains(UInt8(ascii: "\\")) else { return true }
        return needles.contains { $0.stands(in: bytes) }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

/// A text to look for, after Horspool: a byte that does not occur in it lets the whole text's length be passed over.
private struct Needle: Sendable {
    private let text: [UInt8]
    /// For each byte, how far the text may move when that byte stands under its end.
    private let shifts: [Int]

    init(_ text: [UInt8]) {
        var shifts = [Int](repeating: max(text.count, 1), count: 256)
        for (position, byte) in text.dropLast().enumerated() { shifts[Int(byte)] = text.count - 1 - position }
        self.text = text
        self.shifts = shifts
    }

    func stands(in bytes: [UInt8]) -> Bool {
        var end = text.count - 1
        while end < bytes.count {
            let start = end - (text.count - 1)
            if bytes[end] == text.last, bytes[start...end].elementsEqual(text) { return true }
            end += shifts[Int(bytes[end])]
        }
        return false
    }
}
