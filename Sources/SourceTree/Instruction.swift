public import Diagnostics
import Glibc

/// A comment addressed to this program: `# visafee: ...`.
///
/// Comments say nothing to a reader of YAML and are not in the tree; these say something to the validator.
public struct Instruction: Hashable, Sendable {
    /// The comment, from its `#` to the last visible character of the line.
    public let range: SourceRange
    /// What follows `visafee:`, without the blanks around it.
    public let text: SourceRange
    /// Whether the comment begins exactly as it should, with `# visafee: `, and not nearly so.
    public let isAddressedExactly: Bool
    /// Whether nothing but blanks stands before it in its line.
    public let isAlone: Bool
}

extension Tree {
    /// The comments addressed to this program, in the file's order.
    ///
    /// A `#` within a text of the file is no comment. Behind the place where reading ended early nobody can tell.
    public var instructions: [Instruction] {
        withFileBytes { bytes in
            var found: [Instruction] = []
            var position = 0
            while let number = bytes.firstNumberSign(from: position) {
                position = number + 1
                guard let instruction = instruction(at: number, in: bytes) else { continue }
                position = Int(instruction.range.end)
                found.append(instruction)
            }
            return found
        }
    }

    private static let name = Array("visafee".utf8)

    private func instruction(at number: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Instruction? {
        guard number == 0 || bytes[number - 1].isBlankOrBreak else { return nil }
        var end = number
        while end < bytes.count, !bytes[end].isBreak { end += 1 }
        while bytes[end - 1].isBlankOrBreak { end -= 1 }

        var position = number + 1
        while position < end, bytes[position].isBlankOrBreak { position += 1 }
        let start = position
        let word = bytes[start..<min(end, start + Self.name.count)]
        guard word.elementsEqual(Self.name, by: { $0 | 0x20 == $1 }) else { return nil }
        position += Self.name.count
        while position < end, bytes[position].isBlankOrBreak { position += 1 }
        let hasColon = position < end && (bytes[position] == UInt8(ascii: ":") || bytes.isWideColon(at: position))
        // "# visafee allow ..." is meant for the program as well, "# visafee reads this" is not.
        guard hasColon || bytes[position..<end].starts(with: "allow".utf8) else { return nil }
        if hasColon { position += bytes[position] == UInt8(ascii: ":") ? 1 : 3 }
        while position < end, bytes[position].isBlankOrBreak { position += 1 }
        guard !isInValue(number, in: bytes) else { return nil }
        return Instruction(
            range: range(number, end),
            text: range(position, end),
            isAddressedExactly: bytes[number..<position].elementsEqual("# visafee: ".utf8),
            isAlone: isAlone(number, in: bytes)
        )
    }

    private func isAlone(_ number: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = number
        while position > 0, bytes[position - 1] == UInt8(ascii: " ") || bytes[position - 1] == UInt8(ascii: "\t") {
            position -= 1
        }
        return position == 0 || bytes[position - 1].isBreak
    }

    /// Whether a place lies within a value, or where nobody can tell.
    private func isInValue(_ position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let value = lastScalar(from: position)
        guard let value, position < value.end else { return !isComplete && !hasScalar(after: value?.node) }
        // A block of text begins with a line that may end in a comment.
        return !value.isBlock || bytes[Int(value.start)..<position].contains(where: \.isBreak)
    }

    private func range(_ start: Int, _ end: Int) -> SourceRange {
        SourceRange(file: file, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first `#` at a place or after it.
    fileprivate func firstNumberSign(from start: Int) -> Int? {
        guard let baseAddress, start < count else { return nil }
        guard let found = memchr(baseAddress + start, Int32(UInt8(ascii: "#")), count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
    }

    /// Whether a full-width colon stands here.
    fileprivate func isWideColon(at position: Int) -> Bool {
        self[position...].starts(with: "：".utf8)
    }
}

extension UInt8 {
    fileprivate var isBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
    fileprivate var isBlankOrBreak: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || isBreak }
}
