import CivilTime
public import ServiceConfig
import Vocabulary

extension CityConfig {
    /// The config as the engine sees it while these orders hold: channels they close take no new payments on any day.
    public func closed(by stops: some Collection<Stop>) -> CityConfig {
        closing { channel in stops.contains { $0.closes(channel, of: place.slug) } }
    }

    /// The config without any new payments.
    public func closed() -> CityConfig {
        closing { _ in true }
    }

    private func closing(_ isClosed: (String) -> Bool) -> CityConfig {
        var config = self
        config.rollouts = rollouts.map { isClosed($0.channel) ? $0.closed : $0 }
        return config
    }
}

extension Rollout {
    /// The rollout with every stage that takes money paused: payments begun are finished, and none is begun.
    public var closed: Rollout {
        var rollout = self
        rollout.stage = stage.map { $0.kind.takesMoney ? .paused : $0 }
        return rollout
    }
}
