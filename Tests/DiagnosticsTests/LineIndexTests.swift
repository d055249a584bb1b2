import SeededRandomness
import Diagnostics
import Testing

struct LineIndexTests {
    @Test(arguments: [
        (text: "", lines: 1), (text: "a", lines: 1), (text: "a\n", lines: 2), (text: "a\r\nb", lines: 2),
        (text: "\n\n", lines: 3),
    ])
    func `lines are counted as an editor shows them`(text: String, lines: Int) {
        #expect(LineIndex(Array(text.utf8)).lineCount == lines)
    }

    @Test func `columns count characters, not bytes`() throws {
        let catalog = SourceCatalog("# x\nname: 广州 gz\n")
        let range = try catalog.range(of: "gz")
        #expect(catalog.position(of: range) == SourcePosition(line: 2, column: 10))
        #expect(catalog.endPosition(of: range) == SourcePosition(line: 2, column: 12))
    }

    @Test func `a place after the end is the end`() {
        let index = LineIndex(Array("a\nbc".utf8))
        #expect(index.position(of: 100) == SourcePosition(line: 2, column: 3))
    }

    @Test func `every place of a random text agrees with counting from the start`() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = ["a", "é", "广", "𠀀", "\n", "\r\n"]
        for _ in 0..<20 {
            let length = Int.random(in: 0...1_500, using: &generator)
            let text = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" }.joined()
            let index = LineIndex(Array(text.utf8))
            var offset = 0
            var line = 1
            var column = 1
            for scalar in text.unicodeScalars {
                #expect(index.position(of: UInt32(offset)) == SourcePosition(line: line, column: column))
                offset += String(scalar).utf8.count
                (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
            }
            #expect(index.position(of: UInt32(offset)) == SourcePosition(line: line, column: column))
        }
    }

    @Test(arguments: [1_023, 1_024, 1_025, 2_048, 4_096])
    func `a line as long as the blocks it is counted in has the right columns`(length: Int) {
        let index = LineIndex(Array(repeating: UInt8(ascii: "a"), count: length))
        for offset in 0...length {
            #expect(index.position(of: UInt32(offset)) == SourcePosition(line: 1, column: offset + 1))
        }
    }
}
