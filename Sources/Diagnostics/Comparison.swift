public import Vocabulary

/// A comparison that does not hold, term by term.
///
/// A report draws what each term is worth under it:
///
/// ```
/// confidence ≤ source-kinds.guide.at-most
/// |          | |
/// high       | low
///            false
/// ```
public struct Comparison: Hashable, Sendable {
    /// How the two terms should have stood to each other.
    public enum Relation: String, CaseIterable, Sendable {
        /// Both are the same.
        case equal
        /// The first is no more than the second.
        case atMost = "at-most"

        /// As it is written between the terms.
        public var symbol: String {
            switch self {
            case .equal: "="
            case .atMost: "≤"
            }
        }
    }

    /// One of the two things compared.
    public struct Term: Hashable, Sendable {
        /// Where it is written: a path of keys such as `channels.counter.confidence`, or the name of a table of the program.
        public let expression: String
        /// What it is worth, as the registry writes it; an applicant's word where it has one.
        public let value: LocalizedText

        /// A term and its value.
        public init(_ expression: String, _ value: LocalizedText) {
            self.expression = expression
            self.value = value
        }

        /// A term whose value is the same in every language: a word of the registry, a date, a number.
        public init(_ expression: String, _ value: String) {
            self.init(expression, LocalizedText(value, value))
        }
    }

    /// The term that the finding is about.
    public let found: Term
    /// How it should stand to the other.
    public let relation: Relation
    /// What it is held against.
    public let expected: Term

    /// A comparison that does not hold.
    public init(_ found: Term, _ relation: Relation, _ expected: Term) {
        self.found = found
        self.relation = relation
        self.expected = expected
    }
}
