import Vocabulary

/// Writes workflow commands that GitHub turns into annotations beside the lines of a change.
///
/// GitHub shows ten of a step and drops the rest silently, so the ten worst are written and the others counted.
public struct GitHubRenderer: Sendable {
    static let annotations = 10

    /// The only way to write it.
    public init() {}

    /// One command for each of the ten worst findings, and a line that counts the others.
    public func render(_ report: Report) -> String {
        let worst = report.worst(Self.annotations)
        let more = report.diagnostics.count - worst.count
        return worst.map { command($0, in: report) + "\n" }.joined()
            + (more > 0 ? "visafee: \(report.words.more(more))\n" : "")
    }

    private func command(_ finding: Diagnostic, in report: Report) -> String {
        let start = report.position(of: finding.range)
        let end = report.endPosition(of: finding.range)
        let path = report.catalog[finding.range.file].path
        var properties = [
            ("file", Printable.line(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)),
            ("line", "\(start.line)"), ("endLine", "\(end.line)"),
        ]
        // Columns of different lines are refused.
        if start.line == end.line { properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")] }
        properties.append(("title", finding.rule.rawValue))
        let written = properties.map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
        return "::\(Self.level(of: finding.severity)) \(written)::\(Self.data(text(of: finding, in: report)))"
    }

    /// What is wrong, and on lines of their own what to do and what else is known.
    private func text(of finding: Diagnostic, in report: Report) -> String {
        let words = report.words
        let notes = finding.notes.map { note in
            words.note + words.colon + report.scrubbed(note.message)
                + (note.range.map { " (\(report.place(of: $0)))" } ?? "")
        }
        let help = finding.help.map { [words.help + words.colon + report.scrubbed($0)] } ?? []
        return ([report.scrubbed(finding.message)] + notes + help)
            .map { $0.split(whereSeparator: \.isNewline).map { Printable.line(String($0)) }.joined(separator: "\n") }
            .joined(separator: "\n")
    }

    private static func level(of severity: Severity) -> String {
        switch severity {
        case .advice: "notice"
        case .warning: "warning"
        case .error: "error"
        }
    }

    /// The text after the second `::`.
    private static func data(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    /// The value of a property, which a colon or a comma would end.
    private static func property(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    /// Scalar by scalar: to Swift, a colon before a combining accent is another character than a colon.
    private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
        text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
    }
}
