/// A moment, in whole seconds; written as the clock on a wall in China shows it.
///
/// It lies within the years of ``CivilDate``, so its day always exists.
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01 00:00 UTC.
    public let unixSeconds: Int64

    private static let offset: Int64 = 8 * 3600
    private static let day: Int64 = 86_400

    /// The moment so many seconds after 1970-01-01 00:00 UTC; nothing outside ``CivilDate/years``.
    public init?(unixSeconds: Int64) {
        guard CivilDate.inShanghai(unixSeconds: unixSeconds) != nil else { return nil }
        self.unixSeconds = unixSeconds
    }

    /// A time of day in China; nothing where the clock shows no such time.
    public init?(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        let seconds = Int64(hour * 3600 + minute * 60 + second)
        self.init(unixSeconds: Int64(date.dayNumber) * Self.day + seconds - Self.offset)
    }

    /// Reads exactly what ``description`` writes: `2026-11-25T09:30:00+08:00`.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let zone = Array("+08:00".utf8)
        guard bytes.count == 25, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), Array(bytes[19...]) == zone,
            let date = CivilDate(String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = Self.number(bytes[11...12]), let minute = Self.number(bytes[14...15]),
            let second = Self.number(bytes[17...18])
        else { return nil }
        self.init(date, hour: hour, minute: minute, second: second)
    }

    /// The day it is in China.
    public var date: CivilDate {
        CivilDate.inShanghai(unixSeconds: unixSeconds) ?? .earliest
    }

    /// Seconds since midnight in China, 0 to 86,399.
    public var secondOfDay: Int {
        let local = (unixSeconds + Self.offset) % Self.day
        return Int(local < 0 ? local + Self.day : local)
    }

    /// The moment so many seconds later (earlier if negative); nothing outside ``CivilDate/years``.
    public func adding(seconds: Int64) -> Instant? {
        let (sum, overflow) = unixSeconds.addingReportingOverflow(seconds)
        return overflow ? nil : Instant(unixSeconds: sum)
    }

    /// How many seconds it is from this moment to the other; negative if the other is earlier.
    public func seconds(to other: Instant) -> Int64 {
        other.unixSeconds - unixSeconds
    }

    /// Order of time.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.unixSeconds < right.unixSeconds
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }
}

extension Instant: CustomStringConvertible {
    /// The time in China, to the second, with its offset.
    public var description: String {
        let second = secondOfDay
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date)T\(parts.joined(separator: ":"))+08:00"
    }
}
