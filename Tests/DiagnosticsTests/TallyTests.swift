import Diagnostics
import Testing
import Vocabulary

struct TallyTests {
    @Test(arguments: [
        (errors: 3, warnings: 1, advice: 0, place: (2, 20), sentence: "3 errors, 1 warning in 2 of 20 files"),
        (errors: 1, warnings: 0, advice: 0, place: (1, 20), sentence: "1 error in 1 of 20 files"),
        (errors: 0, warnings: 2, advice: 1, place: (3, 3), sentence: "2 warnings, 1 piece of advice in 3 of 3 files"),
        (errors: 0, warnings: 0, advice: 2, place: (1, 1), sentence: "2 pieces of advice in 1 file"),
        (errors: 0, warnings: 0, advice: 0, place: (0, 20), sentence: "20 files: no findings"),
        (errors: 0, warnings: 0, advice: 0, place: (0, 1), sentence: "1 file: no findings"),
        (errors: 0, warnings: 0, advice: 0, place: (0, 0), sentence: "0 files: no findings"),
    ])
    func `a tally is said in a grammatical sentence`(
        errors: Int,
        warnings: Int,
        advice: Int,
        place: (found: Int, of: Int),
        sentence: String
    ) {
        let tally = Tally(
            errors: errors,
            warnings: warnings,
            advice: advice,
            filesWithFindings: place.found,
            files: place.of
        )
        #expect(tally.sentence(in: .english) == sentence)
    }

    @Test func `what is allowed to stand is counted apart, with the day on which the first of it ends`() throws {
        let catalog = SourceCatalog("a: 1 # one\nb: 2 # two\nc: 3\n")
        let one = Diagnostic(.sample, "m", at: try catalog.range(of: "a"))
            .suppressed(by: try .by("# one", in: catalog, until: "2028-01-01"))
        let two = Diagnostic(.sampleWarning, "m", at: try catalog.range(of: "b"))
            .suppressed(by: try .by("# two", in: catalog))
        let three = Diagnostic(.sampleWarning, "m", at: try catalog.range(of: "c"))

        let allowed = Tally(of: [one], files: 1)
        #expect(allowed.errors == 0 && allowed.filesWithFindings == 0)
        #expect(allowed.sentence(in: .english) == "1 file: no findings (1 suppressed, until 2028-01-01)")
        #expect(allowed.sentence(in: .chinese) == "已检查1个文件，未发现问题（另有1个已获豁免，于2028-01-01到期）")
        let mixed = Tally(of: [one, two, three], files: 1)
        #expect(
            mixed.sentence(in: .english) == "1 warning in 1 file (2 suppressed, the first until 2027-03-01)"
        )
        #expect(mixed.sentence(in: .chinese) == "1个文件：1个警告（另有2个已获豁免，最早于2027-03-01到期）")
        #expect([one].hasErrors == false)
    }

    @Test func `findings are counted by severity and files only once`() {
        let catalog = SourceCatalog(["a.yaml", "b.yaml", "c.yaml"].map { SourceFile(path: $0, bytes: []) })
        let findings = [
            Diagnostic(.sample, "one", at: .start(of: catalog.ids[0])),
            Diagnostic(.sample, "two", at: .start(of: catalog.ids[0])),
            Diagnostic(.sampleWarning, "three", at: .start(of: catalog.ids[2])),
        ]
        let tally = Tally(errors: 2, warnings: 1, advice: 0, filesWithFindings: 2, files: 3)
        #expect(Tally(of: findings, files: catalog.files.count) == tally)
    }
}
