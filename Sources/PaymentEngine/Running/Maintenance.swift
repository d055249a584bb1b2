public import Vocabulary

/// When bureaus are known to be away, by city: stretches of each day in Shanghai.
///
/// What is due then waits; it is nobody's failure.
public struct Maintenance: Hashable, Sendable {
    /// The stretches of each city; one that spans midnight is written as two.
    public var stretches: [String: [TimeSpan]]

    /// Known absences.
    public init(_ stretches: [String: [TimeSpan]] = [:]) {
        self.stretches = stretches
    }

    /// Until when a city's bureau is away; nothing where it is there.
    public func end(in city: String, at now: Moment) -> Moment? {
        let minute = now.minuteOfDay
        let midnight = Moment(startOf: now.day)
        var end: Int?
        for stretch in (stretches[city] ?? []).sorted(by: { $0.opens < $1.opens }) {
            // One stretch may begin where another ends.
            if (stretch.opens.minutes..<stretch.closes.minutes).contains(end ?? minute) { end = stretch.closes.minutes }
        }
        return end.map { midnight + .minutes(Int64($0)) }
    }
}
