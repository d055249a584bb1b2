import Diagnostics
import Testing

struct LongLineTests {
    private let limit = 160

    /// The excerpt's line and the row below it, without the margin.
    private func rows(_ catalog: SourceCatalog, _ range: SourceRange) throws -> (line: String, marks: String) {
        let report = Report([Diagnostic(.sample, "wrong", at: range)], in: catalog)
        let rows = try report.human().split(separator: "\n").suffix(2).map { String($0.dropFirst(4)) }
        return (rows[0], rows[1])
    }

    @Test func `a line of the greatest length is shown whole`() throws {
        let catalog = SourceCatalog("gz" + String(repeating: "-", count: limit - 2))
        #expect(try rows(catalog, try catalog.range(of: "gz")).line == catalog.text(of: wholeFile(catalog)))
    }

    @Test func `a longer line is cut at its end when the place is at its start`() throws {
        let catalog = SourceCatalog("gz" + String(repeating: "-", count: limit - 1))
        let (line, marks) = try rows(catalog, try catalog.range(of: "gz"))
        #expect(line == "gz" + String(repeating: "-", count: limit - 3) + "…")
        #expect(marks == "^^")
    }

    @Test func `a longer line is cut at its start when the place is at its end`() throws {
        let catalog = SourceCatalog(String(repeating: "州", count: limit) + "gz")
        let (line, marks) = try rows(catalog, try catalog.range(of: "gz"))
        // Half of a wide character does not fit: the line is one column short of the limit.
        #expect(line == "…" + String(repeating: "州", count: (limit - 3) / 2) + "gz")
        #expect(marks == String(repeating: " ", count: limit - 3) + "^^")
    }

    @Test func `a place in the middle is shown with what is around it`() throws {
        let catalog = SourceCatalog(String(repeating: "-", count: 5_000) + "gz" + String(repeating: "-", count: 5_000))
        let (line, marks) = try rows(catalog, try catalog.range(of: "gz"))
        let side = String(repeating: "-", count: 78)
        #expect(line == "…" + side + "gz" + side + "…")
        #expect(marks == String(repeating: " ", count: 79) + "^^")
    }

    @Test func `a place too long for the cut goes on`() throws {
        let catalog = SourceCatalog("a: " + String(repeating: "-", count: 1_000))
        let (line, marks) = try rows(catalog, try catalog.range(of: String(repeating: "-", count: 1_000)))
        #expect(line == "a: " + String(repeating: "-", count: limit - 4) + "…")
        #expect(marks == "   " + String(repeating: "^", count: limit - 4) + "...")
    }

    @Test func `two places far apart in one line each have their cut`() throws {
        let filler = String(repeating: "-", count: 300)
        let catalog = SourceCatalog("name" + filler + "again")
        let finding = Diagnostic(
            .sample,
            "written twice",
            at: try catalog.range(of: "again"),
            notes: [Note("first", at: try catalog.range(of: "name"))]
        )
        let dashes = { String(repeating: "-", count: $0) }
        #expect(
            try Report([finding], in: catalog).human() == """
                error[duplicate-key]: written twice
                 --> cities/a.yaml:1:305
                  |
                1 | name\(dashes(155))…
                  | ---- first
                1 | …\(dashes(154))again
                  | \(String(repeating: " ", count: 155))^^^^^

                """
        )
    }

    private func wholeFile(_ catalog: SourceCatalog) -> SourceRange {
        SourceRange(file: catalog.ids[0], start: 0, end: .max)
    }
}
