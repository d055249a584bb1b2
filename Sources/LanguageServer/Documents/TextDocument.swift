import Diagnostics

/// A file's text, with its lines found, so that places can be named as the client names them.
struct TextDocument: Sendable {
    /// The text, as UTF-8.
    let bytes: [UInt8]
    /// The first byte of each line; a line ends at a line feed, a carriage return, or both.
    private let lineStarts: [Int]

    init(_ bytes: [UInt8]) {
        var lineStarts = [0]
        bytes.withUnsafeBufferPointer { bytes in
            for (index, byte) in bytes.enumerated() {
                let isFeed = byte == UInt8(ascii: "\n")
                let isLoneReturn =
                    byte == UInt8(ascii: "\r")
                    && !(index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"))
                if isFeed || isLoneReturn { lineStarts.append(index + 1) }
            }
        }
        self.bytes = bytes
        self.lineStarts = lineStarts
    }

    /// The byte at a place.
    ///
    /// A character behind a line's end is its end, and a line behind the last is the end of the text, as the protocol has
    /// it. A place within a character is its beginning.
    func offset(of position: Position, _ encoding: PositionEncoding) -> Int {
        guard position.line >= 0 else { return 0 }
        guard position.line < lineStarts.count else { return bytes.count }
        let line = content(ofLine: position.line)
        var units = 0
        for index in line where bytes[index] & 0b1100_0000 != 0b1000_0000 {
            if units >= position.character { return index }
            let end = characterEnd(index, in: line)
            units += (index..<end).reduce(0) { $0 + encoding.units(of: bytes[$1]) }
            if units > position.character { return index }
        }
        return line.upperBound
    }

    /// The place of a byte.
    func position(of offset: Int, _ encoding: PositionEncoding) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let start = lineStarts[low]
        return Position(line: low, character: bytes[start..<offset].reduce(0) { $0 + encoding.units(of: $1) })
    }

    /// The text with the bytes between two places replaced; places the wrong way round are taken the other way.
    func replacing(_ range: Range<Int>, with text: String) -> TextDocument {
        var changed: [UInt8] = []
        changed.reserveCapacity(bytes.count - range.count + text.utf8.count)
        changed.append(contentsOf: bytes[..<range.lowerBound])
        changed.append(contentsOf: text.utf8)
        changed.append(contentsOf: bytes[range.upperBound...])
        return TextDocument(changed)
    }

    /// The bytes of a line, from 0, without its ending.
    private func content(ofLine line: Int) -> Range<Int> {
        let start = lineStarts[line]
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    private func characterEnd(_ index: Int, in line: Range<Int>) -> Int {
        var end = index + 1
        while end < line.upperBound, bytes[end] & 0b1100_0000 == 0b1000_0000 { end += 1 }
        return end
    }
}
