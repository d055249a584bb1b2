/// A day of the calendar in China, without a time of day.
///
/// Only the years ``years`` can be written. That keeps the dates that other systems use as "never" or "for ever"
/// (`0000-00-00`, `2999-12-31`, `9999-12-31`) out: what has no end says so with ``DateInterval``.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// The years a date may lie in.
    public static let years: ClosedRange<Int> = 1900...2199
    /// 1900-01-01, the earliest date there is.
    public static let earliest = CivilDate(uncheckedDayNumber: firstDayNumber)
    /// 2199-12-31, the latest date there is.
    public static let latest = CivilDate(uncheckedDayNumber: lastDayNumber)

    private static let firstDayNumber: Int32 = -25_567
    private static let lastDayNumber: Int32 = 84_005

    /// Days since 1970-01-01; negative before.
    public let dayNumber: Int32

    init(uncheckedDayNumber: Int32) {
        self.dayNumber = uncheckedDayNumber
    }

    /// The date so many days after 1970-01-01, or nil outside ``years``.
    public init?(dayNumber: Int) {
        guard dayNumber >= Int(Self.firstDayNumber), dayNumber <= Int(Self.lastDayNumber) else { return nil }
        self.init(uncheckedDayNumber: Int32(truncatingIfNeeded: dayNumber))
    }

    /// The date with these numbers, or nil if the calendar has no such day or the year is outside ``years``.
    public init?(year: Int, month: Int, day: Int) {
        guard case .success(let date) = Self.checked(year: year, month: month, day: day) else { return nil }
        self = date
    }

    /// The date it is in Shanghai (UTC+8) at a moment given in seconds since 1970-01-01 00:00 UTC.
    ///
    /// China has kept UTC+8 the whole year since 1992. The summer times before that are not modelled: no moment this
    /// project looks at lies there.
    public static func inShanghai(unixSeconds: Int64) -> CivilDate? {
        let (local, overflow) = unixSeconds.addingReportingOverflow(8 * 3600)
        guard !overflow else { return nil }
        let secondsOfDay: Int64 = 86_400
        let (quotient, remainder) = local.quotientAndRemainder(dividingBy: secondsOfDay)
        return CivilDate(dayNumber: Int(remainder < 0 ? quotient - 1 : quotient))
    }

    /// Order of time.
    @inlinable
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}

// MARK: - Year, month and day

extension CivilDate {
    /// The year, 1900 to 2199.
    public var year: Int { components.year }

    /// The month, 1 to 12.
    public var month: Int { components.month }

    /// The day of the month, 1 to 31.
    public var day: Int { components.day }

    /// Year, month and day, worked out together.
    ///
    /// The arithmetic is Howard Hinnant's `civil_from_days`: years run from March, so that the leap day comes last, and
    /// eras of 400 years repeat exactly.
    public var components: (year: Int, month: Int, day: Int) {
        // Every date there is lies after 0000-03-01, so nothing here is negative.
        let days = Int(dayNumber) + Self.daysFromMarchOfYearZero
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month, day: day)
    }

    /// The day of the week.
    public var weekday: Weekday {
        // Day 0 was a Thursday; 1900-01-01 was a Monday, and counting from it nothing is negative.
        switch (dayNumber - Self.firstDayNumber) % 7 {
        case 0: .monday
        case 1: .tuesday
        case 2: .wednesday
        case 3: .thursday
        case 4: .friday
        case 5: .saturday
        default: .sunday
        }
    }

    /// How many days a month has; the month must be 1 to 12.
    public static func lastDay(ofMonth month: Int, year: Int) -> Int {
        precondition((1...12).contains(month), "a month is 1 to 12")
        return switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static let daysFromMarchOfYearZero = 719_468

    /// The date with these numbers, or why there is none.
    static func checked(year: Int, month: Int, day: Int) -> Result<CivilDate, DateRefusal> {
        guard years.contains(year) else { return .failure(.yearOutOfRange(year)) }
        guard (1...12).contains(month) else { return .failure(.noSuchMonth(month)) }
        let last = lastDay(ofMonth: month, year: year)
        guard (1...last).contains(day) else {
            return .failure(.noSuchDay(day, month: month, year: year, lastDay: last))
        }
        let yearFromMarch = month <= 2 ? year - 1 : year
        let era = yearFromMarch / 400
        let yearOfEra = yearFromMarch % 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let dayNumber = era * 146_097 + dayOfEra - daysFromMarchOfYearZero
        return .success(CivilDate(uncheckedDayNumber: Int32(truncatingIfNeeded: dayNumber)))
    }
}

// MARK: - Counting days

extension CivilDate {
    /// The date so many days later (earlier if negative), or nil outside ``years``.
    public func adding(days: Int) -> CivilDate? {
        let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
        return overflow ? nil : CivilDate(dayNumber: sum)
    }

    /// How many days it is from this date to the other; negative if the other is earlier.
    public func days(to other: CivilDate) -> Int {
        Int(other.dayNumber) - Int(dayNumber)
    }

    /// The day after, or nil after the latest date.
    public var next: CivilDate? { adding(days: 1) }

    /// The day before, or nil before the earliest date.
    public var previous: CivilDate? { adding(days: -1) }
}
