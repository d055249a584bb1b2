public import CivilTime
import Vocabulary

/// Cities that go together, and the waves that must have gone well before.
public struct Wave: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The slugs.
    public let cities: [String]
    /// The waves before it.
    public let after: [String]

    /// A wave.
    public init(_ name: String, cities: [String], after: [String] = []) {
        self.name = name
        self.cities = cities
        self.after = after
    }
}

/// Why waves cannot be put in an order.
public enum WavesRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Two waves have one name.
    case twice(String)
    /// A wave comes after one that there is none of.
    case unknown(String, in: String)
    /// A city is in two waves.
    case cityTwice(String)
    /// Each waits for another in turn.
    case circle([String])

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .twice(let name): "two waves are called '\(name)': give one another name"
        case .unknown(let name, let wave): "'\(wave)' comes after '\(name)', and there is no such wave"
        case .cityTwice(let city): "'\(city)' is in two waves: leave it in one"
        case .circle(let names): "each waits for another: \(names.joined(separator: ", ")); let one of them go first"
        }
    }
}

/// Waves in an order in which each comes after those it waits for.
public struct Waves: Hashable, Sendable {
    /// The waves, in that order; those that could go together keep the order they were given in.
    public let inOrder: [Wave]

    /// Puts waves in order.
    public init(_ waves: [Wave]) throws(WavesRefusal) {
        var names: Set<String> = []
        var cities: Set<String> = []
        for wave in waves {
            guard names.insert(wave.name).inserted else { throw .twice(wave.name) }
            for city in wave.cities where !cities.insert(city).inserted { throw .cityTwice(city) }
        }
        for wave in waves {
            if let unknown = wave.after.first(where: { !names.contains($0) }) { throw .unknown(unknown, in: wave.name) }
        }
        var rest = waves
        var ordered: [Wave] = []
        while !rest.isEmpty {
            let done = Set(ordered.map(\.name))
            guard let next = rest.firstIndex(where: { $0.after.allSatisfy(done.contains) }) else {
                throw .circle(rest.map(\.name))
            }
            ordered.append(rest.remove(at: next))
        }
        self.inOrder = ordered
    }

    /// The first safe moment of each wave: after those it waits for have lasted for so many days.
    ///
    /// A wave whose time nobody can know yet has the year that is missing from the calendar.
    public func schedule(
        from now: Instant,
        soaking days: Int,
        _ calendar: ChangeCalendar
    ) -> [(wave: Wave, start: Result<Instant, CalendarNotPublished>)] {
        var starts: [String: Result<Instant, CalendarNotPublished>] = [:]
        return inOrder.map { wave in
            var earliest: Result<Instant, CalendarNotPublished> = .success(now)
            for name in wave.after {
                guard let before = starts[name] else { continue }
                earliest = earliest.flatMap { soFar in
                    before.map { start in max(soFar, start.adding(seconds: Int64(days) * 86_400) ?? start) }
                }
            }
            let start = earliest.flatMap(calendar.nextSafeMoment)
            starts[wave.name] = start
            return (wave, start)
        }
    }
}
