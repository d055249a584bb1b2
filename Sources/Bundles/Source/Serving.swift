import CivilTime
import ServiceConfig
import Vocabulary

/// What is served at one moment: a release, with what is closed in it worked out once.
struct Serving: Sendable {
    let release: VerifiedRelease
    /// The orders in force.
    let stops: [Stop]
    /// Whether the release has run out, and nothing new is taken.
    let isExpired: Bool
    /// The configs in which something is closed.
    private let closed: [String: CityConfig]

    init(_ release: VerifiedRelease, _ killSwitch: KillSwitch, at now: Instant) {
        let stops = killSwitch.active(reopened: release.release.reopens).map(\.body)
        let isExpired = now >= release.release.expires
        var closed: [String: CityConfig] = [:]
        let places = isExpired ? release.content.index().entries.map(\.place.slug) : stops.map(\.city)
        for slug in Set(places) {
            guard let config = release.content.config(of: slug) else { continue }
            closed[slug] = isExpired ? config.closed() : config.closed(by: stops)
        }
        self.release = release
        self.stops = stops
        self.isExpired = isExpired
        self.closed = closed
    }

    func config(of slug: String) -> CityConfig? {
        closed[slug] ?? release.content.config(of: slug)
    }

    /// Whether the same would be worked out again.
    func isUpToDate(with killSwitch: KillSwitch, at now: Instant) -> Bool {
        isExpired == (now >= release.release.expires)
            && stops == killSwitch.active(reopened: release.release.reopens).map(\.body)
    }
}
