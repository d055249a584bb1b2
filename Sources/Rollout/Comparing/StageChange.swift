public import CivilTime
import ServiceConfig
public import Vocabulary

/// A change of who may pay through this program, on one channel of a city.
public struct StageChange: Hashable, Sendable {
    /// The city's slug.
    public var city: String
    /// The channel.
    public var channel: String
    /// The first day.
    public var from: CivilDate
    /// The day after the last; nothing where it is for good.
    public var until: CivilDate?
    /// The stage it would have had.
    public var before: RolloutStage
    /// The stage it will have.
    public var after: RolloutStage
    /// The share of applicants who could have paid, in percent: what the stage says, if the bureau offers the channel to
    /// foreign nationals.
    public var percentBefore: Int
    /// The share of applicants who can pay, in percent.
    public var percentAfter: Int

    /// What kind of change it is.
    public var kind: ChangeKind {
        switch (percentBefore, percentAfter) {
        case (let old, let new) where old == new: .stageChanged
        case (0, _): .paymentsOpened
        case (_, 0): .paymentsPaused
        case (let old, let new): new > old ? .shareRaised : .shareLowered
        }
    }

    /// Whether it lets anybody pay who could not before.
    public var raisesExposure: Bool { percentAfter > percentBefore }

    /// The changes between two configs of a city; nothing stands for a city without one.
    static func changes(in city: String, from old: CityConfig?, to new: CityConfig?) -> [StageChange] {
        let channels = (new?.rollouts ?? []).map(\.channel) + (old?.rollouts ?? []).map(\.channel)
        var seen: Set<String> = []
        return channels.filter { seen.insert($0).inserted }.flatMap { channel in
            let (before, after) = (Course(channel, in: old), Course(channel, in: new))
            guard before != after else { return [StageChange]() }
            let first = [old?.askedFrom, new?.askedFrom].compactMap { $0 }.min() ?? .earliest
            let days = Set([first] + (before.days + after.days).filter { $0 > first }).sorted()
            var changes: [StageChange] = []
            var isOpen = false
            for day in days {
                let change = StageChange(
                    city: city,
                    channel: channel,
                    from: day,
                    until: nil,
                    before: before.stage(on: day),
                    after: after.stage(on: day),
                    percentBefore: before.percent(on: day),
                    percentAfter: after.percent(on: day)
                )
                if let last = changes.last, isOpen {
                    if last.agrees(with: change) { continue }
                    changes[changes.count - 1].until = day
                    isOpen = false
                }
                if change.before != change.after || change.percentBefore != change.percentAfter {
                    changes.append(change)
                    isOpen = true
                }
            }
            return changes
        }
    }

    private func agrees(with other: StageChange) -> Bool {
        before == other.before && after == other.after && percentBefore == other.percentBefore
            && percentAfter == other.percentAfter
    }
}

/// How far a channel has gone, day by day.
private struct Course: Equatable {
    private let rollout: Rollout?
    private let channel: Channel?

    init(_ channel: String, in config: CityConfig?) {
        self.rollout = config?.rollout(of: channel)
        self.channel = config?.channels.first { $0.id == channel }
    }

    static func == (left: Course, right: Course) -> Bool {
        left.rollout?.stage == right.rollout?.stage && left.channel?.status == right.channel?.status
            && left.channel?.applicants == right.channel?.applicants
    }

    var days: [CivilDate] {
        (rollout?.stage.boundaries ?? []) + (channel?.status.boundaries ?? []) + (channel?.applicants?.boundaries ?? [])
    }

    func stage(on day: CivilDate) -> RolloutStage {
        rollout?.stage(on: day) ?? .none
    }

    /// The same condition as the engine's: it was decided, the bureau offers it, and nobody says it is for others only.
    func percent(on day: CivilDate) -> Int {
        guard let channel, channel.status.value(on: day) == .offered else { return 0 }
        if let applicants = channel.applicants?.value(on: day) ?? nil, !applicants.contains("foreign-national") {
            return 0
        }
        return switch stage(on: day) {
        case .pilot(let percent): percent
        case .live: 100
        case .none, .planned, .shadow, .paused, .retired: 0
        }
    }
}
