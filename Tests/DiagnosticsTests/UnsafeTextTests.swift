import Diagnostics
import Testing

struct UnsafeTextTests {
    @Test func `control characters in an excerpt are spelled out, and the underline stays in place`() throws {
        let catalog = SourceCatalog("a: \u{1B}[2J\u{202E}x\u{7F} gz\n")
        let finding = Diagnostic(.sample, "not a city", at: try catalog.range(of: "gz"))
        #expect(
            try Report([finding], in: catalog).human() == """
                error[duplicate-key]: not a city
                 --> cities/a.yaml:1:12
                  |
                1 | a: <U+001B>[2J<U+202E>x<U+007F> gz
                  |                                 ^^

                """
        )
    }

    @Test func `a spelled-out character is underlined whole`() throws {
        let catalog = SourceCatalog("a: 1\u{200B}0\n")
        let finding = Diagnostic(.sample, "an invisible character", at: try catalog.range(of: "\u{200B}"))
        #expect(
            try Report([finding], in: catalog).human() == """
                error[duplicate-key]: an invisible character
                 --> cities/a.yaml:1:5
                  |
                1 | a: 1<U+200B>0
                  |     ^^^^^^^^

                """
        )
    }

    @Test func `a mark that ends a value ends it for no other program, whatever accent stands behind it`() throws {
        let catalog = SourceCatalog("a: 1\n", path: "cities/a,\u{306}b.yaml")
        let finding = Diagnostic(.sample, "a \"\u{306} and a <\u{306} are wrong", at: .start(of: catalog.ids[0]))
        let report = Report([finding], in: catalog)
        let xml = ReportFormat.junit.render(report, of: .sample)
        #expect(xml.unicodeScalars.map(String.init).joined(separator: " ").contains("& q u o t ; \u{306}"))
        #expect(!Array(xml.utf8).containsRange(Array("<\u{306}".utf8)))
        #expect(Array(ReportFormat.github.render(report, of: .sample).utf8).containsRange(Array("%2C\u{306}".utf8)))
    }

    @Test func `broken UTF-8 is shown as replacement characters`() throws {
        let bytes = Array("a: ".utf8) + [0xFF, 0xE5, 0xB9] + Array(" b\n".utf8)
        let catalog = SourceCatalog([SourceFile(path: "cities/a.yaml", bytes: bytes)])
        let broken = SourceRange(file: catalog.ids[0], start: 4, end: 6)
        #expect(
            try Report([Diagnostic(.sample, "not UTF-8", at: broken)], in: catalog).human() == """
                error[duplicate-key]: not UTF-8
                 --> cities/a.yaml:1:5
                  |
                1 | a: \u{FFFD}\u{FFFD} b
                  |     ^

                """
        )
    }

    @Test func `a place that begins within a character underlines the character`() throws {
        let catalog = SourceCatalog("a: 广州\n")
        let within = SourceRange(file: catalog.ids[0], start: 4, end: 5)
        let excerpt = try Report([Diagnostic(.sample, "wrong", at: within)], in: catalog).human()
        #expect(excerpt.hasSuffix("1 | a: 广州\n  |    ^^\n"))
    }

    @Test func `messages, remarks and paths cannot write to the terminal either`() throws {
        let catalog = SourceCatalog("a: 1\n", path: "cities/\u{1B}[31m.yaml")
        let finding = Diagnostic(
            .sample,
            "unknown key 'a\nb\r\nc\u{07}'",
            at: try catalog.range(of: "a"),
            notes: [Note("tab\tand\u{2028}line", at: try catalog.range(of: "1")), Note("bell\u{07}")],
            help: "write\u{1B}c"
        )
        let report = Report([finding], in: catalog)
        #expect(
            try report.human() == """
                error[duplicate-key]: unknown key 'a b c<U+0007>'
                 --> cities/<U+001B>[31m.yaml:1:1
                  |
                1 | a: 1
                  | ^
                  |    - tab and line
                  |
                  = note: bell<U+0007>
                  = help: write<U+001B>c

                """
        )
        #expect(
            CompactRenderer().render(report)
                == "cities/<U+001B>[31m.yaml:1:1: error[duplicate-key]: unknown key 'a b c<U+0007>'\n"
        )
    }
}

extension [UInt8] {
    /// Whether these bytes stand somewhere in a row.
    fileprivate func containsRange(_ other: [UInt8]) -> Bool { firstRange(of: other) != nil }
}
