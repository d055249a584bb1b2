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

extension CityConfig {
    /// What the city offers on a day.
    public func availability(on day: CivilDate) -> Availability {
        Availability(day: day, homePayment: homePayment(on: day), offers: channels.map { offer(of: $0, on: day) })
    }

    private func offer(of channel: Channel, on day: CivilDate) -> Availability.Offer {
        Availability.Offer(
            channel: channel,
            status: channel.status(on: day),
            since: channel.status.beginning(of: day),
            applicants: channel.applicants(on: day),
            methods: channel.methods?.value(on: day) ?? nil,
            stage: rollout(of: channel.id)?.stage(on: day) ?? .none,
            asOf: asOf(channel.provenance),
            isStale: isStale(channel.provenance, class: "channel", on: day)
        )
    }

    /// Whether foreign nationals can pay at home, as intervals from `asked-from` on.
    public var homePayment: Timeline<ChannelStatus> {
        let changes = channels.flatMap { $0.status.boundaries + ($0.applicants?.boundaries ?? []) }
        let first = homePayment(on: askedFrom)
        var last = first
        var intervals: [Timeline<ChannelStatus>.Change] = []
        for day in Set(changes.filter { $0 > askedFrom }).sorted() {
            let status = homePayment(on: day)
            guard status != last else { continue }
            intervals.append(Timeline.Change(date: day, value: status))
            last = status
        }
        return (try? Timeline(undated: first, changes: intervals)) ?? Timeline(first)
    }

    /// The best any channel for foreign nationals that reaches their home has to say.
    ///
    /// A channel that may or may not serve them never makes the answer "no", and silence is unknown.
    private func homePayment(on day: CivilDate) -> ChannelStatus {
        let statuses = channels.filter { $0.reach == .home }.compactMap { $0.statusForForeignNationals(on: day) }
        for status in [ChannelStatus.offered, .unknown, .withdrawn] where statuses.contains(status) { return status }
        return statuses.isEmpty ? .unknown : .notOffered
    }
}

/// The word for foreign nationals among those a channel serves.
private let foreignNational = "foreign-national"

extension Channel {
    fileprivate func status(on day: CivilDate) -> ChannelStatus {
        status.value(on: day) ?? .unknown
    }

    fileprivate func applicants(on day: CivilDate) -> [String]? {
        applicants?.value(on: day) ?? nil
    }

    /// What the channel is to foreign nationals; nothing where it is for others only.
    fileprivate func statusForForeignNationals(on day: CivilDate) -> ChannelStatus? {
        let status = status(on: day)
        guard let applicants = applicants(on: day) else { return status == .offered ? .unknown : status }
        return applicants.contains(foreignNational) ? status : nil
    }
}

extension Timeline where Value: Equatable {
    /// Since when the value of a day has held without a break; nothing where no date is given for that.
    fileprivate func beginning(of day: CivilDate) -> CivilDate? {
        var current = (value: undated, since: CivilDate?.none)
        for change in changes where change.date <= day && change.value != current.value {
            current = (change.value, change.date)
        }
        return current.since
    }
}

extension Availability {
    /// Whether an offer is for foreign nationals; nothing where nobody knows.
    public static func servesForeignNationals(_ offer: Offer) -> Bool? {
        offer.applicants.map { $0.contains(foreignNational) }
    }
}
