import Diagnostics
import Vocabulary

/// The secrets of a file, and those of their texts that a report cannot find by looking at the file.
struct FileSecrets: Sendable {
    /// A finding for each.
    var findings: [Diagnostic]
    /// The values that only escapes or line breaks hide a secret in.
    var places: [SourceRange] = []
    /// What those values stand for.
    var texts: [String] = []
}

/// Keeps out of other findings what was written with escapes.
///
/// A report hides the bytes of a secret wherever they are repeated; a message quotes what the bytes stand for.
struct DecodedSecrets {
    private var places: [SourceRange] = []
    private var texts: [String] = []

    mutating func add(_ secrets: FileSecrets) {
        places += secrets.places
        texts += secrets.texts
    }

    /// The findings without those that speak of such a value, whose one fault worth mending first is the secret.
    func hidden(from findings: [Diagnostic]) -> [Diagnostic] {
        places.isEmpty ? findings : findings.filter { $0.isRedacted || !speaksOfSecret($0) }
    }

    private func speaksOfSecret(_ finding: Diagnostic) -> Bool {
        let ranges = [finding.range] + finding.notes.compactMap(\.range)
        let phrases = finding.texts.flatMap { text in Language.allCases.compactMap { text[$0] } }
        let said = phrases + (finding.fix?.edits.map(\.replacement) ?? [])
        return ranges.contains { range in places.contains { $0.overlaps(range) } }
            || said.contains { phrase in texts.contains { phrase.contains($0) } }
    }
}

extension SourceRange {
    fileprivate func overlaps(_ other: SourceRange) -> Bool {
        file == other.file && other.start < end && start < max(other.end, other.start + 1)
    }
}
