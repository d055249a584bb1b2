import Vocabulary

/// Lays a report out for a terminal: headings at the edge, the rest indented, terms and steps in columns.
struct TerminalLayout {
    let language: Language
    let width: Int
    private var lines: [String] = []

    init(_ language: Language, width: Int = 92) {
        self.language = language
        self.width = width
    }

    static func text(of report: Report, _ language: Language) -> String {
        var layout = TerminalLayout(language)
        let title = report.title.map(\.text).joined(separator: " ")
        layout.lines = [title, String(repeating: "─", count: ColumnWidth.of(title))]
        for section in report.sections {
            layout.lines.append("")
            layout.lines.append(section.heading)
            for (index, block) in section.blocks.enumerated() {
                layout.add(block, after: index > 0 ? section.blocks[index - 1] : nil)
            }
        }
        if !report.sources.isEmpty {
            layout.lines += ["", Headings.sources.text(in: language)]
            report.sources.forEach { layout.add($0) }
        }
        layout.lines.append("")
        report.closing.forEach { layout.paragraph($0, indent: 0) }
        return layout.lines.joined(separator: "\n") + "\n"
    }

    private mutating func add(_ block: Block, after previous: Block?) {
        if Self.isSetApart(block, from: previous) { lines.append("") }
        switch block {
        case .emphasis(let text, _): paragraph(text, indent: 2)
        case .sentence(let text, let evidence): paragraph(text + clause(evidence), indent: 2)
        case .subheading(let words, let aside):
            paragraph(words.capitalized + (aside.map { " · \($0)" } ?? ""), indent: 2)
        case .facts(let facts): add(facts)
        case .steps(let steps, let heading):
            lines.append("  " + heading)
            add(steps)
        case .list(let items): items.enumerated().forEach { hang("\($0 + 1)", $1, column: 3) }
        case .prices(let rows, let caption):
            if let caption { paragraph(caption.capitalized, indent: 2) }
            add(rows)
        }
    }

    private static func isSetApart(_ block: Block, from previous: Block?) -> Bool {
        switch (previous, block) {
        case (nil, _): false
        case (_, .subheading), (_, .steps): true
        case (.sentence, .facts), (.emphasis, .facts): true
        default: false
        }
    }

    private mutating func add(_ facts: [Fact]) {
        let column = facts.map { ColumnWidth.of($0.term) }.max() ?? 0
        for fact in facts {
            let values = fact.values.map { value in
                switch value {
                case .words(let words): words.text
                case .phone(let text), .site(let text): text
                }
            }
            let text = values.joined(separator: " · ")
            let sure = fact.evidence.map { text.isEmpty ? full($0) : clause($0) } ?? ""
            hang(fact.term, text + sure, column: column + 2)
        }
    }

    private mutating func add(_ steps: [Instruction]) {
        let glosses = language == .english
        let button = steps.compactMap(\.button).map(ColumnWidth.of).max() ?? 0
        let meaning = steps.compactMap { $0.button == nil ? nil : $0.meaning?.text }.map(ColumnWidth.of).max() ?? 0
        for (index, step) in steps.enumerated() {
            let number = ColumnWidth.pad("\(index + 1)", to: 3)
            guard let label = step.button else {
                hang("\(index + 1)", step.meaning?.text ?? "", column: 3)
                continue
            }
            let gloss = glosses ? ColumnWidth.pad(step.meaning?.text ?? "", to: meaning + 2) : ""
            let start = "  " + number + ColumnWidth.pad(label, to: button + 2) + gloss
            let column = ColumnWidth.of(start)
            let remarks = step.remarks.joined(separator: language.clauseSeparator)
            for (line, text) in LineBreaking.lines(of: remarks, width: width - column).enumerated() {
                lines.append(trimmed(ColumnWidth.pad(line == 0 ? start : "", to: column) + text))
            }
        }
    }

    private mutating func add(_ rows: [PriceRow]) {
        let column = rows.map { ColumnWidth.of($0.what.text) }.max() ?? 0
        let prices = rows.map { ColumnWidth.of($0.price) }.max() ?? 0
        for row in rows {
            let price = row.evidence == nil ? row.price : ColumnWidth.pad(row.price, to: prices)
            hang(row.what.text, price + (row.evidence.map(notes) ?? ""), column: min(column, 54) + 2)
        }
    }

    private mutating func add(_ source: SourceLine) {
        let text = source.label + language.bracketed(source.remarks.joined(separator: language.clauseSeparator))
        guard let address = source.address else { return hang("[\(source.number)]", text, column: 5) }
        let both = text + language.colon + address
        if ColumnWidth.of(both) <= width - 7 { return hang("[\(source.number)]", both, column: 5) }
        hang("[\(source.number)]", text, column: 5)
        lines.append("       " + address)
    }

    /// A term, and a text beside it that is broken within its own column.
    private mutating func hang(_ term: String, _ text: String, column: Int) {
        let broken = LineBreaking.lines(of: text, width: width - column - 2)
        let fits = ColumnWidth.of(term) < column
        if !fits { lines.append("  " + term) }
        for (index, line) in broken.enumerated() {
            lines.append("  " + ColumnWidth.pad(index == 0 && fits ? term : "", to: column) + line)
        }
    }

    private mutating func paragraph(_ text: String, indent: Int) {
        for line in LineBreaking.lines(of: text, width: width - indent) {
            lines.append(String(repeating: " ", count: indent) + line)
        }
    }

    /// What a fact rests on, on a line of its own.
    private func full(_ evidence: Evidence) -> String {
        evidence.remarks.joined(separator: language.clauseSeparator) + notes(evidence)
    }

    /// What a fact rests on, after the fact.
    private func clause(_ evidence: Evidence?) -> String {
        guard let evidence else { return "" }
        let brief = evidence.brief.joined(separator: language.comma)
        return (brief.isEmpty ? "" : language.bracketed(brief)) + notes(evidence)
    }

    private func notes(_ evidence: Evidence) -> String {
        let numbers =
            evidence.sources.map { "[\($0)]" }
            + evidence.against.map { Phrases.saysOtherwise("[\($0)]").text(in: language) }
        return numbers.isEmpty ? "" : " " + numbers.joined()
    }

    private func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }
}
