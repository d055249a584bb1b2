public import CivilTime

/// A point in time, in whole milliseconds since 1970-01-01 00:00 UTC.
///
/// The engine never asks what time it is: moments come in as parameters.
public struct Moment: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public let milliseconds: Int64

    /// The moment so many milliseconds after 1970-01-01 00:00 UTC.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment some time later, or earlier where the duration is negative; fractions of a millisecond are dropped.
    public static func + (moment: Moment, duration: Duration) -> Moment {
        Moment(milliseconds: moment.milliseconds + duration.wholeMilliseconds)
    }

    /// How long it is from the second moment to the first.
    public static func - (later: Moment, earlier: Moment) -> Duration {
        .milliseconds(later.milliseconds - earlier.milliseconds)
    }

    /// Order of time.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The day it is in Shanghai; the earliest or latest day there is where the clock is beyond all calendars.
    public var day: CivilDate {
        CivilDate.inShanghai(unixSeconds: milliseconds / 1000) ?? (milliseconds < 0 ? .earliest : .latest)
    }

    /// The minute of the day in Shanghai, 0...1439.
    public var minuteOfDay: Int {
        let minutes = (milliseconds / 60_000 + 8 * 60) % (24 * 60)
        return Int(minutes < 0 ? minutes + 24 * 60 : minutes)
    }
}

extension Moment {
    /// A moment after all others: the end of the last day there is.
    public static let distantFuture = Moment(startOf: .latest)

    /// The beginning of a day in Shanghai.
    public init(startOf day: CivilDate) {
        self.init(milliseconds: (Int64(day.dayNumber) * 24 - 8) * 3_600_000)
    }
}

extension Duration {
    /// Whole milliseconds, rounded towards zero.
    public var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }

    /// So many minutes.
    public static func minutes(_ count: Int64) -> Duration { .seconds(count * 60) }

    /// So many hours.
    public static func hours(_ count: Int64) -> Duration { .seconds(count * 3600) }
}
