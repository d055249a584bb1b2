/// Writes a report for people: each finding with the lines it is about, its places underlined, and what to do.
///
/// ```
/// error[duplicate-key]: 'name' is written twice
///  --> cities/guangzhou.yaml:4:1
///   |
/// 2 | name: 广州
///   | ---- first written here
/// 3 | division: "440100"
/// 4 | name: Canton
///   | ^^^^
///   |
///   = help: keep one of them
/// ```
public struct HumanRenderer: Sendable {
    private let style: Style

    /// A renderer with colours or without.
    public init(style: Style = .plain) {
        self.style = style
    }

    /// All findings, how many there are, and how to learn more about the rules.
    public func render(_ report: Report) -> String {
        let findings = report.diagnostics.map { render($0, of: report) + "\n" }
        return findings.joined() + report.tally.sentence(in: report.language) + "\n" + hint(for: report)
    }

    /// One finding of a report.
    public func render(_ diagnostic: Diagnostic, of report: Report) -> String {
        let excerpts = Excerpt.all(of: diagnostic, in: report)
        let lastLine = excerpts.flatMap(\.lines).max() ?? 1
        let gutter = Gutter(width: String(lastLine).count, style: style)
        var rows = [title(of: diagnostic, in: report)]
        for (number, excerpt) in excerpts.enumerated() {
            rows.append(gutter.arrow(number == 0 ? "-->" : ":::") + " " + report.place(of: excerpt.first))
            rows.append(gutter.row())
            rows += ExcerptRenderer(excerpt, of: report, gutter: gutter, severity: diagnostic.severity).rows
        }
        let remarks = comparison(of: diagnostic, in: report) + remarks(of: diagnostic, in: report)
        if !remarks.isEmpty { rows.append(gutter.row()) }
        rows += remarks.flatMap { gutter.remark($0.kind, report.words.colon, $0.lines) }
        return rows.map { $0 + "\n" }.joined()
    }

    private func title(of diagnostic: Diagnostic, in report: Report) -> String {
        let severity = "\(report.words.severity(diagnostic.severity))[\(diagnostic.rule)]"
        let message = report.words.colon + report.printable(diagnostic.message)
        return style.paint(severity, .severity(diagnostic.severity)) + style.paint(message, .emphasis)
    }

    /// What is said below the excerpts: notes about no place, what to write instead, what can be mended by itself.
    private func remarks(of diagnostic: Diagnostic, in report: Report) -> [(kind: String, lines: [String])] {
        let words = report.words
        let notes = diagnostic.notes.filter { $0.range == nil }.map { (words.note, report.scrubbed($0.message)) }
        let help = diagnostic.help.map { (words.help, report.scrubbed($0)) }
        let fix = diagnostic.fix.map { fix in
            (words.fix, report.scrubbed(fix.title) + (fix.isSafe ? "" : words.mayChangeTheMeaning))
        }
        return (notes + [help, fix].compactMap(\.self)).map { kind, text in
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            return (kind, lines.map { Printable.line(String($0)) })
        }
    }

    /// What was compared, drawn with the values below it.
    private func comparison(of diagnostic: Diagnostic, in report: Report) -> [(kind: String, lines: [String])] {
        guard let comparison = diagnostic.comparison, !diagnostic.isRedacted else { return [] }
        let words = report.words
        let drawing = ComparisonDrawing(
            found: (Printable.line(comparison.found.expression), report.printable(comparison.found.value)),
            symbol: comparison.relation.symbol,
            verdict: words.doesNotHold,
            expected: (Printable.line(comparison.expected.expression), report.printable(comparison.expected.value))
        )
        return [(words.comparison, drawing.rows)]
    }

    private func hint(for report: Report) -> String {
        let rules = Set(report.diagnostics.map(\.rule)).sorted().map(\.rawValue)
        return switch rules.count {
        case 0: ""
        case 1: report.words.reason(of: rules[0]) + "\n"
        default: report.words.reasons(of: rules) + "\n"
        }
    }
}
