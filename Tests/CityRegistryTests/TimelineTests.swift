import CityRegistry
import CivilTime
import Testing
import Vocabulary

struct TimelineTests {
    private func status(_ written: String) throws -> Timeline<Located<ChannelStatus>> {
        let city = try ExampleFile.city(
            "channels: {cash: {kind: counter-cash, status: \(written), source: notice, confidence: high}}\nrollout: {}"
        )
        return try #require(city.channels.first).status
    }

    private func day(_ text: String) throws -> CivilDate {
        try #require(CivilDate(text))
    }

    @Test func `a bare value holds always`() throws {
        let status = try status("offered")
        #expect(try status.value(on: day("1999-01-01"))?.value == .offered)
        #expect(status.boundaries.isEmpty)
    }

    @Test func `an undated value holds until the first date`() throws {
        let status = try status("{undated: offered, 2027-01-01: withdrawn}")
        #expect(try status.value(on: day("2026-12-31"))?.value == .offered)
        #expect(try status.value(on: day("2027-01-01"))?.value == .withdrawn)
    }

    @Test func `without an undated value nothing is known before the first date`() throws {
        let status = try status("{2027-01-01: offered}")
        #expect(try status.value(on: day("2026-12-31")) == nil)
        #expect(try status.value(on: day("2027-01-01"))?.value == .offered)
    }

    @Test func `a list may change with time, and a single item may stand alone`() throws {
        let schedule = try ExampleFile.schedule(
            """
            nationality-groups:
              special:
                name: {en: special, zh: 特殊}
                members: {codes: {undated: USA, 2027-01-01: [USA, FRA], 2028-01-01: []}, source: notice, confidence: low}
            """
        )
        guard case .records(let records) = schedule.groups[0].members else {
            Issue.record("no members")
            return
        }
        let codes = try ["2026-06-01", "2027-06-01", "2028-06-01"].map { text in
            try records[0].codes.value(on: day(text))?.map(\.value.description)
        }
        #expect(codes == [["USA"], ["USA", "FRA"], []])
    }

    @Test func `a pilot is no timeline, and stands in one`() throws {
        let city = try ExampleFile.city(
            "rollout: {official-account: {stage: {2026-12-01: shadow, 2026-12-08: {pilot: 5%}}, rail: unknown}}"
        )
        let stage = try #require(city.rollouts.first).stage
        #expect(stage.changes.map(\.value.value) == [.shadow, .pilot(percent: 5)])
        let now = try ExampleFile.city("rollout: {official-account: {stage: {pilot: 5%}}}")
        #expect(now.rollouts.first?.stage.undated?.value == .pilot(percent: 5))
    }
}
