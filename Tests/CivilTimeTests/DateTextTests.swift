import CivilTime
import Testing

struct DateTextTests {
    @Test(
        arguments: [
            "", "2026", "2026-01", "2026-1-01", "2026-01-1", "26-01-01", "02026-01-01", "2026-01-011", "2026/01/01",
            "2026-01-01 ", " 2026-01-01", "2026-01-01T00:00", "20260101", "+026-01-01", "-026-01-01", "2026-0a-01",
            "２０２６-01-01", "2026‑01‑01", "2026年1月1日", "2026-01-0\u{0}", "today",
        ]
    )
    func `only four, two and two ASCII digits with hyphens are a date`(text: String) {
        #expect(CivilDate.parse(text) == .failure(.notADate))
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: ["0000-00-00", "0001-01-01", "1899-12-31", "2200-01-01", "2999-12-31", "3000-01-01", "9999-12-31"])
    func `dates that stand for never or for ever are refused by their year`(text: String) throws {
        let year = try #require(Int(text.prefix(4)))
        #expect(CivilDate.parse(text) == .failure(.yearOutOfRange(year)))
        #expect(DateRefusal.yearOutOfRange(year).description == "the year \(year) is not one of 1900 to 2199")
    }

    @Test func `a month is 01 to 12`() {
        #expect(CivilDate.parse("2026-00-10") == .failure(.noSuchMonth(0)))
        #expect(CivilDate.parse("2026-13-10") == .failure(.noSuchMonth(13)))
        #expect(DateRefusal.noSuchMonth(13).description == "there is no month 13; months are 01 to 12")
    }

    @Test(
        arguments: [
            ("2026-02-30", "February 2026 has 28 days"),
            ("2026-02-29", "February 2026 has 28 days"),
            ("2024-02-30", "February 2024 has 29 days"),
            ("2100-02-29", "February 2100 has 28 days"),
            ("2026-04-31", "April 2026 has 30 days"),
            ("2026-12-32", "December 2026 has 31 days"),
            ("2026-12-00", "December 2026 has 31 days"),
        ]
    )
    func `a day the month does not have is refused with the length of the month`(text: String, message: String) {
        let refusal = #expect(throws: DateRefusal.self) { try CivilDate.parse(text).get() }
        #expect(refusal?.description == message)
    }

    @Test func `the shape of a date is shown to who wrote something else`() {
        #expect(DateRefusal.notADate.description == "a date is written YYYY-MM-DD, such as 2026-01-31")
    }

    @Test func `a date reads the same from any kind of text`() {
        let expected = CivilDate(year: 2026, month: 2, day: 28)
        let line = "from 2026-02-28 on"
        #expect(CivilDate(line.dropFirst(5).prefix(10)) == expected)
        #expect(CivilDate(utf8: Array("2026-02-28".utf8)) == expected)
        #expect(CivilDate(utf8: "2026-02-28".utf8.lazy.map { $0 }) == expected)
        #expect(CivilDate(utf8: repeatElement(UInt8(ascii: "2"), count: 1_000_000)) == nil)
        #expect(expected != nil)
    }
}
