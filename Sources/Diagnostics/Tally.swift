public import CivilTime
public import Vocabulary

/// How many findings a run had, and in how many files.
public struct Tally: Hashable, Sendable {
    /// Findings that make the registry invalid.
    public let errors: Int
    /// Findings that should be looked at.
    public let warnings: Int
    /// Findings a person may want to look at.
    public let advice: Int
    /// Findings that a comment allows to stand; they are none of those above.
    public let suppressed: Int
    /// The day on which the first of these permissions ends.
    public let firstExpiry: CivilDate?
    /// Files with at least one finding that counts.
    public let filesWithFindings: Int
    /// Files that were read.
    public let files: Int

    /// A tally by its counts.
    public init(
        errors: Int,
        warnings: Int,
        advice: Int,
        suppressed: Int = 0,
        firstExpiry: CivilDate? = nil,
        filesWithFindings: Int,
        files: Int
    ) {
        self.suppressed = suppressed
        self.firstExpiry = firstExpiry
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
        var expiries: [CivilDate] = []
        for diagnostic in diagnostics {
            if let suppression = diagnostic.suppression {
                expiries.append(suppression.until)
                continue
            }
            counts[diagnostic.severity, default: 0] += 1
            found.insert(diagnostic.range.file)
        }
        self.init(
            errors: counts[.error, default: 0],
            warnings: counts[.warning, default: 0],
            advice: counts[.advice, default: 0],
            suppressed: expiries.count,
            firstExpiry: expiries.min(),
            filesWithFindings: found.count,
            files: files
        )
    }

    /// The tally as people say it: "3 errors, 1 warning in 2 of 20 files", or "20 files: no findings".
    ///
    /// What is allowed to stand is always said too: "(2 suppressed, the first until 2027-03-01)".
    public func sentence(in language: Language) -> String {
        switch language {
        case .english: englishSentence + englishAllowed
        case .chinese: chineseSentence + chineseAllowed
        }
    }

    private var englishAllowed: String {
        guard let firstExpiry else { return "" }
        return " (\(suppressed) suppressed, \(suppressed == 1 ? "until" : "the first until") \(firstExpiry))"
    }

    private var chineseAllowed: String {
        guard let firstExpiry else { return "" }
        return "（另有\(suppressed)个已获豁免，\(suppressed == 1 ? "" : "最早")于\(firstExpiry)到期）"
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
