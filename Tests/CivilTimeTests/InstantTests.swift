import CivilTime
import SeededRandomness
import Testing

struct InstantTests {
    @Test func `a moment is written as a clock in China shows it`() throws {
        #expect(try #require(Instant(unixSeconds: 0)).description == "1970-01-01T08:00:00+08:00")
        #expect(try #require(Instant(unixSeconds: 1_795_655_387)).description == "2026-11-26T09:09:47+08:00")
        let date = try #require(CivilDate("2026-11-26"))
        #expect(Instant(date, hour: 9, minute: 9, second: 47) == Instant(unixSeconds: 1_795_655_387))
    }

    @Test func `every moment reads back as it is written, and lies in its day`() throws {
        var generator = SeededGenerator(seed: 11)
        let first = try #require(Instant(.earliest)).unixSeconds
        let last = try #require(Instant(.latest, hour: 23, minute: 59, second: 59)).unixSeconds
        for _ in 0..<5_000 {
            let moment = try #require(Instant(unixSeconds: .random(in: first...last, using: &generator)))
            #expect(Instant(moment.description) == moment)
            let midnight = try #require(Instant(moment.date))
            #expect(midnight.seconds(to: moment) == Int64(moment.secondOfDay))
            #expect((0..<86_400).contains(moment.secondOfDay))
        }
        #expect(Instant(unixSeconds: first - 1) == nil)
        #expect(Instant(unixSeconds: last + 1) == nil)
    }

    @Test(arguments: [
        "2026-11-26", "2026-11-26T09:49:47Z", "2026-11-26T09:49:47+09:00", "2026-11-26 09:49:47+08:00",
        "2026-02-30T00:00:00+08:00", "2026-11-26T24:00:00+08:00", "2026-11-26T09:60:00+08:00",
        "2026-11-26T09:49:60+08:00", "2026-11-26T9:49:47+08:00", "2026-11-26T+9:49:47+08:00", "",
    ])
    func `what is not written like that is no moment`(text: String) {
        #expect(Instant(text) == nil)
    }
}
