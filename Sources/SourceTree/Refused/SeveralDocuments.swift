internal import Diagnostics

extension Rule {
    /// A file is one document.
    static let severalDocuments = Rule(
        "several-documents",
        summary: "A registry file holds one YAML document.",
        why: """
            `---` begins a second document and `...` ends one. Some readers take the first document, some the last, \
            some all of them: half of a city's record may be ignored without a word.
            """,
        remedy: "Give each city a file of its own. A single `---` before the first record is fine.",
        rejected: [
            RuleExample(wholeFile: true, "city: exampleton\n↓---\ncity: samplebury\n"),
            RuleExample(wholeFile: true, "city: exampleton\n↓...\n"),
        ],
        accepted: [RuleExample(wholeFile: true, "---\ncity: exampleton\n")]
    )
}

extension Diagnostic {
    static func secondDocument(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .severalDocuments,
            "'---' begins a second document; what follows is not read",
            at: range,
            help: "move what follows to a file of its own, or remove the line"
        )
    }

    static func documentEnd(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .severalDocuments,
            "'...' ends the document before the file ends",
            at: range,
            help: "remove the line",
            fix: Fix("remove '...'", edits: [TextEdit(range, replacement: "")], isSafe: true)
        )
    }
}
