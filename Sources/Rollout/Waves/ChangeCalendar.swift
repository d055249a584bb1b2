public import CivilTime

/// On which days and at which hours something may be changed for people.
///
/// A change is made on a working day that a working day follows, between ten and sixteen o'clock in China: if it goes wrong,
/// somebody is there that day and the next. So weekends, holidays and the days before them are frozen.
public struct ChangeCalendar: Sendable {
    /// Whether a day is safe.
    public enum Verdict: Hashable, Sendable {
        /// It and the next are working days.
        case safe
        /// One of the two is not.
        case frozen
        /// Nobody can know yet.
        case notPublished(year: Int)
    }

    /// The hours of a safe day, in China.
    public static let hours = 10..<16

    private let days: WorkingDayCalendar

    /// The calendar that goes with a calendar of working days.
    public init(_ days: WorkingDayCalendar) {
        self.days = days
    }

    /// Whether a day is safe.
    public func verdict(on day: CivilDate) -> Verdict {
        for day in [day, day.next].compactMap({ $0 }) {
            switch days.day(day) {
            case .working: continue
            case .off: return .frozen
            case .notPublished(let year): return .notPublished(year: year)
            }
        }
        return .safe
    }

    /// The first safe day from a day on.
    public func firstSafeDay(onOrAfter day: CivilDate) -> Result<CivilDate, CalendarNotPublished> {
        var day = day
        while true {
            switch verdict(on: day) {
            case .safe: return .success(day)
            case .frozen:
                guard let next = day.next else { return .failure(CalendarNotPublished(year: day.year)) }
                day = next
            case .notPublished(let year): return .failure(CalendarNotPublished(year: year))
            }
        }
    }

    /// The first safe moment from a moment on: now, where now is safe.
    public func nextSafeMoment(from moment: Instant) -> Result<Instant, CalendarNotPublished> {
        let hour = moment.secondOfDay / 3600
        if verdict(on: moment.date) == .safe {
            if Self.hours.contains(hour) { return .success(moment) }
            if hour < Self.hours.lowerBound { return .success(opening(of: moment.date)) }
        }
        guard let tomorrow = moment.date.next else {
            return .failure(CalendarNotPublished(year: moment.date.year))
        }
        return firstSafeDay(onOrAfter: tomorrow).map(opening)
    }

    private func opening(of day: CivilDate) -> Instant {
        guard let opening = Instant(day, hour: Self.hours.lowerBound) else {
            preconditionFailure("every day has its hours")
        }
        return opening
    }
}
