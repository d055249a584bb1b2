/// The days from a first one until, but without, an end; or for ever.
///
/// An interval holds at least one day: an empty one cannot be made.
public struct DateInterval: Hashable, Sendable {
    /// The first day inside.
    public let start: CivilDate
    /// The first day no longer inside; nil if there is no end.
    public let end: CivilDate?

    init(uncheckedFrom start: CivilDate, until end: CivilDate?) {
        self.start = start
        self.end = end
    }

    /// The days from `start` on, with no end.
    public init(from start: CivilDate) {
        self.init(uncheckedFrom: start, until: nil)
    }

    /// The days from `start` until the day before `end`, or nil if that would be no day at all.
    public init?(from start: CivilDate, until end: CivilDate?) {
        if let end, end <= start { return nil }
        self.init(uncheckedFrom: start, until: end)
    }

    /// Whether the day is inside.
    public func contains(_ date: CivilDate) -> Bool {
        guard date >= start else { return false }
        guard let end else { return true }
        return date < end
    }

    /// The days inside both, or nil if there are none.
    public func intersection(_ other: DateInterval) -> DateInterval? {
        let earlierEnd =
            switch (end, other.end) {
            case (let one?, let another?): min(one, another)
            case (let only, nil), (nil, let only): only
            }
        return DateInterval(from: max(start, other.start), until: earlierEnd)
    }
}

extension DateInterval: CustomStringConvertible {
    /// `2026-01-01..<2027-01-01`, or `2026-01-01...` if there is no end.
    public var description: String {
        if let end { "\(start)..<\(end)" } else { "\(start)..." }
    }
}
