import Vocabulary

/// Writes a report for the comment on a proposed change, or for the summary of a job: the tally, a table of the worst
/// findings, and what is allowed to stand and why.
///
/// The first line is a mark by which a script finds the comment of the last run, to replace it.
public struct MarkdownRenderer: Sendable {
    /// The first line of each report.
    public static let mark = "<!-- visafee validate -->"
    /// More rows than this are only counted: what shows these tables refuses long ones.
    static let rows = 100

    /// The only way to write it.
    public init() {}

    /// The report.
    public func render(_ report: Report) -> String {
        let words = report.words
        let worst = report.worst(Self.rows)
        var parts = ["\(Self.mark)\n**\(Markdown.text(report.tally.sentence(in: report.language)))**\n"]
        if !worst.isEmpty {
            parts.append(
                table([words.severity, words.place, words.rule, words.finding], worst.map { row($0, report) })
            )
        }
        if worst.count < report.diagnostics.count {
            parts.append(words.more(report.diagnostics.count - worst.count) + "\n")
        }
        if !report.suppressed.isEmpty {
            parts.append("<details>\n<summary>\(words.suppressed(report.suppressed.count))</summary>\n")
            let rows = report.suppressed.prefix(Self.rows).map { allowed($0, report) }
            parts.append(table([words.until, words.place, words.rule, words.reason], rows))
            parts.append("</details>\n")
        }
        return parts.joined(separator: "\n")
    }

    private func table(_ heads: [String], _ rows: [[String]]) -> String {
        let lines = [heads, heads.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    private func row(_ finding: Diagnostic, _ report: Report) -> [String] {
        let help = finding.help.map { "<br>" + report.words.help + report.words.colon + lines($0, report) } ?? ""
        return [
            report.words.severity(finding.severity), Markdown.text(report.place(of: finding.range)),
            code(finding.rule.rawValue), lines(finding.message, report) + help,
        ]
    }

    private func allowed(_ finding: Diagnostic, _ report: Report) -> [String] {
        let suppression = finding.suppression
        return [
            suppression.map { "\($0.until)" } ?? "", Markdown.text(report.place(of: finding.range)),
            code(finding.rule.rawValue), Markdown.text(report.redactions.scrub(suppression?.reason ?? "")),
        ]
    }

    private func lines(_ text: LocalizedText, _ report: Report) -> String {
        report.scrubbed(text).split(whereSeparator: \.isNewline).map { Markdown.text(String($0)) }
            .joined(separator: "<br>")
    }

    private func code(_ text: String) -> String { "`\(text)`" }
}

extension Report {
    /// So many findings, the gravest first, and those of one severity in order of reading.
    func worst(_ count: Int) -> [Diagnostic] {
        let gravestFirst = Severity.allCases.sorted(by: >)
        return Array(gravestFirst.flatMap { severity in diagnostics.filter { $0.severity == severity } }.prefix(count))
    }
}
