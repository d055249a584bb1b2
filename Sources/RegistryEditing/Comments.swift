public import Diagnostics
public import SourceTree

/// The comments of a file, which no tree holds: `#` at the beginning of a line or after a blank, and not within a value.
public struct Comments: Sendable {
    /// Where they lie, from `#` to the last byte before the line's end, in the order of the file.
    public let ranges: [SourceRange]

    /// Finds the comments of a file that was read as this tree.
    public init(of source: SourceFile, _ tree: Tree) {
        let bytes = source.bytes
        var values = tree.scalars.map { tree.range(of: $0) }[...]
        var ranges: [SourceRange] = []
        var position = 0
        while position < bytes.count {
            while let value = values.first, Int(value.end) <= position { values = values.dropFirst() }
            if let value = values.first, Int(value.start) <= position {
                position = Self.end(of: value, in: bytes, &ranges)
                continue
            }
            guard bytes[position] == UInt8(ascii: "#"), position == 0 || bytes[position - 1].isBlankOrBreak else {
                position += 1
                continue
            }
            let end = Self.endOfLine(from: position, in: bytes)
            ranges.append(Self.range(position, end, tree.file))
            position = end
        }
        self.ranges = ranges
    }

    /// The end of a value; a block of text begins with a line that may end in a comment.
    private static func end(of value: SourceRange, in bytes: [UInt8], _ ranges: inout [SourceRange]) -> Int {
        let start = Int(value.start)
        guard bytes[start] == UInt8(ascii: "|") || bytes[start] == UInt8(ascii: ">") else { return Int(value.end) }
        let end = endOfLine(from: start, in: bytes)
        if let number = bytes[start..<end].firstIndex(of: UInt8(ascii: "#")), bytes[number - 1].isBlankOrBreak {
            ranges.append(range(number, end, value.file))
        }
        return max(end, Int(value.end))
    }

    private static func endOfLine(from start: Int, in bytes: [UInt8]) -> Int {
        var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        while end > start, bytes[end - 1].isBlankOrBreak { end -= 1 }
        return end
    }

    private static func range(_ start: Int, _ end: Int, _ file: FileID) -> SourceRange {
        SourceRange(file: file, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    }

    /// The texts of the comments, in the order of the file.
    public static func texts(in source: SourceFile) -> [String] {
        let id = FileID(index: 0)
        let (tree, _) = Tree.read(source, as: id)
        return Comments(of: source, tree).ranges.map { range in
            String(decoding: source.bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
        }
    }
}

extension Tree {
    /// All single values, keys among them, in the order of the file.
    var scalars: [NodeID] {
        var found: [NodeID] = []
        func visit(_ node: NodeID) {
            switch kind(of: node) {
            case .scalar: found.append(node)
            case .sequence: for item in items(of: node) { visit(item) }
            case .mapping:
                for (key, value) in entries(of: node) {
                    visit(key)
                    visit(value)
                }
            }
        }
        if let root { visit(root) }
        return found
    }
}

extension UInt8 {
    /// A blank, a tab, or a part of a line's ending.
    var isBlankOrBreak: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n")
            || self == UInt8(ascii: "\r")
    }
}
