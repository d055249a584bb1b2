import CivilTime
import Testing

struct DateIntervalTests {
    private let days = (0..<8).compactMap { CivilDate(year: 2026, month: 1, day: 1)?.adding(days: $0) }

    /// Every interval that starts and ends within the eight days, or has no end.
    private var intervals: [DateInterval] {
        days.flatMap { start in
            [DateInterval(from: start)] + days.compactMap { DateInterval(from: start, until: $0) }
        }
    }

    @Test func `an interval holds its first day and not its end`() throws {
        let january = try #require(DateInterval(from: days[0], until: days[3]))
        #expect(days.filter(january.contains) == Array(days[0..<3]))
        #expect(days.filter(DateInterval(from: days[5]).contains) == Array(days[5...]))
        #expect(DateInterval(from: days[0]).contains(.latest))
    }

    @Test func `an interval without a day cannot be made`() {
        #expect(DateInterval(from: days[2], until: days[2]) == nil)
        #expect(DateInterval(from: days[2], until: days[1]) == nil)
        #expect(DateInterval(from: days[2], until: nil) == DateInterval(from: days[2]))
    }

    @Test func `an intersection holds exactly the days of both`() {
        let observed = days + [.latest]
        for one in intervals {
            for other in intervals {
                let both = observed.filter { one.contains($0) && other.contains($0) }
                let intersection = one.intersection(other)
                #expect(observed.filter { intersection?.contains($0) ?? false } == both)
                #expect((intersection == nil) == both.isEmpty)
                #expect(intersection == other.intersection(one))
            }
        }
    }

    @Test func `an interval is written with its end or with none`() {
        #expect(DateInterval(from: days[0], until: days[1])?.description == "2026-01-01..<2026-01-02")
        #expect(DateInterval(from: days[0]).description == "2026-01-01...")
    }
}
