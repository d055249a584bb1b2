/// Writes one excerpt: its lines, each followed by its underlines.
struct ExcerptRenderer {
    private let excerpt: Excerpt
    private let report: Report
    private let gutter: Gutter
    private let severity: Severity
    private let bytes: [UInt8]
    private let index: LineIndex

    /// The most columns of a line that are shown; a longer one is cut around the place underlined.
    private static let maximumColumns = 160

    /// The severity is that of the finding and gives its own place the colour.
    init(_ excerpt: Excerpt, of report: Report, gutter: Gutter, severity: Severity) {
        self.excerpt = excerpt
        self.report = report
        self.gutter = gutter
        self.severity = severity
        self.bytes = report.catalog[excerpt.file].bytes
        self.index = report.lineIndex(of: excerpt.file)
    }

    /// The excerpt, row by row; a single line between two of interest is shown, more are left out.
    var rows: [String] {
        var rows: [String] = []
        var previous: Int?
        for line in excerpt.lines {
            switch line - (previous ?? line) {
            case 2: rows += self.rows(ofLine: line - 1, labels: [])
            case 3...: rows.append(gutter.gap)
            default: break
            }
            rows += self.rows(ofLine: line, labels: excerpt.labels(ofLine: line))
            previous = line
        }
        return rows
    }

    /// A line and its underlines; where the line is too long to show all of it, once for each place in it.
    private func rows(ofLine line: Int, labels: [Excerpt.Label]) -> [String] {
        let content = index.content(ofLine: line)
        let hidden = report.redactions.privateBytes(of: excerpt.file, in: content, of: bytes)
        let start = content.lowerBound..<content.lowerBound
        let drawings = labels.isEmpty ? [start] : labels.map { $0.span(in: content) }
        let drawn = drawings.map { span in
            ExcerptLine(content, of: bytes, hiding: hidden, around: span, columns: Self.maximumColumns)
        }
        let isRepeated = drawn[0].isCut
        return [gutter.row(drawn[0].text, line: line)]
            + zip(labels, drawn).enumerated().flatMap { number, pair in
                let (label, drawn) = pair
                let again = isRepeated && number > 0 ? [gutter.row(drawn.text, line: line)] : []
                return again + [underline(label, under: drawn, content: content, line: line)]
            }
    }

    private func underline(_ label: Excerpt.Label, under drawn: ExcerptLine, content: Range<Int>, line: Int) -> String {
        let place = drawn.place(of: label.span(in: content))
        let goesOn = place.isCut || min(Int(label.range.end), bytes.count) > index.end(ofLine: line)
        let marks = String(repeating: label.isPrimary ? "^" : "-", count: place.width) + (goesOn ? "..." : "")
        let text = label.message.map { marks + " " + report.printable($0) } ?? marks
        let role: Style.Role = label.isPrimary ? .severity(severity) : .secondary
        return gutter.row(String(repeating: " ", count: place.offset) + gutter.style.paint(text, role))
    }
}

extension Excerpt.Label {
    /// The part of the range that lies in its first line.
    fileprivate func span(in content: Range<Int>) -> Range<Int> {
        (Int(range.start)..<Int(range.end)).clamped(to: content)
    }
}
