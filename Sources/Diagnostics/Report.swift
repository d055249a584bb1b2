public import Vocabulary

/// Everything one run found, in order of reading and once each: what every renderer is given.
public struct Report: Sendable {
    /// The files that were read.
    public let catalog: SourceCatalog
    /// The findings, sorted, each once, without those that are allowed to stand.
    public let diagnostics: [Diagnostic]
    /// The findings that a comment allows to stand, sorted, each once.
    public let suppressed: [Diagnostic]
    /// How many there are.
    public let tally: Tally
    /// The language the report is written in.
    public let language: Language

    /// The lines of each file a finding speaks of.
    private let lines: [FileID: LineIndex]
    /// What no renderer may show.
    let redactions: Redactions

    /// The findings of a run over a catalog's files, in any order and with repetitions.
    public init(
        _ diagnostics: some Sequence<Diagnostic>,
        in catalog: SourceCatalog,
        language: Language = .english
    ) {
        let sorted = Self.sorted(diagnostics)
        self.catalog = catalog
        self.diagnostics = sorted.filter { $0.suppression == nil }
        self.suppressed = sorted.filter { $0.suppression != nil }
        self.language = language
        self.tally = Tally(of: sorted, files: catalog.files.count)
        self.redactions = Redactions(of: sorted, in: catalog)
        self.lines = sorted.reduce(into: [:]) { lines, diagnostic in
            for file in diagnostic.files where lines[file] == nil {
                lines[file] = LineIndex(catalog[file].bytes)
            }
        }
    }

    /// The findings in order of reading, each once, whatever order they were found in.
    public static func sorted(_ diagnostics: some Sequence<Diagnostic>) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.sorted().filter { seen.insert($0).inserted }
    }

    /// The lines of a file.
    public func lineIndex(of file: FileID) -> LineIndex {
        lines[file] ?? LineIndex(catalog[file].bytes)
    }

    /// Line and column of a range's start.
    public func position(of range: SourceRange) -> SourcePosition {
        lineIndex(of: range.file).position(of: range.start)
    }

    /// Line and column just after a range's last byte.
    public func endPosition(of range: SourceRange) -> SourcePosition {
        lineIndex(of: range.file).position(of: range.end)
    }

    /// Where a range begins, as `path:line:column`, safe to print.
    func place(of range: SourceRange) -> String {
        let position = position(of: range)
        return "\(Printable.line(catalog[range.file].path)):\(position.line):\(position.column)"
    }

    /// A text of a finding in the report's language, with everything private taken out.
    func scrubbed(_ text: LocalizedText) -> String {
        redactions.scrub(text.text(in: language))
    }

    /// A text of a finding in the report's language with everything private taken out, on one line and safe to print.
    package func printable(_ text: LocalizedText) -> String {
        Printable.line(scrubbed(text))
    }
}

extension Diagnostic {
    /// Every file the finding speaks of.
    fileprivate var files: [FileID] {
        [range.file] + [suppression?.range.file].compactMap(\.self) + notes.compactMap(\.range?.file)
            + (fix?.edits.map(\.range.file) ?? [])
    }
}
