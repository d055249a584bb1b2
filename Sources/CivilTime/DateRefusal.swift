/// Why a text is not a date.
public enum DateRefusal: Error, Hashable, Sendable {
    /// The text is not four digits, a hyphen, two digits, a hyphen and two digits.
    case notADate
    /// The year is outside ``CivilDate/years``.
    case yearOutOfRange(Int)
    /// The month is not 1 to 12.
    case noSuchMonth(Int)
    /// The month has no such day; `lastDay` is its last one.
    case noSuchDay(Int, month: Int, year: Int, lastDay: Int)
}

extension DateRefusal: CustomStringConvertible {
    /// What is wrong, as a clause: "February 2026 has 28 days".
    public var description: String {
        switch self {
        case .notADate:
            "a date is written YYYY-MM-DD, such as 2026-01-31"
        case .yearOutOfRange(let year):
            "the year \(year) is not one of \(CivilDate.years.lowerBound) to \(CivilDate.years.upperBound)"
        case .noSuchMonth(let month):
            "there is no month \(month); months are 01 to 12"
        case .noSuchDay(_, let month, let year, let lastDay):
            "\(Self.monthNames[month - 1]) \(year) has \(lastDay) days"
        }
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
}
