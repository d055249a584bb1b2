import Diagnostics
import Vocabulary

extension LocalizedText {
    /// English for everybody, where a test is about places and not about languages.
    fileprivate init(untranslated text: String) {
        self.init(text, text)
    }
}

extension Rule {
    /// A rule whose texts are in English only.
    init(
        _ id: RuleID,
        severity: Severity = .error,
        summary: String,
        why: String,
        remedy: String,
        rejected: [RuleExample],
        accepted: [RuleExample],
        isSuppressible: Bool? = nil
    ) {
        self.init(
            id,
            severity: severity,
            summary: LocalizedText(untranslated: summary),
            why: LocalizedText(untranslated: why),
            remedy: LocalizedText(untranslated: remedy),
            rejected: rejected,
            accepted: accepted,
            isSuppressible: isSuppressible
        )
    }
}

extension Diagnostic {
    /// A finding whose texts are in English only.
    init(
        _ rule: Rule,
        _ message: String,
        at range: SourceRange,
        notes: [Note] = [],
        help: String? = nil,
        fix: Fix? = nil,
        isRedacted: Bool = false
    ) {
        self.init(
            rule,
            LocalizedText(untranslated: message),
            at: range,
            notes: notes,
            help: help.map(LocalizedText.init(untranslated:)),
            fix: fix,
            isRedacted: isRedacted
        )
    }
}

extension Note {
    /// A remark in English only.
    init(_ message: String, at range: SourceRange? = nil) {
        self.init(LocalizedText(untranslated: message), at: range)
    }
}

extension Fix {
    /// A fix whose title is in English only.
    init(_ title: String, edits: [TextEdit], isSafe: Bool) {
        self.init(LocalizedText(untranslated: title), edits: edits, isSafe: isSafe)
    }
}
