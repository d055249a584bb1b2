import Diagnostics
import Testing

struct MarkedYAMLTests {
    @Test func `marks become places in the text without marks, counted in bytes`() {
        let marked = MarkedYAML("name: ↓广州\nphone: ↓075↓5\n")
        #expect(marked.text == "name: 广州\nphone: 0755\n")
        #expect(marked.marks == [6, 20, 23])
        #expect(marked.bytes == Array("name: 广州\nphone: 0755\n".utf8))
    }

    @Test func `a mark may stand at the very start and at the very end`() {
        let marked = MarkedYAML("↓a: 1↓")
        #expect(marked.text == "a: 1")
        #expect(marked.marks == [0, 4])
    }

    @Test func `a mark before an accent or between the halves of a line ending is taken out all the same`() {
        #expect(MarkedYAML("e↓\u{301}\r↓\n").text.unicodeScalars.elementsEqual("e\u{301}\r\n".unicodeScalars))
    }

    @Test func `text without marks is left alone`() {
        #expect(RuleExample("a: 1\n").marked == MarkedYAML("a: 1\n"))
        #expect(MarkedYAML("a: 1\n").marks.isEmpty)
    }
}
