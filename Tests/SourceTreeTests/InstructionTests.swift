import Diagnostics
import SourceTree
import Testing

struct InstructionTests {
    /// The comments addressed to the program, as their text stands in the file.
    private func instructions(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return read(bytes).tree.instructions.map { instruction in
            String(decoding: bytes[Int(instruction.range.start)..<Int(instruction.range.end)], as: UTF8.self)
        }
    }

    @Test(arguments: [
        "# visafee: x\na: 1\n", "a: 1 # visafee: x\n", "a: 1\t# visafee: x  \r\nb: 2\n", "a:\n  # visafee: x\n  b: 1\n",
        "a: [1, # visafee: x\n  2]\n", "a: |  # visafee: x\n  text\n", "a: \"b\" # visafee: x", "a: 1\n# visafee: x",
        "a: >\n  text\n# visafee: x\nb: 1\n", "a:\n  - b: 1\n# visafee: x\n", "a: 广州 # visafee: x\n",
        "a: 'it''s' # visafee: x\n",
    ])
    func `a comment is found wherever YAML allows one`(text: String) {
        #expect(instructions(in: text) == ["# visafee: x"])
    }

    @Test(arguments: [
        "a: \"# visafee: x\"\n", "a: '\n  # visafee: x\n  '\n", "a: |\n  # visafee: x\n",
        "a: |\n  b\n\n  # visafee: x\nc: 1\n",
        "a: \"b\n  # visafee: x\"\n", "a: b# visafee: x\n", "a: >-\n  b # visafee: x\n", "\"# visafee: x\": 1\n",
        "a: b#visafee: x\n",
    ])
    func `what only looks like a comment within a text is none`(text: String) {
        #expect(instructions(in: text).isEmpty)
    }

    @Test(arguments: ["#visafee: x", "#  visafee : x", "# VisaFee: x", "# visafee：x", "# visafee allow x"])
    func `a comment that is nearly addressed to the program is found, and known not to be exact`(comment: String) {
        let found = read("a: 1 \(comment)\n").tree.instructions
        #expect(found.map(\.isAddressedExactly) == [false])
        #expect(read("a: 1 # visafee: x\n").tree.instructions.map(\.isAddressedExactly) == [true])
    }

    @Test(arguments: ["# visafees: x", "# see visafee: x", "# visafee reads this", "## visafee: x", "# visa fee: x"])
    func `other comments are left alone`(comment: String) {
        #expect(instructions(in: "a: 1 \(comment)\n").isEmpty)
    }

    @Test func `a comment knows whether it has its line for itself`() {
        let found = read("a: 1 # visafee: x\n  # visafee: y\n").tree.instructions
        #expect(found.map(\.isAlone) == [false, true])
    }

    @Test func `behind a syntax error nobody can tell what is a comment`() {
        #expect(instructions(in: "# visafee: x\na: 1\nb: \"open\n# visafee: y\n") == ["# visafee: x"])
        #expect(instructions(in: "").isEmpty)
    }
}
