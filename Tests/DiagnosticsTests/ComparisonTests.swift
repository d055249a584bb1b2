import Diagnostics
import Testing
import Vocabulary

/// A rule that compares two things shows what each of them is worth.
struct ComparisonTests {
    private static let catalog = SourceCatalog([
        SourceFile(path: "cities/exampleton.yaml", bytes: Array("confidence: high\n".utf8))
    ])

    private static func report(_ comparison: Comparison, isRedacted: Bool = false, in language: Language = .english)
        throws -> Report
    {
        let file = try #require(catalog.ids.first)
        let finding = Diagnostic(
            .sample,
            LocalizedText("this is too much", "过高"),
            at: SourceRange(file: file, start: 12, end: 16),
            help: LocalizedText("write 'low'", "请写“low”"),
            comparison: comparison,
            isRedacted: isRedacted
        )
        return Report([finding], in: catalog, language: language)
    }

    private static let capped = Comparison(
        Comparison.Term("confidence", "high"),
        .atMost,
        Comparison.Term("source-kinds.guide.at-most", "low")
    )

    @Test func `each value hangs from its term, and the outcome from the sign between them`() throws {
        let drawn = try Self.report(Self.capped).human()
        #expect(
            drawn.contains(
                """
                  = compared: confidence ≤ source-kinds.guide.at-most
                              |          | |
                              high       | low
                                         false
                  = help: write 'low'
                """
            ),
            "\(drawn)"
        )
    }

    @Test func `a value too long for its place goes below the one to its right`() throws {
        let comparison = Comparison(Comparison.Term("a", "a value that is long"), .equal, Comparison.Term("b", "short"))
        let drawn = try Self.report(comparison).human()
        #expect(
            drawn.contains(
                """
                  = compared: a = b
                              | | |
                              | | short
                              | false
                              a value that is long
                """
            ),
            "\(drawn)"
        )
    }

    @Test func `values align under Chinese terms, in a Chinese report`() throws {
        let comparison = Comparison(
            Comparison.Term("城市", LocalizedText("Canton", "广州")),
            .equal,
            Comparison.Term("divisions", LocalizedText("Beijing", "北京"))
        )
        let drawn = try Self.report(comparison, in: .chinese).human()
        #expect(
            drawn.contains(
                """
                  = 比较：城市 = divisions
                          |    | |
                          广州 | 北京
                               不成立
                """
            ),
            "\(drawn)"
        )
    }

    @Test func `programs read the comparison too, and none where nothing is compared`() throws {
        let compared = JSONRenderer().render(try Self.report(Self.capped))
        #expect(compared.contains(#""relation": "at-most""#))
        #expect(compared.contains(#""expression": "source-kinds.guide.at-most""#))
    }

    @Test func `a private value is drawn nowhere`() throws {
        let secret = Comparison(Comparison.Term("confidence", "high"), .equal, Comparison.Term("other", "low"))
        let report = try Self.report(secret, isRedacted: true)
        #expect(try !report.human().contains("compared"))
        #expect(JSONRenderer().render(report).contains(#""comparison": null"#))
    }
}
