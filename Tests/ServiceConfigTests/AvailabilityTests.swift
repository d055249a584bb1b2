import SeededRandomness
import CivilTime
import FictionalCities
import ServiceConfig
import Testing
import Vocabulary

struct AvailabilityTests {
    private let city = FictionalCity.full

    private func offer(_ channel: Int, on day: String) -> Availability.Offer {
        city.availability(on: FictionalCity.day(day)).offers[channel]
    }

    @Test func `before the first date a status is unknown`() {
        #expect(offer(1, on: "2030-05-31").status == .unknown)
        #expect(offer(1, on: "2030-05-31").since == nil)
        #expect(offer(1, on: "2030-06-01").status == .offered)
        #expect(offer(1, on: "2030-06-01").since == FictionalCity.day("2030-06-01"))
    }

    @Test(
        arguments: [
            ("2030-02-28", .notOffered, nil), ("2030-03-01", .offered, "2030-03-01"),
            ("2031-02-28", .offered, "2030-03-01"), ("2031-03-01", .withdrawn, "2031-03-01"),
            ("2040-01-01", .withdrawn, "2031-03-01"),
        ] as [(String, ChannelStatus, String?)]
    )
    func `a status holds from its date until the next`(day: String, status: ChannelStatus, since: String?) {
        #expect(offer(0, on: day).status == status)
        #expect(offer(0, on: day).since == since.map(FictionalCity.day))
    }

    @Test func `a status said again is as old as it was the first time`() {
        var city = city
        city.channels[0].status = FictionalCity.timeline([
            "": .unknown, "2030-02-01": .offered, "2030-04-01": .offered, "2030-06-01": .withdrawn,
            "2030-07-01": .offered,
        ])
        let days = ["2030-05-01": "2030-02-01", "2030-08-01": "2030-07-01"]
        for (day, since) in days {
            #expect(city.availability(on: FictionalCity.day(day)).offers[0].since == FictionalCity.day(since))
        }
    }

    @Test func `whom a channel serves and how one pays may be unknown at a time`() {
        #expect(offer(0, on: "2030-04-30").applicants == nil)
        #expect(offer(0, on: "2030-05-01").applicants == ["foreign-national", "islander"])
        #expect(offer(0, on: "2030-02-28").methods == nil)
        #expect(offer(0, on: "2030-03-01").methods == ["shells"])
        #expect(offer(0, on: "2030-09-01").methods == nil)
        #expect(offer(2, on: "2030-09-01").applicants == nil)
    }

    @Test func `a channel without a decision is at no stage`() {
        var city = city
        city.rollouts = []
        for offer in city.availability(on: FictionalCity.askedFrom).offers { #expect(offer.stage == .none) }
        #expect(offer(0, on: "2030-01-31").stage == .none)
        #expect(offer(0, on: "2030-05-01").stage == .pilot(percent: 5))
    }

    @Test func `home payment as intervals says every day what that day says`() throws {
        let intervals = city.homePayment
        var day = city.askedFrom
        for _ in 0..<2_000 {
            #expect(intervals.value(on: day) == city.availability(on: day).homePayment)
            day = try #require(day.next)
        }
        let expected: Timeline<ChannelStatus> = FictionalCity.timeline([
            "": .notOffered, "2030-03-01": .unknown, "2030-05-01": .offered, "2031-03-01": .withdrawn,
        ])
        #expect(intervals == expected)
    }

    @Test(arguments: 1...100)
    func `home payment as intervals agrees with every day of random timelines`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var city = FictionalCity.bare
        city.channels = (0..<Int.random(in: 0...4, using: &random)).map { _ in Channel.random(using: &random) }
        let intervals = city.homePayment
        for offset in 0..<60 {
            let day = try #require(city.askedFrom.adding(days: offset))
            let expected = naiveHomePayment(city, on: day)
            #expect(intervals.value(on: day) == expected)
            #expect(city.availability(on: day).homePayment == expected)
        }
        for (earlier, later) in zip(intervals.changes, intervals.changes.dropFirst()) {
            #expect(earlier.value != later.value)
        }
    }

    /// Said in other words than the config's own: by what must have been heard for an answer to be given.
    private func naiveHomePayment(_ city: CityConfig, on day: CivilDate) -> ChannelStatus {
        var heard: Set<ChannelStatus> = []
        for offer in city.availability(on: day).offers where offer.channel.reach == .home {
            switch (offer.applicants?.contains("foreign-national"), offer.status) {
            case (false?, _): break
            case (nil, .offered): heard.insert(.unknown)
            case (_, let status): heard.insert(status)
            }
        }
        if heard.contains(.offered) { return .offered }
        if heard.isEmpty || heard.contains(.unknown) { return .unknown }
        return heard == [.notOffered] ? .notOffered : .withdrawn
    }

    @Test func `silence never becomes a no`() {
        #expect(FictionalCity.bare.homePayment == Timeline(.unknown))
        var city = city
        city.channels = [city.channels[1], city.channels[2]]
        // A channel for others, and one at the bureau: neither says anything about paying at home.
        #expect(city.homePayment == Timeline(.unknown))
        for status in ChannelStatus.allCases where status != .notOffered {
            for applicants in [nil, ["foreign-national"], ["islander"], []] as [[String]?] {
                city.channels[0].status = Timeline(status)
                city.channels[0].applicants = Timeline(applicants)
                #expect(city.availability(on: city.askedFrom).homePayment != .notOffered)
            }
        }
    }

    @Test func `only a channel known to serve foreign nationals makes a yes`() {
        var city = city
        city.channels = [city.channels[0]]
        city.channels[0].status = Timeline(.offered)
        for (applicants, status) in [
            (nil, ChannelStatus.unknown), (["islander"], .unknown), (["islander", "foreign-national"], .offered),
        ] as [([String]?, ChannelStatus)] {
            city.channels[0].applicants = Timeline(applicants)
            #expect(city.availability(on: city.askedFrom).homePayment == status)
            let offer = city.availability(on: city.askedFrom).offers[0]
            #expect(Availability.servesForeignNationals(offer) == applicants.map { $0.contains("foreign-national") })
        }
    }
}

struct FreshnessTests {
    @Test(
        arguments: [
            ("2029", "2029-01-01"), ("2029-06", "2029-06-01"), ("2029-11-30", "2029-11-30"), (nil, "2029-12-01"),
        ] as [(String?, String)]
    )
    func `a source is as old as the first day it can have been published on`(published: String?, day: String) {
        var source = FictionalCity.full.sources[0]
        source.published = published
        #expect(source.asOf == FictionalCity.day(day))
    }

    @Test func `a fact is as old as its newest source, whoever says otherwise`() {
        let city = FictionalCity.full
        let both = Provenance(sources: ["nowhere:almanac", "nowhere:gazette"], against: ["mistport:board"])
        #expect(city.asOf(both) == FictionalCity.day("2029-06-01"))
        #expect(city.asOf(Provenance()) == nil)
    }

    @Test func `a fact is fresh through the last day that policy grants, and stale the day after`() {
        var city = FictionalCity.full
        let board = Provenance(sources: ["mistport:board"])
        city.freshness.days = ["fee": 62]
        #expect(!city.isStale(board, class: "fee", on: FictionalCity.day("2030-01-31")))
        #expect(city.isStale(board, class: "fee", on: FictionalCity.day("2030-02-01")))
        #expect(!city.isStale(board, class: "fee", on: FictionalCity.day("2029-01-01")))
        #expect(!city.isStale(board, class: "contact", on: .latest))
        #expect(!city.isStale(Provenance(), class: "fee", on: .latest))
    }

    @Test func `an offer is as fresh as what it rests on`() {
        let city = FictionalCity.full
        let last = city.availability(on: FictionalCity.day("2031-01-04")).offers[0]
        #expect(last.asOf == FictionalCity.day("2029-11-30"))
        #expect(!last.isStale)
        #expect(city.availability(on: FictionalCity.day("2031-01-05")).offers[0].isStale)
    }

    @Test(arguments: [
        ("mistport:board", "The notice board, Mistport Bureau"), ("nowhere:almanac", "The almanac"),
        ("nowhere:gazette", "The gazette"), ("mistport:rumour", "mistport:rumour"),
    ])
    func `a source is named by what it is called, else by its id`(id: String, label: String) {
        #expect(FictionalCity.full.source(id)?.label == label)
    }
}

extension Channel {
    /// A channel whose status and applicants change on random days of the next two months.
    fileprivate static func random(using random: inout SeededGenerator) -> Channel {
        var channel = FictionalCity.full.channels[0]
        channel.reach = ChannelReach.allCases.randomElement(using: &random) ?? .home
        channel.status = .random(of: ChannelStatus.allCases, using: &random)
        let groups: [[String]?] = [nil, ["foreign-national"], ["islander"], ["islander", "foreign-national"]]
        channel.applicants = Bool.random(using: &random) ? .random(of: groups, using: &random) : nil
        return channel
    }
}

extension Timeline {
    fileprivate static func random(of values: [Value], using random: inout SeededGenerator) -> Timeline {
        let offsets = Set(
            (0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: -5...50, using: &random) }
        )
        let changes = offsets.sorted().compactMap { offset -> Change? in
            guard let value = values.randomElement(using: &random) else { return nil }
            return FictionalCity.askedFrom.adding(days: offset).map { Change(date: $0, value: value) }
        }
        let undated = Bool.random(using: &random) ? values.randomElement(using: &random) : nil
        do {
            return try Timeline(undated: undated, changes: changes)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
