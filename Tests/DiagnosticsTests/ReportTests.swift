import SeededRandomness
import Diagnostics
import Testing

struct ReportTests {
    private let catalog = SourceCatalog([
        SourceFile(path: "cities/b.yaml", bytes: Array("b: 1\nc: 2\n".utf8)),
        SourceFile(path: "cities/a.yaml", bytes: Array("a: 1\n".utf8)),
    ])

    private func findings() throws -> [Diagnostic] {
        let start = SourceRange.start(of: catalog.ids[0])
        return [
            Diagnostic(.sample, "m", at: start),
            Diagnostic(.sample, "m", at: start, help: "h"),
            Diagnostic(.sample, "m", at: start, notes: [Note("n")]),
            Diagnostic(.sample, "m", at: start, notes: [Note("n", at: start)]),
            Diagnostic(.sample, "n", at: start),
            Diagnostic(.sampleWarning, "a", at: start),
            Diagnostic(.sample, "a", at: try catalog.range(of: "b")),
            Diagnostic(.sample, "a", at: try catalog.range(of: "c")),
        ]
    }

    @Test func `findings come in order of reading, each once, however they were found`() throws {
        let inOrder = try findings()
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<50 {
            let found = (inOrder + inOrder).shuffled(using: &generator)
            #expect(Report(found, in: catalog).diagnostics == inOrder)
        }
    }

    @Test func `what was found twice is counted once`() throws {
        let report = Report(try findings() + findings(), in: catalog)
        #expect(report.tally == Tally(errors: 7, warnings: 1, advice: 0, filesWithFindings: 2, files: 2))
    }

    @Test func `a report knows the same places as its catalog`() throws {
        let range = try catalog.range(of: "c: 2\n")
        let report = Report([Diagnostic(.sample, "m", at: range)], in: catalog)
        #expect(report.position(of: range) == catalog.position(of: range))
        #expect(report.endPosition(of: range) == SourcePosition(line: 3, column: 1))
        #expect(report.lineIndex(of: catalog.ids[0]).lineCount == 2)
    }
}
