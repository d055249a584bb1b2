/// A value that changes on certain dates.
///
/// Each value holds from its date until the next one's; the last holds for ever, and `undated` holds before the first.
/// So two values never overlap, and nothing ends by omission. Without an `undated` value there is none before the first
/// date.
public struct Timeline<Value> {
    /// A value and the day from which on it holds.
    public struct Change {
        /// The first day on which the value holds.
        public let date: CivilDate
        /// What holds from then on.
        public let value: Value

        /// A value that holds from `date` on.
        @inlinable
        public init(date: CivilDate, value: Value) {
            self.date = date
            self.value = value
        }
    }

    /// What holds before the first change, where that is known.
    public let undated: Value?
    /// The changes in ascending order, no two on the same day.
    public let changes: [Change]

    @usableFromInline
    init(unchecked undated: Value?, changes: [Change]) {
        self.undated = undated
        self.changes = changes
    }

    /// A value that holds always.
    @inlinable
    public init(_ value: Value) {
        self.init(unchecked: value, changes: [])
    }

    /// A first value, where there is one, and the changes after it in ascending order.
    @inlinable
    public init(undated: Value? = nil, changes: [Change]) throws(TimelineRefusal) {
        guard undated != nil || !changes.isEmpty else { throw .empty }
        for index in changes.indices.dropFirst() where changes[index].date <= changes[index - 1].date {
            let (earlier, later) = (changes[index - 1].date, changes[index].date)
            throw later == earlier ? .repeated(later) : .notAscending(later, after: earlier)
        }
        self.init(unchecked: undated, changes: changes)
    }

    /// The dates on which the value changes, ascending.
    @inlinable
    public var boundaries: [CivilDate] {
        // No key path: in generic code each use of one is looked up at run time.
        changes.map { $0.date }
    }

    /// What holds on a day; nil before the first change if nothing is said about that time.
    @inlinable
    public func value(on date: CivilDate) -> Value? {
        let index = indexOfFirstChange(after: date)
        return index == 0 ? undated : changes[index - 1].value
    }

    /// The same dates with other values.
    @inlinable
    public func map<NewValue, Failure>(
        _ transform: (Value) throws(Failure) -> NewValue
    ) throws(Failure) -> Timeline<NewValue> {
        var mapped: [Timeline<NewValue>.Change] = []
        mapped.reserveCapacity(changes.count)
        let first: NewValue? = if let undated { try transform(undated) } else { nil }
        for change in changes {
            mapped.append(Timeline<NewValue>.Change(date: change.date, value: try transform(change.value)))
        }
        return Timeline<NewValue>(unchecked: first, changes: mapped)
    }

    /// The stretches of constant value that cover all days from `start` on, in order, without gap or overlap.
    public func segments(from start: CivilDate) -> [(interval: DateInterval, value: Value?)] {
        guard !changes.isEmpty else {
            return [(interval: DateInterval(uncheckedFrom: start, until: nil), value: undated)]
        }
        var segments: [(interval: DateInterval, value: Value?)] = []
        var begun = start
        var held = value(on: start)
        for change in changes[indexOfFirstChange(after: start)...] {
            segments.append((interval: DateInterval(uncheckedFrom: begun, until: change.date), value: held))
            begun = change.date
            held = change.value
        }
        segments.append((interval: DateInterval(uncheckedFrom: begun, until: nil), value: held))
        return segments
    }

    /// Where the changes later than `date` begin.
    @inlinable
    func indexOfFirstChange(after date: CivilDate) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].date <= date {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

extension Timeline: Sendable where Value: Sendable {}
extension Timeline: Equatable where Value: Equatable {}
extension Timeline: Hashable where Value: Hashable {}
extension Timeline.Change: Sendable where Value: Sendable {}
extension Timeline.Change: Equatable where Value: Equatable {}
extension Timeline.Change: Hashable where Value: Hashable {}

/// Why values and dates do not make a timeline.
public enum TimelineRefusal: Error, Hashable, Sendable {
    /// There is no value at all.
    case empty
    /// Two changes are on the same day.
    case repeated(CivilDate)
    /// A change stands after a later one.
    case notAscending(CivilDate, after: CivilDate)
}

extension TimelineRefusal: CustomStringConvertible {
    /// What is wrong, as a clause that says how to mend it.
    public var description: String {
        switch self {
        case .empty: "a timeline needs at least one value"
        case .repeated(let date): "\(date) appears twice; keep one of the two values"
        case .notAscending(let date, let earlier): "\(date) stands after \(earlier); write the earlier date first"
        }
    }
}
