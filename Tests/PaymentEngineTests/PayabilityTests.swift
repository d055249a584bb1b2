import CivilTime
import FictionalCities
import PaymentEngine
import ServiceConfig
import Testing
import Vocabulary

/// What a channel is, and what can be said of it; written down before the code was looked at.
struct PayabilityTests {
    private static let stages: [RolloutStage] = [
        .none, .planned, .shadow, .pilot(percent: 20), .live, .paused, .retired,
    ]

    /// One channel for foreign nationals; what is said where it serves the service asked for, by stage and status.
    private static let expectations: [(RolloutStage.Kind, [ChannelStatus: Payability.Verdict])] = [
        (
            .none,
            [.offered: .notTakenHere, .notOffered: .notTakenHere, .withdrawn: .notTakenHere, .unknown: .notTakenHere]
        ),
        (
            .planned,
            [.offered: .notTakenHere, .notOffered: .notTakenHere, .withdrawn: .notTakenHere, .unknown: .notTakenHere]
        ),
        (
            .shadow,
            [.offered: .notTakenHere, .notOffered: .notTakenHere, .withdrawn: .notTakenHere, .unknown: .notTakenHere]
        ),
        (
            .pilot,
            [
                .offered: .lookUpBillInPilot, .notOffered: .notTakenHere, .withdrawn: .notTakenHere,
                .unknown: .notTakenHere,
            ]
        ),
        (
            .live,
            [.offered: .lookUpBill, .notOffered: .notTakenHere, .withdrawn: .notTakenHere, .unknown: .notTakenHere]
        ),
        (.paused, [.offered: .paused, .notOffered: .paused, .withdrawn: .paused, .unknown: .paused]),
        (
            .retired,
            [.offered: .notTakenHere, .notOffered: .notTakenHere, .withdrawn: .notTakenHere, .unknown: .notTakenHere]
        ),
    ]

    /// How the services of a channel can stand to the one that is asked about.
    private enum Fit: CaseIterable {
        case all, named, other, notAsked

        var services: [String] {
            switch self {
            case .all, .notAsked: []
            case .named: ["fog-visa", "moon-permit"]
            case .other: ["fog-visa"]
            }
        }

        var asked: String? { self == .notAsked ? nil : "moon-permit" }
    }

    private func city(_ channels: [Channel], _ stages: [RolloutStage]) -> CityConfig {
        var config = FictionalCity.bare
        config.channels = channels
        config.rollouts = zip(channels, stages).map { Rollout(channel: $0.id, stage: Timeline($1), rail: nil) }
        return config
    }

    private func channel(
        _ id: String,
        _ status: ChannelStatus = .offered,
        for applicants: [String]? = ["foreign-national"],
        services: [String] = [],
        reach: ChannelReach = .home
    ) -> Channel {
        var channel = FictionalCity.full.channels[0]
        channel.id = id
        channel.reach = reach
        channel.status = Timeline(status)
        channel.applicants = Timeline(applicants)
        channel.services = services
        return channel
    }

    private func payability(_ city: CityConfig, for service: String? = nil) throws -> Payability {
        try Engine(Cities([city])).payability(in: city.place.slug, for: service, on: city.askedFrom)
    }

    @Test func `every stage, status and service says what was written down`() throws {
        var count = 0
        for stage in Self.stages {
            let byStatus = try #require(Self.expectations.first { $0.0 == stage.kind }?.1)
            for status in ChannelStatus.allCases {
                for fit in Fit.allCases {
                    var expected = try #require(byStatus[status])
                    if fit == .other {
                        let takes = [.lookUpBill, .lookUpBillInPilot].contains(expected)
                        expected = takes ? .notForThisService : .notTakenHere
                    }
                    let city = city([channel("fog", status, services: fit.services)], [stage])
                    let found = try payability(city, for: fit.asked)
                    #expect(found.verdict == expected, "\(stage), \(status), \(fit)")
                    #expect((found.channel == nil) == (expected == .notTakenHere))
                    #expect(found.pilotPercent == (expected == .lookUpBillInPilot ? 20 : nil))
                    count += 1
                }
            }
        }
        #expect(count == 7 * 4 * 4)
    }

    @Test func `next steps always end with somebody to ask, and begin with the receipt where payments are taken`()
        throws
    {
        for stage in Self.stages {
            for status in ChannelStatus.allCases {
                for applicants in [nil, [], ["islander"], ["foreign-national"]] as [[String]?] {
                    for fit in Fit.allCases {
                        let channels = [channel("fog", status, for: applicants, services: fit.services)]
                        let found = try payability(city(channels, [stage]), for: fit.asked)
                        #expect(found.nextSteps.suffix(2) == [.goToBureau, .callHotline])
                        let takes = [.lookUpBill, .lookUpBillInPilot].contains(found.verdict)
                        #expect((found.nextSteps.first == .enterReceiptNumber) == takes)
                        let isForThem = status == .offered && applicants == ["foreign-national"] && fit != .other
                        #expect(found.nextSteps.contains(.useBureauChannel("fog")) == isForThem)
                    }
                }
            }
        }
    }

    @Test func `a channel for others only takes nobody's payment`() throws {
        for stage in Self.stages {
            let found = try payability(city([channel("fog", for: ["islander"])], [stage]))
            #expect(found.verdict == .notTakenHere)
        }
        // Where nobody knows, the bureau's bill has the last word.
        #expect(try payability(city([channel("fog", for: nil)], [.live])).verdict == .lookUpBill)
    }

    @Test func `a channel that takes everybody's payment comes before a pilot`() throws {
        let channels = [channel("a-pilot"), channel("b-live")]
        let found = try payability(city(channels, [.pilot(percent: 1), .live]))
        #expect(found.verdict == .lookUpBill)
        #expect(found.channel == "b-live")
    }

    @Test func `a pause of one channel does not hide another that takes payments`() throws {
        let channels = [channel("a-paused"), channel("b-pilot")]
        #expect(try payability(city(channels, [.paused, .pilot(percent: 1)])).channel == "b-pilot")
    }

    @Test func `a pause is told before what is taken for other services`() throws {
        let channels = [channel("a-other", services: ["fog-visa"]), channel("b-paused")]
        let found = try payability(city(channels, [.live, .paused]), for: "moon-permit")
        #expect(found.verdict == .paused)
        #expect(found.channel == "b-paused")
    }

    @Test(arguments: ChannelReach.allCases)
    func `the bureau's own channel is named only where it reaches the applicant's home`(reach: ChannelReach) throws {
        let found = try payability(city([channel("fog", reach: reach)], [.none]))
        let steps: [Payability.NextStep] = [.goToBureau, .callHotline]
        #expect(found.nextSteps == (reach == .home ? [.useBureauChannel("fog")] : []) + steps)
    }

    @Test func `the stage of the day decides`() throws {
        let verdicts = try ["2030-04-30", "2030-05-01", "2030-07-31", "2030-08-01", "2030-10-01", "2030-11-01"].map {
            try Engine(Cities([FictionalCity.full])).payability(in: "mistport", on: FictionalCity.day($0)).verdict
        }
        #expect(
            verdicts == [.notTakenHere, .lookUpBillInPilot, .lookUpBillInPilot, .lookUpBill, .paused, .notTakenHere]
        )
    }
}
