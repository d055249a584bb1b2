public import Vocabulary

/// Writes what a rule says for people: the text of `visafee explain`, and the list of all rules.
public struct RuleRenderer: Sendable {
    private let style: Style
    private let language: Language

    private static let columns = 80
    private static let indent = "  "

    /// A renderer with colours or without, in one of the languages.
    public init(style: Style = .plain, language: Language = .english) {
        self.style = style
        self.language = language
    }

    /// Everything about one rule: what it says, why, what to do, and examples with the faulty places marked.
    public func explain(_ rule: Rule) -> String {
        let title = style.paint("\(words.severity(rule.severity))[\(rule.id)]", .severity(rule.severity))
        let sections =
            [
                [title + "\n" + Self.paragraph(rule.summary.text(in: language), indent: "")],
                [heading(words.why), Self.paragraph(rule.why.text(in: language))],
                [heading(words.whatToDo), Self.paragraph(rule.remedy.text(in: language))],
            ]
            + rule.rejected.map { [heading(words.rejected(words.place(of: $0))), marked($0)] }
            + rule.accepted.map { [heading(words.accepted(words.place(of: $0))), marked($0)] }
            + (rule.isSuppressible ? [suppression(of: rule)] : [])
        return sections.map { $0.joined() }.joined(separator: "\n")
    }

    /// One line for each rule, in order of their names.
    public func list(_ rules: [Rule]) -> String {
        let rules = rules.sorted { $0.id < $1.id }
        let nameWidth = rules.map(\.id.rawValue.count).max() ?? 0
        let severityWidth = rules.map { DisplayWidth.columns(of: words.severity($0.severity)) }.max() ?? 0
        return rules.map { rule in
            let name = Self.padded(rule.id.rawValue, to: nameWidth)
            let severity = Self.padded(words.severity(rule.severity), to: severityWidth)
            let painted = style.paint(severity, .severity(rule.severity))
            return "\(name)  \(painted)  \(Printable.line(rule.summary.text(in: language)))\n"
        }.joined()
    }

    private var words: ReportWords { ReportWords(language) }

    private func heading(_ text: String) -> String {
        style.paint(text, .emphasis) + "\n"
    }

    /// How a comment allows a finding to stand.
    private func suppression(of rule: Rule) -> [String] {
        [
            heading(words.toAllowIt), Self.paragraph(words.howToAllowIt), Self.indent,
            words.comment(allowing: rule.id) + "\n",
        ]
    }

    /// An example's lines, with `^ here` under each place a finding must point at.
    private func marked(_ example: RuleExample) -> String {
        guard let before = example.markedBefore else { return marked(example.marked) }
        return Self.indent + style.paint(words.before, .emphasis) + "\n" + marked(before)
            + Self.indent + style.paint(words.after, .emphasis) + "\n" + marked(example.marked)
    }

    private func marked(_ marked: MarkedYAML) -> String {
        let bytes = marked.bytes
        let index = LineIndex(bytes)
        let marksByLine = Dictionary(grouping: marked.marks.map(Int.init)) { index.line(of: $0) }
        let isTerminated = index.lineCount > 1 && index.content(ofLine: index.lineCount).isEmpty
        return (1...(isTerminated ? index.lineCount - 1 : index.lineCount)).map { line in
            let content = index.content(ofLine: line)
            let drawn = ExcerptLine(content, of: bytes, hiding: [], around: content, columns: .max)
            let here = (marksByLine[line] ?? []).map { mark in
                String(repeating: " ", count: drawn.place(of: mark..<mark).offset)
                    + style.paint("^ " + words.here, .severity(.error))
            }
            return ([drawn.text] + here).map { $0.isEmpty ? "\n" : Self.indent + $0 + "\n" }.joined()
        }.joined()
    }

    /// A text broken into lines that fit a terminal; line breaks of its own are kept.
    private static func paragraph(_ text: String, indent: String = indent) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            LineBreaking.lines(of: line, columns: columns - indent.count).map { indent + $0 + "\n" }.joined()
        }.joined()
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: width - DisplayWidth.columns(of: text))
    }
}
