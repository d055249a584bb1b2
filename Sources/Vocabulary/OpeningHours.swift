/// A time of day in Shanghai, to the minute.
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Minutes since midnight, 0...1440; 24:00 is the end of the day.
    public let minutes: Int

    /// Reads `HH:MM`, from 00:00 to 24:00.
    public init?(_ text: String) {
        self.init(utf8: Array(text.utf8)[...])
    }

    fileprivate init?(utf8 bytes: ArraySlice<UInt8>) {
        guard bytes.count == 5, bytes[bytes.startIndex + 2] == UInt8(ascii: ":"),
            let hour = Self.number(bytes.prefix(2)), let minute = Self.number(bytes.suffix(2)), minute < 60,
            hour * 60 + minute <= 24 * 60
        else { return nil }
        self.minutes = hour * 60 + minute
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    /// `HH:MM`.
    public var description: String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    /// From morning to evening.
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutes < right.minutes
    }
}

/// A stretch of a day: `08:30-12:00`.
public struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
    /// When it begins.
    public let opens: TimeOfDay
    /// When it ends.
    public let closes: TimeOfDay

    /// Reads `HH:MM-HH:MM`; the end must come after the beginning.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 11, bytes[5] == UInt8(ascii: "-"), let opens = TimeOfDay(utf8: bytes[..<5]),
            let closes = TimeOfDay(utf8: bytes[6...]), opens < closes
        else { return nil }
        self.opens = opens
        self.closes = closes
    }

    /// `HH:MM-HH:MM`.
    public var description: String { "\(opens)-\(closes)" }
}

/// The days of a week on which an office opens: `mon-fri`, or `sat`.
public struct WeekdaySpan: Hashable, Sendable, CustomStringConvertible {
    /// The words for the days, Monday first.
    public static let words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// The first day, 0 for Monday.
    public let first: Int
    /// The last day, 0 for Monday, not before the first.
    public let last: Int

    /// Reads `mon`, or `mon-fri`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let first = Self.words.firstIndex(of: String(parts[0])),
            let last = Self.words.firstIndex(of: String(parts[parts.count - 1])),
            parts.count == 1 || first < last
        else { return nil }
        self.first = first
        self.last = last
    }

    /// Every one there is.
    public static let all: [WeekdaySpan] = words.indices.flatMap { first in
        words.indices.dropFirst(first).map { WeekdaySpan(first: first, last: $0) }
    }

    private init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }

    /// `mon-fri`, or `sat`.
    public var description: String {
        first == last ? Self.words[first] : "\(Self.words[first])-\(Self.words[last])"
    }
}
