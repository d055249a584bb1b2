import CivilTime
import Testing

struct CivilPeriodTests {
    @Test(arguments: [("1d", 1), ("90d", 90), ("090d", 90), ("12w", 84), ("3650d", 3650)])
    func `days and weeks are counted`(text: String, days: Int) throws {
        let start = try #require(CivilDate("2026-11-27"))
        #expect(try CivilPeriod.parse(text).get() == .days(days))
        #expect(try CivilPeriod.parse(text).get().end(from: start) == start.adding(days: days))
    }

    @Test(arguments: [
        ("2026-11-30", "3m", "2027-02-28"), ("2027-11-30", "3m", "2028-02-29"), ("2026-01-31", "1m", "2026-02-28"),
        ("2026-12-15", "1m", "2027-01-15"), ("2026-11-27", "120m", "2036-11-27"), ("2199-12-01", "2m", "2199-12-31"),
    ])
    func `months end on the same day, or on the last there is`(start: String, text: String, end: String) throws {
        let period = try CivilPeriod.parse(text).get()
        #expect(period.end(from: try #require(CivilDate(start))).description == end)
    }

    @Test(arguments: [
        ("", CivilPeriodRefusal.noNumber), ("d", .noNumber), ("-5d", .noNumber), ("９0d", .noNumber),
        ("90", .noUnit(number: "90")), ("90y", .unknownUnit), ("90 d", .unknownUnit), ("1w2d", .unknownUnit),
        ("90D", .unknownUnit), ("0d", .nothing), ("0w", .nothing), ("00m", .nothing), ("3651d", .tooLong),
        ("522w", .tooLong), ("121m", .tooLong), ("99999999999999999999d", .tooLong),
    ])
    func `what is no period is refused with what to write`(text: String, refusal: CivilPeriodRefusal) {
        #expect(CivilPeriod.parse(text) == .failure(refusal))
        #expect(refusal.description.contains(/write|the unit is/))
    }
}
