import Vocabulary

/// A part of one file with everything a finding points at there: one or more places, near each other.
struct Excerpt {
    /// A place to underline.
    struct Label {
        /// The place.
        let range: SourceRange
        /// What is said beside the underline; the finding's own place has its message above instead.
        let message: LocalizedText?
        /// The line its underline stands under, from 1.
        let line: Int

        /// Whether this is the place the finding is about.
        var isPrimary: Bool { message == nil }
    }

    /// The file.
    let file: FileID
    /// The places, in the order they were said.
    private(set) var labels: [Label]

    /// Places this many lines apart or fewer share an excerpt.
    private static let nearby = 4

    /// The excerpts of a finding: the one around its own place first, then those of its notes.
    static func all(of diagnostic: Diagnostic, in report: Report) -> [Excerpt] {
        let own: [(SourceRange, LocalizedText?)] = [(diagnostic.range, nil)]
        let others = diagnostic.notes.compactMap { note in note.range.map { ($0, Optional(note.message)) } }
        return (own + others).reduce(into: []) { excerpts, place in
            let (range, message) = place
            let line = report.lineIndex(of: range.file).line(of: Int(range.start))
            let label = Label(range: range, message: message, line: line)
            if let home = excerpts.firstIndex(where: { $0.isNear(label) }) {
                excerpts[home].labels.append(label)
            } else {
                excerpts.append(Excerpt(file: range.file, labels: [label]))
            }
        }
    }

    /// The place named in the excerpt's heading.
    var first: SourceRange { labels[0].range }

    /// The lines with something to underline, in order.
    var lines: [Int] { Set(labels.map(\.line)).sorted() }

    /// What is underlined in a line, from left to right.
    func labels(ofLine line: Int) -> [Label] {
        labels.filter { $0.line == line }.sorted { ($0.range, $0.isPrimary ? 0 : 1) < ($1.range, $1.isPrimary ? 0 : 1) }
    }

    private func isNear(_ label: Label) -> Bool {
        label.range.file == file && labels.contains { abs($0.line - label.line) <= Self.nearby }
    }
}
