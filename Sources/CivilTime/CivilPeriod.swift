/// A stretch of days, weeks or months, as people say it: `90d`, `12w`, `6m`.
public enum CivilPeriod: Hashable, Sendable {
    /// So many days.
    case days(Int)
    /// So many months; a month that lacks the day ends it on its last.
    case months(Int)

    /// How long a period may be: up to ten years.
    public static let daysAllowed = 1...3650
    /// How long a period in months may be: up to ten years.
    public static let monthsAllowed = 1...120

    /// The period a text says, or why it says none.
    public static func parse(_ text: String) -> Result<CivilPeriod, CivilPeriodRefusal> {
        let digits = text.prefix { ("0"..."9").contains($0) }
        let unit = text.dropFirst(digits.count)
        guard !digits.isEmpty else { return .failure(.noNumber) }
        // Four digits say every period there is, and no number overflows.
        let number = digits.count <= 4 ? Int(digits) ?? 0 : .max
        switch unit {
        case "d": return number == .max ? .failure(.tooLong) : checked(days: number)
        case "w": return number == .max ? .failure(.tooLong) : checked(days: number * 7)
        case "m":
            guard number > 0 else { return .failure(.nothing) }
            return monthsAllowed.contains(number) ? .success(.months(number)) : .failure(.tooLong)
        case "": return .failure(.noUnit(number: String(digits)))
        default: return .failure(.unknownUnit)
        }
    }

    private static func checked(days: Int) -> Result<CivilPeriod, CivilPeriodRefusal> {
        guard days > 0 else { return .failure(.nothing) }
        return daysAllowed.contains(days) ? .success(.days(days)) : .failure(.tooLong)
    }

    /// The day that lies so far after another; the last day there is where it would lie beyond.
    public func end(from start: CivilDate) -> CivilDate {
        switch self {
        case .days(let days): start.adding(days: days) ?? .latest
        case .months(let months): start.adding(months: months) ?? .latest
        }
    }
}

/// Why a text says no period.
public enum CivilPeriodRefusal: Error, Hashable, Sendable {
    /// It does not begin with a number.
    case noNumber
    /// The number stands alone.
    case noUnit(number: String)
    /// What follows the number is none of `d`, `w` and `m`.
    case unknownUnit
    /// It is no time at all.
    case nothing
    /// It is longer than ten years.
    case tooLong
}

extension CivilPeriodRefusal: CustomStringConvertible {
    /// What is wrong and what to write.
    public var description: String {
        switch self {
        case .noNumber: "it does not begin with a number: write 90d for days, 12w for weeks, 6m for months"
        case .noUnit(let number):
            "\(number) of what? write \(number)d for days, \(number)w for weeks, \(number)m for months"
        case .unknownUnit: "the unit is d for days, w for weeks or m for months, as in 90d"
        case .nothing: "it is no time at all: write 1d or more"
        case .tooLong: "it is longer than ten years: write 120m or less"
        }
    }
}

extension CivilDate {
    /// The same day of the month so many months later, or the month's last day where it has no such day; nothing outside of
    /// ``years``.
    public func adding(months: Int) -> CivilDate? {
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, sum >= 0 else { return nil }
        let (year, month) = (sum / 12, sum % 12 + 1)
        return CivilDate(year: year, month: month, day: min(day, Self.lastDay(ofMonth: month, year: year)))
    }
}
