import SeededRandomness
import CivilTime
import Testing

struct CivilDateTests {
    @Test func `every day from 1900 to 2199 follows the day before it`() throws {
        // Counts the way a wall calendar does, with nothing of the arithmetic under test.
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var dayNumber = Int(CivilDate.earliest.dayNumber)
        var weekday = 1  // 1900-01-01 was a Monday.
        for year in 1900...2199 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            for month in 1...12 {
                let length = month == 2 && isLeap ? 29 : lengths[month - 1]
                try #require(CivilDate.lastDay(ofMonth: month, year: year) == length)
                for day in 1...length {
                    let date = try #require(CivilDate(year: year, month: month, day: day))
                    // One comparison a day: 110,000 separate expectations would take longer than all other tests.
                    let agrees =
                        Int(date.dayNumber) == dayNumber && date.weekday.rawValue == weekday
                        && date.components == (year, month, day) && CivilDate(dayNumber: dayNumber) == date
                    if !agrees { Issue.record("\(year)-\(month)-\(day) became \(date), a \(date.weekday)") }
                    dayNumber += 1
                    weekday = weekday % 7 + 1
                }
                try #require(CivilDate(year: year, month: month, day: length + 1) == nil)
            }
        }
        #expect(dayNumber - 1 == Int(CivilDate.latest.dayNumber))
    }

    @Test func `every date reads back as it is written`() {
        let days = Int(CivilDate.earliest.dayNumber)...Int(CivilDate.latest.dayNumber)
        let lost = days.compactMap(CivilDate.init(dayNumber:)).filter { CivilDate($0.description) != $0 }
        #expect(lost == [])
    }

    @Test func `written dates sort like the dates`() throws {
        let days = stride(from: CivilDate.earliest.dayNumber, to: CivilDate.latest.dayNumber, by: 37)
        let texts = days.compactMap { CivilDate(dayNumber: Int($0))?.description }
        #expect(texts == texts.sorted())
        #expect(try #require(texts.first) == "1900-01-01")
    }

    @Test func `the day number counts from the first of January 1970`() throws {
        #expect(try #require(CivilDate("1970-01-01")).dayNumber == 0)
        #expect(try #require(CivilDate("1969-12-31")).dayNumber == -1)
        #expect(try #require(CivilDate("2000-03-01")).dayNumber == 11_017)
    }

    @Test func `there is nothing before the earliest and after the latest date`() {
        #expect(CivilDate.earliest.description == "1900-01-01")
        #expect(CivilDate.latest.description == "2199-12-31")
        #expect(CivilDate.earliest.previous == nil)
        #expect(CivilDate.latest.next == nil)
        #expect(CivilDate.latest.adding(days: .max) == nil)
        #expect(CivilDate.earliest.adding(days: .min) == nil)
        #expect(CivilDate(dayNumber: .max) == nil)
        #expect(CivilDate(dayNumber: .min) == nil)
    }

    @Test func `adding the days between two dates leads from one to the other`() throws {
        var generator = SeededGenerator(seed: 1)
        let days = Int(CivilDate.earliest.dayNumber)...Int(CivilDate.latest.dayNumber)
        for _ in 0..<2000 {
            let one = try #require(CivilDate(dayNumber: .random(in: days, using: &generator)))
            let other = try #require(CivilDate(dayNumber: .random(in: days, using: &generator)))
            #expect(one.adding(days: one.days(to: other)) == other)
            #expect((one < other) == (one.days(to: other) > 0))
        }
    }

    @Test func `a new day begins in Shanghai at four in the afternoon of the day before in UTC`() throws {
        let midnight: Int64 = 1_767_196_800  // 2025-12-31 16:00 UTC
        #expect(CivilDate.inShanghai(unixSeconds: midnight)?.description == "2026-01-01")
        #expect(CivilDate.inShanghai(unixSeconds: midnight - 1)?.description == "2025-12-31")
        #expect(CivilDate.inShanghai(unixSeconds: midnight + 86_399)?.description == "2026-01-01")
        #expect(CivilDate.inShanghai(unixSeconds: midnight + 86_400)?.description == "2026-01-02")
    }

    @Test func `moments before 1970 and beyond all years have their date or none`() {
        #expect(CivilDate.inShanghai(unixSeconds: -28_800)?.description == "1970-01-01")
        #expect(CivilDate.inShanghai(unixSeconds: -28_801)?.description == "1969-12-31")
        #expect(CivilDate.inShanghai(unixSeconds: .max) == nil)
        #expect(CivilDate.inShanghai(unixSeconds: .min) == nil)
    }
}
