import Diagnostics
import Testing

struct CompactRendererTests {
    @Test func `each finding is one line that editors can follow`() throws {
        let catalog = SourceCatalog("name: 广州 gz\n")
        let findings = [
            Diagnostic(
                .sample,
                "'gz' is no city",
                at: try catalog.range(of: "gz"),
                notes: [Note("named here", at: try catalog.range(of: "name"))],
                help: "write 'guangzhou'",
                fix: Fix("write it", edits: [], isSafe: true)
            ),
            Diagnostic(.sampleWarning, "too old", at: try catalog.range(of: "广州")),
        ]
        #expect(
            CompactRenderer().render(Report(findings, in: catalog)) == """
                cities/a.yaml:1:7: warning[stale-source]: too old
                cities/a.yaml:1:10: error[duplicate-key]: 'gz' is no city

                """
        )
    }

    @Test func `no findings are no lines`() {
        #expect(CompactRenderer().render(Report([], in: SourceCatalog("a: 1\n"))).isEmpty)
    }
}
