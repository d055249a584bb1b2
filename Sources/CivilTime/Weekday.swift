/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    /// The first day of the week.
    case monday = 1
    /// The second day of the week.
    case tuesday
    /// The third day of the week.
    case wednesday
    /// The fourth day of the week.
    case thursday
    /// The fifth day of the week.
    case friday
    /// The first day of the weekend.
    case saturday
    /// The second day of the weekend.
    case sunday

    /// Whether the day is a Saturday or a Sunday.
    public var isWeekend: Bool {
        self == .saturday || self == .sunday
    }
}
