/// The private texts of a report, gathered from all its findings: what one finding hides, another must not show.
struct Redactions: Sendable {
    private let ranges: [FileID: [Range<Int>]]
    private let secrets: [String]

    /// Shorter texts are not looked for elsewhere: they would match by chance, and tell nothing.
    private static let shortestSecret = 4

    init(of diagnostics: [Diagnostic], in catalog: SourceCatalog) {
        var ranges: [FileID: [Range<Int>]] = [:]
        var secrets: Set<String> = []
        for range in diagnostics.lazy.filter(\.isRedacted).map(\.range) {
            ranges[range.file, default: []].append(Int(range.start)..<Int(range.end))
            for line in catalog.text(of: range).split(whereSeparator: \.isNewline) {
                let secret = Self.trimmed(line)
                if secret.utf8.count >= Self.shortestSecret { secrets.insert(secret) }
            }
        }
        self.ranges = ranges
        // The longest first, so that a secret within another does not leave the rest of it behind.
        self.secrets = secrets.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// Whether an edit replaces, removes or writes a private text.
    func touch(_ edit: TextEdit) -> Bool {
        let bytes = Int(edit.range.start)..<Int(edit.range.end)
        return ranges[edit.range.file]?.contains { $0.overlaps(bytes) } ?? false
            || scrub(edit.replacement) != edit.replacement
    }

    /// A text with every private text in it replaced by dots.
    func scrub(_ text: String) -> String {
        guard !secrets.isEmpty else { return text }
        return secrets.reduce(into: text) { text, secret in
            let dots = Self.dots(columns: DisplayWidth.columns(of: secret))
            text.unicodeScalars.replace(secret.unicodeScalars, with: dots.unicodeScalars)
        }
    }

    /// The private bytes of a part of a file: those a finding hides, and the same text written there again.
    func privateBytes(of file: FileID, in part: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
        let hidden = ranges[file]?.filter { $0.overlaps(part) } ?? []
        let repeated = secrets.flatMap { secret in
            bytes[part].ranges(of: Array(secret.utf8)).map { $0 }
        }
        return hidden + repeated
    }

    /// What is shown instead of a private text.
    static func dots(columns: Int) -> String {
        String(repeating: "…", count: columns)
    }

    /// Without the quotes and blanks around a value, which a message quoting it leaves out.
    private static func trimmed(_ line: Substring) -> String {
        let isAround = { (character: Character) in character.isWhitespace || character == "\"" || character == "'" }
        let head = line.drop(while: isAround)
        return String(head.reversed().drop(while: isAround).reversed())
    }
}
