import CivilTime
import Testing

struct WorkingDayCalendarTests {
    /// The General Office of the State Council's notice for 2026; that for 2027 is not published.
    private static let notice2026: [(days: ClosedRange<String>, kind: DayKind)] = [
        ("2026-01-01"..."2026-01-03", .off), ("2026-01-04"..."2026-01-04", .working),
        ("2026-02-14"..."2026-02-14", .working), ("2026-02-15"..."2026-02-23", .off),
        ("2026-02-28"..."2026-02-28", .working), ("2026-04-04"..."2026-04-06", .off),
        ("2026-05-01"..."2026-05-05", .off), ("2026-05-09"..."2026-05-09", .working),
        ("2026-06-19"..."2026-06-21", .off), ("2026-09-20"..."2026-09-20", .working),
        ("2026-09-25"..."2026-09-27", .off), ("2026-10-01"..."2026-10-07", .off),
        ("2026-10-10"..."2026-10-10", .working),
    ]

    private let calendar: WorkingDayCalendar

    init() throws {
        calendar = WorkingDayCalendar(publishedYears: [2026], exceptions: try Self.exceptions())
    }

    private static func exceptions() throws -> [CivilDate: DayKind] {
        var exceptions: [CivilDate: DayKind] = [:]
        for (days, kind) in notice2026 {
            let last = try date(days.upperBound)
            var day = try date(days.lowerBound)
            while day <= last {
                exceptions[day] = kind
                day = try #require(day.next)
            }
        }
        return exceptions
    }

    private static func date(_ text: String) throws -> CivilDate {
        try #require(CivilDate(text))
    }

    private func date(_ text: String) throws -> CivilDate {
        try Self.date(text)
    }

    @Test(
        arguments: [
            ("2026-02-13", WorkingDayAnswer.working),  // an ordinary Friday
            ("2026-02-14", .working),  // a make-up Saturday
            ("2026-02-15", .off),
            ("2026-02-23", .off),  // a Monday of the Spring Festival
            ("2026-02-24", .working),
            ("2026-03-01", .off),  // an ordinary Sunday
            ("2027-01-04", .notPublished(year: 2027)),
            ("2027-01-03", .notPublished(year: 2027)),  // not even a Sunday is known to be off
            ("2025-12-31", .notPublished(year: 2025)),
        ]
    )
    func `a day is what the notice says, else ordinary, and unknown without a notice`(
        text: String,
        expected: WorkingDayAnswer
    ) throws {
        #expect(calendar.day(try date(text)) == expected)
    }

    @Test func `the year 2026 has the 248 working days that thirteen holidays leave`() throws {
        let year = try #require(DateInterval(from: date("2026-01-01"), until: date("2027-01-01")))
        #expect(calendar.workingDays(in: year) == .success(248))
    }

    @Test func `seven working days from the Friday before the Spring Festival end on the second of March`() throws {
        // Friday 13 is the day of filing; Saturday 14 is worked, 15 to 23 are not, Saturday 28 is worked.
        #expect(calendar.adding(workingDays: 1, to: try date("2026-02-13")) == .success(try date("2026-02-14")))
        #expect(calendar.adding(workingDays: 2, to: try date("2026-02-13")) == .success(try date("2026-02-24")))
        #expect(calendar.adding(workingDays: 6, to: try date("2026-02-13")) == .success(try date("2026-02-28")))
        #expect(calendar.adding(workingDays: 7, to: try date("2026-02-13")) == .success(try date("2026-03-02")))
    }

    @Test func `adding no working day stays on the date, even where nothing is published`() throws {
        #expect(calendar.adding(workingDays: 0, to: try date("2026-02-15")) == .success(try date("2026-02-15")))
        #expect(calendar.adding(workingDays: 0, to: try date("2027-02-15")) == .success(try date("2027-02-15")))
    }

    @Test func `a count that reaches an unpublished year names it instead of guessing`() throws {
        let missing = CalendarNotPublished(year: 2027)
        #expect(calendar.adding(workingDays: 1, to: try date("2026-12-30")) == .success(try date("2026-12-31")))
        #expect(calendar.adding(workingDays: 2, to: try date("2026-12-30")) == .failure(missing))
        #expect(calendar.nextWorkingDay(onOrAfter: try date("2027-01-01")) == .failure(missing))
        #expect(calendar.workingDays(in: DateInterval(from: try date("2026-12-01"))) == .failure(missing))
        #expect(missing.description == "the holidays of 2027 are not in the calendar")
    }

    @Test func `beyond the latest date there is no calendar either`() {
        let calendar = WorkingDayCalendar(publishedYears: [2199], exceptions: [.latest: .off])
        let missing = CalendarNotPublished(year: 2200)
        #expect(calendar.nextWorkingDay(onOrAfter: .latest) == .failure(missing))
        #expect(calendar.adding(workingDays: 1, to: .latest) == .failure(missing))
        #expect(calendar.workingDays(in: DateInterval(from: .latest)) == .failure(missing))
    }

    @Test func `a day of December that the next year's notice lists counts for its own date`() throws {
        var exceptions = try Self.exceptions()
        exceptions[try date("2025-12-31")] = .off
        let calendar = WorkingDayCalendar(publishedYears: [2025, 2026], exceptions: exceptions)
        #expect(calendar.day(try date("2025-12-31")) == .off)
        #expect(calendar.adding(workingDays: 1, to: try date("2025-12-30")) == .success(try date("2026-01-04")))
    }

    @Test func `the next working day is the day itself if it is worked`() throws {
        #expect(calendar.nextWorkingDay(onOrAfter: try date("2026-02-14")) == .success(try date("2026-02-14")))
        #expect(calendar.nextWorkingDay(onOrAfter: try date("2026-02-15")) == .success(try date("2026-02-24")))
    }

    @Test func `every count from every day of the year agrees with ticking off a list of worked days`() throws {
        let exceptions = try Self.exceptions()
        let year = (0..<365).compactMap { CivilDate(year: 2026, month: 1, day: 1)?.adding(days: $0) }
        let worked = year.filter { day in
            let isWeekend = day.weekday == .saturday || day.weekday == .sunday
            return exceptions[day].map { $0 == .working } ?? !isWeekend
        }
        for day in year {
            let later = worked.filter { $0 > day }
            for count in [1, 2, 3, 7, 10, 15, 30] {
                let expected = later.dropFirst(count - 1).first
                #expect(
                    calendar.adding(workingDays: count, to: day)
                        == (expected.map { .success($0) } ?? .failure(CalendarNotPublished(year: 2027)))
                )
            }
            let onOrAfter = worked.first { $0 >= day }
            #expect(onOrAfter.map { calendar.nextWorkingDay(onOrAfter: day) == .success($0) } ?? false)
        }
    }

    @Test func `more working days never end earlier, and counting them back gives the same number`() throws {
        let start = try date("2026-01-01")
        var last = start
        for count in 1...248 {
            let end = try calendar.adding(workingDays: count, to: start).get()
            #expect(end > last)
            let counted = try #require(DateInterval(from: start, until: end.next))
            #expect(calendar.workingDays(in: counted) == .success(count))
            last = end
        }
    }

    @Test func `counting backwards is a mistake in the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = WorkingDayCalendar(publishedYears: [2026], exceptions: [:]).adding(workingDays: -1, to: .earliest)
        }
    }
}
