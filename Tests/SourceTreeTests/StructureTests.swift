import Diagnostics
import SourceTree
import Testing
import Vocabulary

struct StructureTests {
    @Test func `a second place of a key points back to the first, whatever its quotes`() throws {
        let (_, findings) = read("广: 1\n\"\\u5e7f\": 2\n'广': 3\nother: {广: 4}\n")
        #expect(findings.map(\.rule) == ["duplicate-key", "duplicate-key"])
        #expect(findings.map { $0.notes.first?.range?.start } == [0, 0])
        #expect(findings.map(\.range.start) == [7, 19])
    }

    @Test func `a key repeated far away is found in a long group`() {
        let keys = (0..<100).map { "k\($0): x\n" }
        let (_, findings) = read(keys.joined() + "\"k57\": z\n")
        #expect(findings.map(\.rule) == ["duplicate-key"])
        #expect(findings.first?.notes.first?.range.map { Int($0.start) } == keys[..<57].joined().utf8.count)
    }

    @Test func `keys that differ only in their last letter are different`() {
        for length in 1..<40 {
            let stem = String(repeating: "k", count: length)
            #expect(rules(in: "{\(stem)a: x, \(stem)b: x, \(stem): x, a\(stem): x}") == [])
        }
    }

    @Test func `what comes before a syntax error is kept, and only the first error is reported`() {
        let (tree, findings) = read("a: 0400\nb: [1, 2\nc: 3\nd: @\n")
        #expect(findings.map(\.rule) == ["leading-zero-number", "yaml-syntax"])
        #expect(!tree.isComplete)
        #expect(tree.value(of: "a").map(tree.text) == "0400")
    }

    @Test func `an unfinished value is not reported as an empty one as well`() {
        for text in ["a: @x\n", "a: \"x\n", "\"a\" b: 1\n", "a: ]\n", "a:\n  - @\n", "a: *\n", "a: &\n"] {
            #expect(rules(in: text) == ["yaml-syntax"], "\(text)")
        }
    }

    @Test func `an apostrophe in single quotes is explained as one`() {
        let finding = read("name: 'Xi'an'\n").diagnostics.first
        #expect(finding?.message.text(in: .english) == "the text goes on after its closing quote")
        #expect(finding?.help?.text(in: .english).contains("write '' for an apostrophe") == true)
        #expect(finding?.range.start == 10)
    }

    @Test func `a directive the reader does not know is a directive all the same`() {
        #expect(rules(in: "%FOO bar\n---\na: b\n") == ["directive"])
        #expect(rules(in: "%YAML 9.9\n---\na: b\n") == ["directive"])
        #expect(rules(in: "%TAG ! tag:example.org,2026:\n---\na: b\n") == ["directive"])
    }

    @Test func `nothing but white space and comments is an empty file`() {
        for text in ["", "\n", "  \n\n", "# x", "---\n", "--- # x\n", "\u{FEFF}"] {
            let (tree, findings) = read(text)
            #expect(findings.map(\.rule).contains("empty-file"), "\(text)")
            #expect(tree.root == nil)
        }
    }

    @Test func `a file may be a single value`() {
        let (tree, findings) = read("# x\njust text\n")
        #expect(findings == [])
        #expect(tree.root.map(tree.text) == "just text")
    }

    @Test func `keys are compared without building text`() throws {
        let (tree, _) = read("'it''s': 广州\nlist: [a, b]\n")
        let root = try #require(tree.root)
        let key = try #require(tree.entries(of: root).first { _ in true }?.key)
        #expect(tree.equals(key, "it's"))
        #expect(!tree.equals(key, "it''s"))
        #expect(tree.equals(key, Array("it's".utf8)))
        #expect(!tree.equals(root, ""))
        #expect(tree.value(of: "it's").map { tree.equals($0, "广州") } == true)
        #expect(tree.value(of: "list").map(tree.count) == 2)
        #expect(tree.items(of: root).map(\.self) == [])
        #expect(tree.value(of: "list").map { Array(tree.entries(of: $0)).count } == 0)
    }
}
