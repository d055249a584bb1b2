import CityRegistry
import Diagnostics
import Testing

struct ReadingRuleTests {
    private static let ids = ReadingRules.all.map(\.id.rawValue)

    private func rule(_ id: String) throws -> Rule {
        try #require(ReadingRules.all.first { $0.id.rawValue == id })
    }

    @Test(arguments: ids)
    func `every rejected example is reported exactly where it is marked, and breaks no other rule`(id: String) throws {
        let rule = try rule(id)
        #expect(!rule.rejected.isEmpty)
        for example in rule.rejected {
            let file = try ExampleFile(example)
            let found = file.reading.diagnostics
            #expect(found.map(\.range.start).sorted() == file.marks, "\(example.yaml)")
            #expect(Set(found.map(\.rule)) == [rule.id], "\(example.yaml)")
        }
    }

    @Test(arguments: ids)
    func `no accepted example is reported`(id: String) throws {
        let rule = try rule(id)
        #expect(!rule.accepted.isEmpty)
        for example in rule.accepted {
            #expect(try ExampleFile(example).reading.diagnostics == [], "\(example.yaml)")
        }
    }

    @Test(arguments: ids)
    func `a safe fix mends what it was offered for`(id: String) throws {
        for example in try rule(id).rejected {
            let file = try ExampleFile(example)
            let found = file.reading.diagnostics
            let edits = found.filter { $0.fix?.isSafe == true }.flatMap { $0.fix?.edits ?? [] }
            guard !edits.isEmpty else { continue }
            var mended = Array(file.text.utf8)
            for edit in edits.sorted(by: { $0.range > $1.range }) {
                mended.replaceSubrange(Int(edit.range.start)..<Int(edit.range.end), with: Array(edit.replacement.utf8))
            }
            let again = FileReading(SourceFile(path: file.path, bytes: mended), as: FileID(index: 0))
            #expect(again.diagnostics.count == found.filter { $0.fix?.isSafe != true }.count, "\(example.yaml)")
        }
    }
}
