import CivilTime
import Diagnostics
import Testing
import Vocabulary

/// What the schema does not say of a SARIF log; that it keeps the schema is tested on the program's own output.
struct SARIFRendererTests {
    private func log(_ findings: [Diagnostic], in catalog: SourceCatalog, _ run: ReportedRun = .sample) -> String {
        SARIFRenderer(run).render(Report(findings, in: catalog))
    }

    @Test func `a log without findings has an empty list of results, and says that the run succeeded`() {
        let log = log([], in: SourceCatalog("a: 1\n"), ReportedRun(version: "1.0.0", rules: [], exitCode: 0))
        #expect(log.contains("\"results\": []"))
        #expect(log.contains("\"executionSuccessful\": true"))
        #expect(log.contains("\"exitCode\": 0"))
        #expect(log.contains("\"columnKind\": \"unicodeCodePoints\""))
    }

    @Test func `columns count code points, and lines begin at 1`() throws {
        let catalog = SourceCatalog("name: 广州 0755\n")
        let log = log([Diagnostic(.sample, "m", at: try catalog.range(of: "0755"))], in: catalog)
        let parts = [
            "\"startLine\": 1\n", "\"startColumn\": 10,", "\"endLine\": 1,", "\"endColumn\": 14,",
            "\"byteOffset\": 13,",
        ]
        for part in parts {
            #expect(log.contains(part), "\(part)")
        }
    }

    @Test func `a file without a byte has no line, and so no region`() {
        let catalog = SourceCatalog("")
        let log = log([Diagnostic(.sample, "m", at: .start(of: catalog.ids[0]))], in: catalog)
        #expect(log.contains("\"uri\": \"cities/a.yaml\""))
        #expect(!log.contains("\"region\""))
    }

    @Test(arguments: [
        ("cities/a.yaml", "\"uri\": \"cities/a.yaml\",", true), ("./a.yaml", "\"uri\": \"a.yaml\",", true),
        ("cities/广 州.yaml", "\"uri\": \"cities/%E5%B9%BF%20%E5%B7%9E.yaml\",", true),
        ("a:b.yaml", "\"uri\": \"a%3Ab.yaml\",", true),
        ("/tmp/a.yaml", "\"uri\": \"file:///tmp/a.yaml\"", false), ("../a.yaml", "\"uri\": \"../a.yaml\"", false),
    ])
    func `a path is an address, relative to the folder of the run where it lies in it`(
        path: String,
        uri: String,
        isRelative: Bool
    ) throws {
        let catalog = SourceCatalog("a: 1\n", path: path)
        let log = log([Diagnostic(.sample, "m", at: try catalog.range(of: "a"))], in: catalog)
        #expect(log.contains(uri))
        #expect(log.contains("\"uriBaseId\": \"%SRCROOT%\"") == isRelative)
    }

    @Test func `a fix is written with the region it replaces, and one that may change the meaning says so`() throws {
        let catalog = SourceCatalog("phone: 0755\n")
        let place = try catalog.range(of: "0755")
        let fix = Fix("quote it", edits: [TextEdit(place, replacement: "\"0755\"")], isSafe: false)
        let log = log([Diagnostic(.sample, "m", at: place, fix: fix)], in: catalog)
        #expect(log.contains("\"text\": \"quote it (may change the meaning: check it)\""))
        #expect(log.contains("\"insertedContent\": {"))
        #expect(log.contains("\"text\": \"\\\"0755\\\"\""))
    }

    @Test func `either every result says whether it is suppressed, or none does`() throws {
        let catalog = SourceCatalog("a: 1 # allowed\nb: 2\n")
        let allowed = Diagnostic(.sampleWarning, "m", at: try catalog.range(of: "a"))
            .suppressed(by: try .by("# allowed", in: catalog))
        let log = log([allowed, Diagnostic(.sample, "m", at: try catalog.range(of: "b"))], in: catalog)
        #expect(log.components(of: "\"suppressions\": []") == 1)
        #expect(log.components(of: "\"kind\": \"inSource\"") == 1)
        #expect(log.contains("\"justification\": \"the page is to be read again\""))
        #expect(log.contains("\"until\": \"2027-03-01\""))
    }

    @Test func `a file that could not be read is told, and the run did not succeed`() {
        let run = ReportedRun(version: "1.0.0", rules: [], troubles: ["x.yaml is not a file"], exitCode: 3)
        let log = log([], in: SourceCatalog("a: 1\n"), run)
        #expect(log.contains("\"executionSuccessful\": false"))
        #expect(log.contains("x.yaml is not a file"))
    }

    @Test func `only the rules of the results are described, in the language of the report`() throws {
        let catalog = SourceCatalog("a: 1\n")
        let report = Report([Diagnostic(.sample, "m", at: try catalog.range(of: "a"))], in: catalog, language: .chinese)
        let log = SARIFRenderer(.sample).render(report)
        #expect(log.contains("\"id\": \"duplicate-key\""))
        #expect(!log.contains("stale-source"))
        #expect(log.contains("**原因**"))
        #expect(log.contains("\"language\": \"zh-CN\""))
    }
}

extension String {
    /// How often a text stands in this one.
    func components(of text: String) -> Int { ranges(of: text).count }
}
