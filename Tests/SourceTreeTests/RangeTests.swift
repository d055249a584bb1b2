import Diagnostics
import SourceTree
import Testing

struct RangeTests {
    /// The bytes of the file that a node claims to take up.
    private func source(of node: NodeID?, in tree: Tree, _ text: String) throws -> String {
        let range = tree.range(of: try #require(node))
        return String(decoding: Array(text.utf8)[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }

    /// How a value is written, and what it says.
    static let styles: [(written: String, value: String)] = [
        ("plain words", "plain words"),
        ("广州市公安局", "广州市公安局"),
        ("two lines\n  of plain words", "two lines of plain words"),
        ("'it''s'", "it's"),
        ("'single'", "single"),
        ("'two\n\n  paragraphs'", "two\nparagraphs"),
        (#""double""#, "double"),
        (#""a\tb\\ \"c\" \u5e7f""#, "a\tb\\ \"c\" 广"),
        (#""\_""#, "\u{A0}"),
        ("\"two\n  lines\"", "two lines"),
        ("|\n  literal\n   text", "literal\n text\n"),
        ("|-\n  literal\n  广州", "literal\n广州"),
        ("|2\n    indented", "  indented\n"),
        (">\n  folded\n  text", "folded text\n"),
        ("''", ""),
        (#""""#, ""),
    ]

    @Test(arguments: styles.map(\.written))
    func `a value takes up exactly what it is written with, whatever comes before and after`(written: String) throws {
        let value = try #require(Self.styles.first { $0.written == written }?.value)
        for before in ["", "名称: 北京 # 首都\n"] {
            for after in ["", "\n\n# the end\n\n", "\nnext: 广州\n"] {
                for lineEnd in ["\n", "\r\n"] {
                    let text = (before + "key: " + written + (after.isEmpty ? "\n" : after))
                        .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
                    let (tree, _) = read(text)
                    let node = try #require(tree.value(of: "key"))
                    let expected = written.split(separator: "\n", omittingEmptySubsequences: false)
                        .joined(separator: lineEnd)
                    #expect(try source(of: node, in: tree, text) == expected)
                    #expect(tree.text(of: node) == value)
                    #expect(tree.isPlain(node) == !"'\"|>".contains(written.prefix(1)))
                }
            }
        }
    }

    @Test func `a finding after Chinese text points at the right byte`() {
        let marked = MarkedText("bureau:\n  name: {zh: 广州市公安局} # 广州\n  hours: {open: ↓9:30}\n")
        #expect(read(marked.bytes).diagnostics.map { Int($0.range.start) } == marked.marks)
        #expect(read(marked.bytes).diagnostics.map { Int($0.range.end) } == marked.marks.map { $0 + 4 })
    }

    @Test func `a syntax error after Chinese text points at the right byte`() {
        let marked = MarkedText("城市: 广州 # 市\n名: ↓@x\n")
        #expect(read(marked.bytes).diagnostics.map { Int($0.range.start) } == marked.marks)
    }

    @Test func `lists and groups end with their last part, and brackets belong to them`() throws {
        let text = """
            block:
              - one
              - {two: 二} # a remark

            flow: [ {a: b}, [c] , d: e ]  # another
            same:
            - level
            # the end

            """
        let (tree, findings) = read(text)
        #expect(findings == [])
        #expect(try source(of: tree.value(of: "block"), in: tree, text) == "- one\n  - {two: 二}")
        #expect(try source(of: tree.value(of: "flow"), in: tree, text) == "[ {a: b}, [c] , d: e ]")
        #expect(try source(of: tree.value(of: "same"), in: tree, text) == "- level")
        let flow = try #require(tree.value(of: "flow"))
        let parts = try tree.items(of: flow).map { try source(of: $0, in: tree, text) }
        #expect(parts == ["{a: b}", "[c]", "d: e"])
        #expect(try source(of: tree.root, in: tree, text) == String(text.dropLast("\n# the end\n".count)))
    }

    @Test func `an anchor and a tag are no part of the value`() throws {
        for written in ["&a !!str text", "!!str &a text", "&a text", "!<tag:example.org,2026:x> text"] {
            let (tree, _) = read("key: \(written)\n")
            #expect(try source(of: tree.value(of: "key"), in: tree, "key: \(written)\n") == "text")
        }
        let (tree, _) = read("key: &a\n  &b inner: x\n")
        let group = tree.value(of: "key").map { Int(tree.range(of: $0).start) }
        #expect(group == "key: &a\n  ".utf8.count)
    }

    @Test func `a byte order mark moves nothing`() throws {
        let (tree, findings) = read("\u{FEFF}city: 广州\nname: x\n")
        #expect(findings.map(\.rule) == ["byte-order-mark"])
        #expect(tree.value(of: "city").map(tree.text) == "广州")
        #expect(try source(of: tree.value(of: "name"), in: tree, "\u{FEFF}city: 广州\nname: x\n") == "x")
    }
}
