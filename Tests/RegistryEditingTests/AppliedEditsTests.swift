import Diagnostics
import RegistryEditing
import SeededRandomness
import Testing

/// Edits change the bytes they name, and no other.
struct AppliedEditsTests {
    private static let file = FileID(index: 0)

    private static func edit(_ range: Range<Int>, _ text: String) -> TextEdit {
        TextEdit(
            SourceRange(file: file, start: UInt32(range.lowerBound), end: UInt32(range.upperBound)),
            replacement: text
        )
    }

    @Test func `any edits that keep apart leave every byte between them as it was`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let original = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            var expected: [UInt8] = []
            var edits: [TextEdit] = []
            var position = 0
            while position < original.count, Bool.random(using: &random) {
                // At least one byte stays before each edit.
                let start = Int.random(in: position + 1...original.count, using: &random)
                let end = Int.random(in: start...original.count, using: &random)
                let text = ["", "x", "广州", "\n"].randomElement(using: &random) ?? ""
                expected += original[position..<start] + Array(text.utf8)
                edits.append(Self.edit(start..<end, text))
                position = end
            }
            expected += original[min(position, original.count)...]
            let applied = try AppliedEdits(
                edits.shuffled(using: &random),
                of: Self.file,
                byteCount: original.count
            )
            #expect(applied.bytes(from: original) == expected)
        }
    }

    @Test func `two edits of the same bytes are refused, and so are two insertions at one place`() {
        for (one, other) in [(0..<3, 2..<4), (0..<3, 0..<3), (2..<2, 2..<2), (1..<4, 2..<3), (2..<2, 2..<4)] {
            #expect(throws: AppliedEdits.Refusal.overlap) {
                try AppliedEdits([Self.edit(one, "a"), Self.edit(other, "b")], of: Self.file, byteCount: 9)
            }
        }
    }

    @Test func `an edit of bytes that are not there, or of another file, is refused`() {
        #expect(throws: AppliedEdits.Refusal.outside) {
            try AppliedEdits([Self.edit(3..<10, "a")], of: Self.file, byteCount: 9)
        }
        #expect(throws: AppliedEdits.Refusal.outside) {
            try AppliedEdits([Self.edit(3..<4, "a")], of: FileID(index: 1), byteCount: 9)
        }
    }
}
