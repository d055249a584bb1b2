public import Vocabulary

/// How much a finding matters.
public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// Something a person may want to look at; never fails a run by default.
    case advice
    /// Something that should be looked at, and does not fail a run by default.
    case warning
    /// The registry is not valid.
    case error

    private var rank: Int {
        switch self {
        case .advice: 0
        case .warning: 1
        case .error: 2
        }
    }

    /// From advice to error.
    public static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }
}

/// A replacement of some bytes of a file by others.
public struct TextEdit: Hashable, Sendable {
    /// The bytes to replace.
    public let range: SourceRange
    /// What stands there afterwards.
    public let replacement: String

    /// An edit that puts `replacement` where `range` is.
    public init(_ range: SourceRange, replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}

/// A way to mend what a finding complains about.
public struct Fix: Hashable, Sendable {
    /// What the fix does, as an imperative: "quote the number".
    public let title: LocalizedText
    /// The edits, not overlapping.
    public let edits: [TextEdit]
    /// Whether the fix keeps the meaning the author can only have had.
    public let isSafe: Bool

    /// A titled list of edits.
    public init(_ title: LocalizedText, edits: [TextEdit], isSafe: Bool) {
        self.title = title
        self.edits = edits
        self.isSafe = isSafe
    }
}

/// A remark that belongs to a finding, often pointing at the other place that is involved.
public struct Note: Hashable, Sendable {
    /// What is to be said about it; lower-case, no full stop.
    public let message: LocalizedText
    /// The other place, where there is one.
    public let range: SourceRange?

    /// A remark, with the place it speaks of.
    public init(_ message: LocalizedText, at range: SourceRange? = nil) {
        self.message = message
        self.range = range
    }
}

/// One finding: which rule, how grave, what is wrong, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// The rule that was broken.
    public let rule: RuleID
    /// How grave it is.
    public let severity: Severity
    /// What is wrong: lower-case, no full stop, the offending value in single quotes.
    public let message: LocalizedText
    /// Where it is wrong.
    public let range: SourceRange
    /// Other places and remarks.
    public let notes: [Note]
    /// What to write instead, where the rule knows.
    public let help: LocalizedText?
    /// A mechanical way to mend it, where there is one.
    public let fix: Fix?
    /// What was compared and what each side is worth, where the rule compares two things.
    public let comparison: Comparison?
    /// Whether the text at `range` is private, a password or a person's number: no report shows it, anywhere.
    public let isRedacted: Bool
    /// Who allows it to stand until when, where somebody does; it is then counted apart and fails no run.
    public private(set) var suppression: Suppression?

    /// A finding of `rule` at `range`.
    public init(
        _ rule: Rule,
        _ message: LocalizedText,
        at range: SourceRange,
        notes: [Note] = [],
        help: LocalizedText? = nil,
        fix: Fix? = nil,
        comparison: Comparison? = nil,
        isRedacted: Bool = false
    ) {
        self.rule = rule.id
        self.severity = rule.severity
        self.message = message
        self.range = range
        self.notes = notes
        self.help = help
        self.fix = fix
        self.comparison = comparison
        self.isRedacted = isRedacted
    }
}

extension Diagnostic {
    /// The same finding, allowed to stand by a comment, or no longer.
    public func suppressed(by suppression: Suppression?) -> Diagnostic {
        var finding = self
        finding.suppression = suppression
        return finding
    }

    /// Everything the finding says: its message, its remarks, what to do and what its fix does.
    public var texts: [LocalizedText] {
        [message] + notes.map(\.message) + [help, fix?.title].compactMap(\.self)
    }
}

extension Diagnostic: Comparable {
    /// Order of reading: by place, then by rule, then by message, and by the rest where two rules say the same.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        let order = (left.range, left.rule, left.message.text(in: .english))
        let otherOrder = (right.range, right.rule, right.message.text(in: .english))
        if order != otherOrder { return order < otherOrder }
        if left.notes != right.notes { return left.notes.lexicographicallyPrecedes(right.notes) }
        let rest = (left.help?[.english] ?? "", left.fix?.title[.english] ?? "")
        return rest < (right.help?[.english] ?? "", right.fix?.title[.english] ?? "")
    }
}

extension Note: Comparable {
    /// By place, those about no place first, then by message.
    public static func < (left: Note, right: Note) -> Bool {
        switch (left.range, right.range) {
        case (let place?, let otherPlace?):
            (place, left.message.text(in: .english)) < (otherPlace, right.message.text(in: .english))
        case (nil, nil): left.message.text(in: .english) < right.message.text(in: .english)
        case (let place, _): place == nil
        }
    }
}

extension Sequence<Diagnostic> {
    /// Whether anything here is an error that nobody has allowed to stand.
    public var hasErrors: Bool {
        contains { $0.severity == .error && $0.suppression == nil }
    }
}
