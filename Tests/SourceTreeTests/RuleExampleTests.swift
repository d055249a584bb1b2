import Diagnostics
import SourceTree
import Testing
import Vocabulary

struct RuleExampleTests {
    private static let ids = SourceTreeRules.all.map(\.id.rawValue)

    private func rule(_ id: String) throws -> Rule {
        try #require(SourceTreeRules.all.first { $0.id.rawValue == id })
    }

    @Test(arguments: ids)
    func `every rejected example is reported exactly where it is marked`(id: String) throws {
        let rule = try rule(id)
        for example in rule.rejected {
            let marked = MarkedText(example.yaml)
            #expect(!marked.marks.isEmpty, "an example of \(id) has no mark")
            let places = read(marked.bytes).diagnostics.filter { $0.rule == rule.id }.map { Int($0.range.start) }
            #expect(places == marked.marks, "\(example.yaml)")
        }
    }

    @Test(arguments: ids)
    func `no accepted example is reported`(id: String) throws {
        let rule = try rule(id)
        #expect(!rule.accepted.isEmpty)
        for example in rule.accepted {
            #expect(read(example.yaml).diagnostics == [], "\(example.yaml)")
        }
    }

    @Test(arguments: ids)
    func `a rejected example breaks no other rule`(id: String) throws {
        let rule = try rule(id)
        // An alias needs an anchor to stand for.
        let others: Set<RuleID> = id == "alias" ? ["anchor"] : []
        for example in rule.rejected {
            let found = Set(read(MarkedText(example.yaml).bytes).diagnostics.map(\.rule))
            #expect(found.subtracting(others) == [rule.id], "\(example.yaml)")
        }
    }

    @Test(arguments: ids)
    func `a rule explains itself in whole sentences`(id: String) throws {
        let rule = try rule(id)
        for text in [rule.summary, rule.why, rule.remedy].map({ $0.text(in: .english) }) {
            #expect(text.hasSuffix("."), "\(text)")
            #expect(!text.contains("  "), "\(text)")
        }
    }

    @Test func `no two rules share a name`() {
        #expect(Set(Self.ids).count == Self.ids.count)
    }

    /// A safe fix must not leave behind what it mends, nor break anything else.
    @Test(arguments: ids)
    func `a safe fix mends what it was offered for`(id: String) throws {
        for example in try rule(id).rejected {
            let bytes = MarkedText(example.yaml).bytes
            let findings = read(bytes).diagnostics
            let edits = findings.filter { $0.fix?.isSafe == true }.flatMap { $0.fix?.edits ?? [] }
            guard !edits.isEmpty else { continue }
            var mended = bytes
            for edit in edits.sorted(by: { $0.range > $1.range }) {
                mended.replaceSubrange(Int(edit.range.start)..<Int(edit.range.end), with: Array(edit.replacement.utf8))
            }
            #expect(read(mended).diagnostics.count == findings.count - findings.filter { $0.fix?.isSafe == true }.count)
        }
    }
}
