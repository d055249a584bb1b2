/// Where the lines of one file begin, found once, so that any number of places can be named without reading it again.
///
/// A line ends at a line feed; the carriage return before it belongs to the ending, too.
public struct LineIndex: Sendable {
    private let bytes: [UInt8]
    /// The first byte of each line.
    private let lineStarts: [Int]
    /// How many scalars begin before each block of bytes, so that a column costs the same in a line of any length.
    private let scalarsBeforeBlock: [Int]

    private static let blockSize = 1024

    /// Finds the lines of a file.
    public init(_ bytes: [UInt8]) {
        var lineStarts = [0]
        var scalarsBeforeBlock: [Int] = []
        var scalars = 0
        for (offset, byte) in bytes.enumerated() {
            if offset.isMultiple(of: Self.blockSize) { scalarsBeforeBlock.append(scalars) }
            if byte.beginsScalar { scalars += 1 }
            if byte == UInt8(ascii: "\n") { lineStarts.append(offset + 1) }
        }
        if bytes.count.isMultiple(of: Self.blockSize) { scalarsBeforeBlock.append(scalars) }
        self.bytes = bytes
        self.lineStarts = lineStarts
        self.scalarsBeforeBlock = scalarsBeforeBlock
    }

    /// How many lines an editor shows; an empty file has one.
    public var lineCount: Int { lineStarts.count }

    /// Line and column of a byte; a place after the end is the end.
    public func position(of offset: UInt32) -> SourcePosition {
        let line = line(of: Int(offset))
        let column = scalars(before: Int(offset)) - scalars(before: lineStarts[line - 1]) + 1
        return SourcePosition(line: line, column: column)
    }

    /// The line, from 1, that holds a byte.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The bytes of a line, from 1, without its ending.
    package func content(ofLine line: Int) -> Range<Int> {
        let start = lineStarts[line - 1]
        guard line < lineStarts.count else { return start..<bytes.count }
        let end = lineStarts[line] - 1
        let endsInReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        return start..<(endsInReturn ? end - 1 : end)
    }

    /// The first byte after a line and its ending.
    func end(ofLine line: Int) -> Int {
        line < lineStarts.count ? lineStarts[line] : bytes.count
    }

    private func scalars(before offset: Int) -> Int {
        let end = min(offset, bytes.count)
        let block = end / Self.blockSize
        return bytes[(block * Self.blockSize)..<end].reduce(scalarsBeforeBlock[block]) { count, byte in
            byte.beginsScalar ? count + 1 : count
        }
    }
}

extension UInt8 {
    /// Whether a scalar of UTF-8 begins here, rather than goes on.
    var beginsScalar: Bool { self & 0b1100_0000 != 0b1000_0000 }
}
