import Diagnostics
import SourceTree
import Testing
import Vocabulary

struct LimitTests {
    @Test func `a file too large is refused for its size alone`() {
        let bytes = Array(repeating: UInt8(ascii: "\t"), count: Limits.fileBytes + 1)
        let (tree, findings) = read(bytes)
        #expect(findings.map(\.rule) == ["file-too-large"])
        // The file may be far larger: nobody reads on to find out.
        #expect(
            findings.first?.message.text(in: .english)
                == "the file has more than 4 MiB (4194304 bytes), which no registry file has"
        )
        #expect(tree.root == nil)
    }

    @Test func `lists in lists are read to the limit and no further`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(rules(in: nested(Limits.depth)) == [])
        #expect(rules(in: nested(Limits.depth + 1)) == ["too-deep"])
        #expect(rules(in: String(repeating: "[", count: 20_000)) == ["too-deep"])
        #expect(rules(in: String(repeating: "{a: ", count: 20_000)) == ["too-deep"])
        #expect(rules(in: String(repeating: "- ", count: 20_000)) == ["too-deep"])
        #expect(rules(in: String(repeating: "[\n", count: 20_000)) == ["too-deep"])
    }

    @Test func `what was read before the limit stays, closed where the reading ended`() {
        let text = "a: 0400\nb: " + String(repeating: "[", count: 100)
        let (tree, findings) = read(text)
        #expect(findings.map(\.rule) == ["leading-zero-number", "too-deep"])
        #expect(!tree.isComplete)
        #expect(tree.value(of: "a").map(tree.text) == "0400")
        #expect(tree.allNodes.count == 3 + Limits.depth)
        expectNested(tree, fileBytes: text.utf8.count)
    }

    @Test func `more values than any registry has end the reading`() {
        let text = "[" + String(repeating: "a,", count: Limits.nodes) + "]"
        let (tree, findings) = read(text)
        #expect(findings.map(\.rule) == ["too-many-nodes"])
        #expect(tree.root.map(tree.count) == Limits.nodes - 1)
    }

    @Test func `aliases are refused and never followed`() {
        var text = "a: &a [x]\n"
        for (name, previous) in zip("bcdefghi", "abcdefgh") {
            text += "\(name): &\(name) [\(Array(repeating: "*\(previous)", count: 9).joined(separator: ", "))]\n"
        }
        let (tree, findings) = read(text)
        #expect(findings.filter { $0.rule == "anchor" }.count == 9)
        #expect(findings.filter { $0.rule == "alias" }.count == 72)
        #expect(tree.allNodes.count == 1 + 9 * 2 + 1 + 72)
    }

    @Test func `fifty thousand equal keys are as many findings, of which a readable number is shown`() {
        let (tree, findings) = read(String(repeating: "key: value\n", count: 50_000))
        #expect(findings.count == Limits.findings + 1)
        #expect(findings.dropLast().allSatisfy { $0.rule == "duplicate-key" && $0.notes.first?.range?.start == 0 })
        #expect(findings.last?.rule == "too-many-findings")
        #expect(
            findings.last?.message.text(in: .english)
                == "there are more than 200 findings in this file; 49799 of them are left out"
        )
        #expect(tree.allNodes.filter(tree.isRefused).count == 49_999)
        #expect(tree.root.map(tree.count) == 50_000)
    }

    @Test func `fifty thousand different keys are no finding`() {
        let text = (0..<50_000).map { "key-\($0): value\n" }.joined()
        #expect(rules(in: text) == [])
    }

    @Test func `the findings shown are the first of the file, whichever rule they break`() {
        let text = (0..<300).map { "k\($0): 0400\n" }.joined() + "tab:\tx\n"
        #expect(rules(in: text).dropLast() == ArraySlice(repeating: "leading-zero-number", count: Limits.findings))
        let reversed = "tab:\tx\n" + (0..<300).map { "k\($0): 0400\n" }.joined()
        #expect(rules(in: reversed).first == "tab-character")
        #expect(rules(in: reversed).count == Limits.findings + 1)
        #expect(rules(in: reversed).last == "too-many-findings")
    }
}
