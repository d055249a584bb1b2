import CivilTime
import Diagnostics
import Testing

extension Rule {
    /// A rule to break in tests.
    static let sample = Rule(
        "duplicate-key",
        summary: "A key is written once in each mapping.",
        why: "Two readers of the file may pick different ones.",
        remedy: "Keep one of the two.",
        rejected: [],
        accepted: []
    )

    /// A rule whose findings do not fail a run.
    static let sampleWarning = Rule(
        "stale-source",
        severity: .warning,
        summary: "A source is looked at again from time to time.",
        why: "Bureaus change their pages without saying so.",
        remedy: "Look at the page again.",
        rejected: [],
        accepted: []
    )
}

extension ReportedRun {
    /// A run that found something.
    static let sample = ReportedRun(version: "1.0.0", rules: [.sample, .sampleWarning], exitCode: 1)
}

extension Suppression {
    /// An exception by the comment that a text is.
    static func by(_ comment: String, in catalog: SourceCatalog, until day: String = "2027-03-01") throws -> Suppression
    {
        Suppression(
            try catalog.range(of: comment),
            until: try #require(CivilDate(day)),
            because: "the page is to be read again"
        )
    }
}

extension SourceCatalog {
    /// A catalog of one file.
    init(_ text: String, path: String = "cities/a.yaml") {
        self.init([SourceFile(path: path, bytes: Array(text.utf8))])
    }

    /// Where a text stands first.
    func range(of text: String) throws -> SourceRange {
        for file in ids {
            guard let found = self[file].bytes.firstRange(of: Array(text.utf8)) else { continue }
            return SourceRange(file: file, start: UInt32(found.lowerBound), end: UInt32(found.upperBound))
        }
        throw MissingText(text: text)
    }

    /// A test asks for a text that no file holds.
    struct MissingText: Error {
        let text: String
    }
}

extension Report {
    /// The only finding as people see it, without the sentence after it.
    func human(_ style: Style = .plain) throws -> String {
        HumanRenderer(style: style).render(try #require(diagnostics.first), of: self)
    }
}
