/// How sure a person may be of a fact: a judgement, capped by what the fact's best source allows.
public enum Confidence: String, CaseIterable, Comparable, Sendable {
    /// Seen once, old, or badly translated.
    case low
    /// Seen in a good source that may have aged, or in a copy.
    case medium
    /// Said plainly by a source that ought to know.
    case high

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }

    /// From low to high.
    public static func < (left: Confidence, right: Confidence) -> Bool {
        left.rank < right.rank
    }
}
