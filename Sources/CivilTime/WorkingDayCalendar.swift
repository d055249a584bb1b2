/// What the State Council's notice makes of a day that would otherwise be ordinary.
public enum DayKind: Hashable, Sendable {
    /// A day on which offices work, such as a make-up Sunday.
    case working
    /// A day on which offices are closed, such as the Spring Festival.
    case off
}

/// Whether offices work on a day.
public enum WorkingDayAnswer: Hashable, Sendable {
    /// Offices work.
    case working
    /// Offices are closed.
    case off
    /// Nobody can know yet: the notice of that year is not in the calendar.
    case notPublished(year: Int)
}

/// The answer depends on a year whose holiday notice is not in the calendar.
public struct CalendarNotPublished: Error, Hashable, Sendable, CustomStringConvertible {
    /// The year whose notice is missing.
    public let year: Int

    /// The missing notice of `year`.
    public init(year: Int) {
        self.year = year
    }

    /// What is missing, as a clause.
    public var description: String {
        "the holidays of \(year) are not in the calendar"
    }
}

/// The days on which offices in China work, as far as the yearly holiday notices tell.
///
/// A notice lists holidays and the weekend days worked instead. What it does not list is ordinary: Monday to Friday
/// worked, Saturday and Sunday not. A year without a notice has no answer, because its holidays can close offices for nine
/// days on end; only a day that a neighbouring year's notice lists is known in it.
///
/// A notice may list days of the December before its year. So the last days of the last published year can still change
/// when the next notice comes.
public struct WorkingDayCalendar: Hashable, Sendable {
    /// The years whose notices are known.
    public let publishedYears: Set<Int>
    /// The days the notices list; each counts for its own date, whichever year's notice lists it.
    public let exceptions: [CivilDate: DayKind]

    /// The calendar of these notices.
    public init(publishedYears: Set<Int>, exceptions: [CivilDate: DayKind]) {
        self.publishedYears = publishedYears
        self.exceptions = exceptions
    }

    /// Whether offices work on a day.
    public func day(_ date: CivilDate) -> WorkingDayAnswer {
        if let kind = exceptions[date] {
            return kind == .working ? .working : .off
        }
        let year = date.year
        guard publishedYears.contains(year) else { return .notPublished(year: year) }
        return date.weekday.isWeekend ? .off : .working
    }

    /// The working day that comes as the given one after a date; counting starts the day after.
    ///
    /// Adding none gives the date itself, whether it is worked or not. The count must not be negative.
    public func adding(workingDays count: Int, to date: CivilDate) -> Result<CivilDate, CalendarNotPublished> {
        precondition(count >= 0, "working days are counted forwards")
        return Result { () throws(CalendarNotPublished) in
            var current = date
            for _ in 0..<count {
                current = try firstWorkingDay(from: current.next)
            }
            return current
        }
    }

    /// The date itself if it is worked, or else the first working day after it.
    public func nextWorkingDay(onOrAfter date: CivilDate) -> Result<CivilDate, CalendarNotPublished> {
        Result { () throws(CalendarNotPublished) in try firstWorkingDay(from: date) }
    }

    /// How many days of an interval are worked; an interval without an end always reaches an unpublished year.
    public func workingDays(in interval: DateInterval) -> Result<Int, CalendarNotPublished> {
        Result { () throws(CalendarNotPublished) in
            var count = 0
            var current = interval.start
            while interval.contains(current) {
                if try isWorking(current) { count += 1 }
                current = try Self.inRange(current.next)
            }
            return count
        }
    }

    private func firstWorkingDay(from start: CivilDate?) throws(CalendarNotPublished) -> CivilDate {
        var current = try Self.inRange(start)
        while try !isWorking(current) {
            current = try Self.inRange(current.next)
        }
        return current
    }

    private func isWorking(_ date: CivilDate) throws(CalendarNotPublished) -> Bool {
        switch day(date) {
        case .working: return true
        case .off: return false
        case .notPublished(let year): throw CalendarNotPublished(year: year)
        }
    }

    /// A step beyond the latest date is a step into a year that has no notice.
    private static func inRange(_ date: CivilDate?) throws(CalendarNotPublished) -> CivilDate {
        guard let date else { throw CalendarNotPublished(year: CivilDate.years.upperBound + 1) }
        return date
    }
}
