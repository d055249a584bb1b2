public import CivilTime
public import Vocabulary

/// What a city offers on one day: the facts, each as of that day.
public struct Availability: Hashable, Sendable {
    /// A channel on one day.
    public struct Offer: Hashable, Sendable {
        /// The channel, with all that does not change.
        public var channel: Channel
        /// Whether it is offered on that day.
        public var status: ChannelStatus
        /// Since when it has that status, where a source says.
        public var since: CivilDate?
        /// For whom on that day; nothing where nobody knows.
        public var applicants: [String]?
        /// With what one can pay on that day; nothing where nobody knows.
        public var methods: [String]?
        /// How far this program has gone with it.
        public var stage: RolloutStage
        /// The day its newest source speaks of.
        public var asOf: CivilDate?
        /// Whether that is longer ago than policy calls fresh.
        public var isStale: Bool
    }

    /// The day.
    public var day: CivilDate
    /// Whether a foreign national can pay at home.
    public var homePayment: ChannelStatus
    /// The channels, in the registry's order.
    public var offers: [Offer]
}

/// The word for foreign nationals among those a channel serves.
private let foreignNational = "foreign-national"

extension CityConfig {
    /// What the city offers on a day.
    public func availability(on day: CivilDate) -> Availability {
        let offers = channels.map { offer(of: $0, on: day) }
        return Availability(day: day, homePayment: Availability.homePayment(in: offers), offers: offers)
    }

    private func offer(of channel: Channel, on day: CivilDate) -> Availability.Offer {
        let asOf = asOf(channel.provenance)
        return Availability.Offer(
            channel: channel,
            status: channel.status.value(on: day) ?? .unknown,
            since: channel.status.changes.last { $0.date <= day }?.date,
            applicants: channel.applicants?.value(on: day) ?? nil,
            methods: channel.methods?.value(on: day) ?? nil,
            stage: rollout(of: channel.id)?.stage(on: day) ?? .none,
            asOf: asOf,
            isStale: isStale(channel.provenance, class: "channel", on: day)
        )
    }

    /// Whether foreign nationals can pay at home, as intervals from `asked-from` on.
    public var homePayment: Timeline<ChannelStatus> {
        let changes = channels.flatMap { $0.status.boundaries + ($0.applicants?.boundaries ?? []) }
        let days = Set(changes.filter { $0 > askedFrom }).sorted()
        var last = availability(on: askedFrom).homePayment
        let first = last
        var intervals: [Timeline<ChannelStatus>.Change] = []
        for day in days {
            let status = availability(on: day).homePayment
            guard status != last else { continue }
            intervals.append(Timeline.Change(date: day, value: status))
            last = status
        }
        return (try? Timeline(undated: first, changes: intervals)) ?? Timeline(first)
    }
}

extension Availability {
    /// The best any channel for foreign nationals that reaches their home has to say. A channel that may or may not serve
    /// them never makes the answer "no", and silence is unknown.
    fileprivate static func homePayment(in offers: [Offer]) -> ChannelStatus {
        let statuses = offers.filter { $0.channel.reach == .home }.compactMap { offer -> ChannelStatus? in
            guard let applicants = offer.applicants else { return offer.status == .offered ? .unknown : offer.status }
            return applicants.contains(foreignNational) ? offer.status : nil
        }
        for status in [ChannelStatus.offered, .unknown, .withdrawn] where statuses.contains(status) { return status }
        return statuses.isEmpty ? .unknown : .notOffered
    }

    /// Whether an offer is for foreign nationals; nothing where nobody knows.
    public static func servesForeignNationals(_ offer: Offer) -> Bool? {
        offer.applicants.map { $0.contains(foreignNational) }
    }
}
