/// How many months of validity an answer stands for, with both edges stated: "1 year or more but less than 3".
public struct MonthRange: Hashable, Sendable {
    /// The lower edge, in months.
    public let lower: Int
    /// Whether exactly `lower` months belong to the range.
    public let includesLower: Bool
    /// The upper edge, in months.
    public let upper: Int
    /// Whether exactly `upper` months belong to the range.
    public let includesUpper: Bool

    /// A range by its edges; nothing where no number of months lies between them.
    public init?(lower: Int, includesLower: Bool, upper: Int, includesUpper: Bool) {
        guard lower >= 0, lower < upper || (lower == upper && includesLower && includesUpper) else { return nil }
        self.lower = lower
        self.includesLower = includesLower
        self.upper = upper
        self.includesUpper = includesUpper
    }

    /// Whether a validity of exactly `months` belongs to the range.
    public func contains(_ months: Int) -> Bool {
        (includesLower ? months >= lower : months > lower) && (includesUpper ? months <= upper : months < upper)
    }

    /// Whether `months` is where this range meets another one: there a day more or less changes the answer.
    public func hasEdge(at months: Int) -> Bool {
        months == lower || months == upper
    }

    /// Whether `next` begins exactly where this range ends: no month missed, none in both.
    public func meets(_ next: MonthRange) -> Bool {
        upper == next.lower && includesUpper != next.includesLower
    }
}
