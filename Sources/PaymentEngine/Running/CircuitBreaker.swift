/// Keeps calls away from a side that does not answer, and lets one through from time to time to see whether it does.
public struct CircuitBreaker: Hashable, Sendable {
    /// How many calls in a row may stay without an answer.
    public var tolerance = 5
    /// How long calls are kept away at first; doubled each time, up to sixteen times as long.
    public var pause = Duration.seconds(30)

    private var failures = 0
    private var closedUntil: Moment?

    /// A breaker that lets everything through.
    public init() {}

    /// Until when calls are kept away; nothing where they are not.
    public func isOpen(at now: Moment) -> Moment? {
        closedUntil.flatMap { $0 > now ? $0 : nil }
    }

    /// Lets a call through; while the other side is in doubt, only this one for a while.
    public mutating func willCall(at now: Moment) {
        if failures >= tolerance { closedUntil = now + pause }
    }

    /// Takes note of a call's end.
    public mutating func didCall(answered: Bool, at now: Moment) {
        guard !answered else {
            failures = 0
            closedUntil = nil
            return
        }
        failures += 1
        if failures >= tolerance { closedUntil = now + pause * (1 << min(failures - tolerance, 4)) }
    }
}
