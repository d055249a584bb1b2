public import Vocabulary

/// A rule's stable name, a phrase in kebab case: `fee-gap`, `duplicate-key`.
public struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name as it is printed and typed.
    public let rawValue: String

    /// A rule's name.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// A rule's name, written in the source.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The name.
    public var description: String { rawValue }

    /// Bytewise order of names.
    public static func < (left: RuleID, right: RuleID) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

/// A piece of a registry file that shows a rule at work.
///
/// The text holds whole top-level records of the file named; they stand in for the records of the same name in a valid
/// registry. Each `↓` marks the character where a finding must point.
public struct RuleExample: Sendable {
    /// Which kind of registry file the text belongs to.
    public enum File: String, Sendable {
        /// A city's own file.
        case city
        /// `registry.yaml`.
        case registry
        /// A fee schedule below `fees/`.
        case schedule
        /// `calendar.yaml`.
        case calendar
    }

    /// The kind of file.
    public let file: File
    /// The YAML, with `↓` before each place a finding must point at.
    public let yaml: String
    /// Whether the text is a whole file rather than records to put into a valid one.
    public let isWholeFile: Bool
    /// What stood in the file before, without marks, where the rule is about how a registry may change.
    public let before: String?

    /// Marked YAML of a file; records of a city file unless said otherwise.
    public init(in file: File = .city, wholeFile: Bool = false, before: String? = nil, _ yaml: String) {
        self.file = file
        self.isWholeFile = wholeFile
        self.before = before
        self.yaml = yaml
    }
}

/// What a rule says, why, and what it looks like: the text of `visafee explain`, and at the same time its test.
public struct Rule: Sendable {
    /// The stable name.
    public let id: RuleID
    /// How grave its findings are.
    public let severity: Severity
    /// The rule in one sentence that an administrator of a city understands.
    public let summary: LocalizedText
    /// What goes wrong for people when the rule is broken.
    public let why: LocalizedText
    /// What to do about a finding.
    public let remedy: LocalizedText
    /// YAML that breaks the rule, marked.
    public let rejected: [RuleExample]
    /// YAML that keeps it.
    public let accepted: [RuleExample]
    /// Whether a comment may allow a finding to stand.
    ///
    /// Usually not where it is an error: the generator, the engine and applicants rest on what a valid registry promises.
    public let isSuppressible: Bool

    /// A rule with its texts and examples; errors cannot be suppressed unless it says so.
    public init(
        _ id: RuleID,
        severity: Severity = .error,
        summary: LocalizedText,
        why: LocalizedText,
        remedy: LocalizedText,
        rejected: [RuleExample],
        accepted: [RuleExample],
        isSuppressible: Bool? = nil
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.why = why
        self.remedy = remedy
        self.rejected = rejected
        self.accepted = accepted
        self.isSuppressible = isSuppressible ?? (severity != .error)
    }
}
