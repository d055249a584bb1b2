public import Vocabulary

/// How many findings a run had, and in how many files.
public struct Tally: Hashable, Sendable {
    /// Findings that make the registry invalid.
    public let errors: Int
    /// Findings that should be looked at.
    public let warnings: Int
    /// Findings a person may want to look at.
    public let advice: Int
    /// Files with at least one finding.
    public let filesWithFindings: Int
    /// Files that were read.
    public let files: Int

    /// A tally by its counts.
    public init(errors: Int, warnings: Int, advice: Int, filesWithFindings: Int, files: Int) {
        self.errors = errors
        self.warnings = warnings
        self.advice = advice
        self.filesWithFindings = filesWithFindings
        self.files = files
    }

    /// Counts the findings of a run that read `files` files.
    public init(of diagnostics: some Sequence<Diagnostic>, files: Int) {
        var counts: [Severity: Int] = [:]
        var found: Set<FileID> = []
        for diagnostic in diagnostics {
            counts[diagnostic.severity, default: 0] += 1
            found.insert(diagnostic.range.file)
        }
        self.init(
            errors: counts[.error, default: 0],
            warnings: counts[.warning, default: 0],
            advice: counts[.advice, default: 0],
            filesWithFindings: found.count,
            files: files
        )
    }

    /// The tally as people say it: "3 errors, 1 warning in 2 of 20 files", or "20 files: no findings".
    public func sentence(in language: Language) -> String {
        switch language {
        case .english: englishSentence
        case .chinese: chineseSentence
        }
    }

    private var chineseSentence: String {
        let counted = [(errors, "错误"), (warnings, "警告"), (advice, "提示")].filter { $0.0 > 0 }
        guard !counted.isEmpty else { return "已检查\(files)个文件，未发现问题" }
        let found = counted.map { "\($0.0)个\($0.1)" }.joined(separator: "、")
        return files == 1 ? "1个文件：\(found)" : "\(files)个文件中，\(filesWithFindings)个有问题：\(found)"
    }

    private var englishSentence: String {
        let counted = [
            Self.count(errors, "error", "errors"),
            Self.count(warnings, "warning", "warnings"),
            Self.count(advice, "piece of advice", "pieces of advice"),
        ].compactMap(\.self)
        let filesRead = files == 1 ? "1 file" : "\(files) files"
        guard !counted.isEmpty else { return "\(filesRead): no findings" }
        let place = files == 1 ? filesRead : "\(filesWithFindings) of \(filesRead)"
        return "\(counted.joined(separator: ", ")) in \(place)"
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String? {
        switch number {
        case 0: nil
        case 1: "1 \(one)"
        default: "\(number) \(many)"
        }
    }
}
