public import Diagnostics

/// Text edits of one file that can be made together: sorted, inside the file, none overlapping another.
///
/// Everything outside their ranges stays as it is, byte for byte.
public struct AppliedEdits: Sendable {
    /// Why edits cannot be made together.
    public enum Refusal: Error, Hashable, Sendable {
        /// Two edits touch the same bytes, or both insert at one place.
        case overlap
        /// An edit speaks of bytes that the file does not have, or of another file.
        case outside
    }

    /// The edits, in order of place.
    public let edits: [TextEdit]

    /// Puts edits of one file in order; throws where they cannot be made together.
    public init(_ edits: [TextEdit], of file: FileID, byteCount: Int) throws(Refusal) {
        let sorted = edits.sorted { ($0.range, $0.replacement) < ($1.range, $1.replacement) }
        for edit in sorted where edit.range.file != file || Int(edit.range.end) > byteCount { throw .outside }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where Self.collide(earlier.range, later.range) {
            throw .overlap
        }
        self.edits = sorted
    }

    /// The file's bytes after the edits.
    public func bytes(from original: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(original.count + edits.reduce(0) { $0 + $1.replacement.utf8.count })
        var position = 0
        for edit in edits {
            result += original[position..<Int(edit.range.start)]
            result += edit.replacement.utf8
            position = Int(edit.range.end)
        }
        return result + original[position...]
    }

    /// Whether two ranges cannot both be replaced: they share bytes, or it would be unclear which text comes first.
    static func collide(_ one: SourceRange, _ other: SourceRange) -> Bool {
        guard one.file == other.file else { return false }
        return max(one.start, other.start) < min(one.end, other.end) || one.start == other.start
            || one.end == other.end
    }
}
