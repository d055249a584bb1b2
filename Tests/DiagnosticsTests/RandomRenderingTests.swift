import SeededRandomness
import Diagnostics
import Testing

struct RandomRenderingTests {
    private static let alphabet = [
        "a", " ", ":", "广", "州", "e\u{301}", "\t", "\n", "\r\n", "\u{1B}", "\u{202E}", "𠀀", "한", "…", "\"",
    ]

    private func text(pieces: Int, using generator: inout SeededGenerator) -> String {
        (0..<pieces).map { _ in Self.alphabet.randomElement(using: &generator) ?? "a" }.joined()
    }

    /// What is shown of a text that is on one line.
    private func shown(_ text: Substring.UnicodeScalarView) -> String {
        text.map { scalar in
            switch scalar {
            case "\t": "    "
            case "\u{1B}": "<U+001B>"
            case "\u{202E}": "<U+202E>"
            default: String(scalar)
            }
        }.joined()
    }

    @Test func `the underline stands under the place, whatever is before it`() throws {
        var generator = SeededGenerator(seed: 42)
        for _ in 0..<2_000 {
            let content = text(pieces: Int.random(in: 0...40, using: &generator), using: &generator)
            let scalars = content.unicodeScalars
            let starts = Array(scalars.indices) + [scalars.endIndex]
            let start = try #require(starts.randomElement(using: &generator))
            let end = try #require(starts.filter { $0 >= start }.randomElement(using: &generator))
            let catalog = SourceCatalog(content)
            let range = SourceRange(
                file: catalog.ids[0],
                start: UInt32(content.utf8.distance(from: content.startIndex, to: start)),
                end: UInt32(content.utf8.distance(from: content.startIndex, to: end))
            )

            let rows = try Report([Diagnostic(.sample, "m", at: range)], in: catalog).human()
                .split(separator: "\n", omittingEmptySubsequences: false)
            let marks = try #require(rows.dropLast().last?.drop { $0 == " " }.dropFirst(2))

            let line = scalars[..<start].split(separator: "\n", omittingEmptySubsequences: false).last
            let isInsideEnding = start < scalars.endIndex && scalars[start] == "\n" && line?.last == "\r"
            let before = isInsideEnding ? line?.dropLast() : line
            let prefix = shown(try #require(before))
            #expect(marks.prefix { $0 == " " }.count == DisplayWidth.columns(of: prefix), "\(content.debugDescription)")
        }
    }

    @Test func `nothing a file holds, at any place, can break a report`() {
        var generator = SeededGenerator(seed: 43)
        for round in 0..<600 {
            let length = Int.random(in: 0...(round.isMultiple(of: 20) ? 9_000 : 60), using: &generator)
            let interesting: [UInt8] = [0x0A, 0x0D, 0x20, 0x61, 0x1B, 0xE5, 0xB9, 0xBF, 0xCC, 0x81, 0xFF, 0xF0]
            let bytes = (0..<length).map { _ in interesting.randomElement(using: &generator) ?? 0 }
            // Every other file is a single line, to be cut.
            let content = round.isMultiple(of: 2) ? bytes : bytes.filter { $0 != 0x0A }
            let catalog = SourceCatalog([SourceFile(path: "a.yaml", bytes: content)])
            let place = { (generator: inout SeededGenerator) in
                SourceRange(
                    file: catalog.ids[0],
                    start: UInt32.random(in: 0...UInt32(length + 3), using: &generator),
                    end: UInt32.random(in: 0...UInt32(length + 9), using: &generator)
                )
            }
            let findings = (0..<4).map { number in
                Diagnostic(
                    .sample,
                    "m",
                    at: place(&generator),
                    notes: [Note("n", at: place(&generator)), Note("o", at: place(&generator))],
                    isRedacted: number == 0 && round.isMultiple(of: 3)
                )
            }
            let report = Report(findings, in: catalog)
            for format in ReportFormat.allCases {
                let text = format.render(report, of: .sample)
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
            }
        }
    }
}
