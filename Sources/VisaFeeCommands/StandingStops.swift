import Bundles
import CanonicalJSON
import CivilTime
import FoundationEssentials
import ServiceConfig
import Vocabulary

/// The orders to stop that no release has ended, for whoever changes or looks at what they close.
struct StandingStops {
    /// The orders.
    let active: [Signed<Stop>]

    /// Reads the kill switch; orders that engines do not accept stop nothing, as far as keys are known.
    ///
    /// `remembered` is the file in which an engine keeps what it accepted: it may know orders that the kill switch lost.
    init(
        _ killSwitch: KillSwitchOptions,
        _ options: ReleaseOptions,
        remembered: String? = nil,
        reopened: [Digest],
        at now: Instant
    ) throws {
        var orders = try killSwitch.killSwitch()
        if let remembered {
            let kept = try RememberedReleases(loading: OperatorFiles.bytes(at: remembered))
            orders = orders.merged(with: kept.killSwitch)
        }
        let rings = FileManager.default.fileExists(atPath: options.keys) ? try options.knownRings(at: now).rings : nil
        active = (rings.map { orders.verified(by: $0).good } ?? orders).active(reopened: reopened)
    }

    /// Writes what a publication opens again, and what stays stopped whatever it says.
    func write(reopening: [Signed<Stop>], in content: PlacedContent, on day: CivilDate, _ language: Language) throws {
        let over = Set(reopening.map(\.id))
        let standing = active.filter { !over.contains($0.id) }
        let lines =
            reopening.map { Self.opened($0.body, standing.map(\.body), content, on: day) }
            + standing.map { Self.stands($0.body) }
        guard !lines.isEmpty else { return }
        try Terminal.write(lines.map { $0.text(in: language) }.joined(separator: "\n"))
    }

    /// What stays stopped in a city.
    func lines(of city: String, in language: Language) -> [String] {
        active.filter { $0.body.city == city }.map { Self.stands($0.body).text(in: language) }
    }

    /// The same for a program.
    func json(of city: String) -> [JSONValue] {
        active.filter { $0.body.city == city }.map { order in
            [
                "id": .string(order.id.description), "place": .string(order.body.place),
                "reason": .string(order.body.reason), "since": .string(order.body.since.description),
            ]
        }
    }

    private static func stands(_ stop: Stop) -> LocalizedText {
        let (place, reason) = (Echo.safe(stop.place), Echo.safe(stop.reason))
        return LocalizedText(
            "[stopped] Whatever its stage says, \(place) takes no new payments: stopped since \(stop.since), \(reason); to "
                + "open it again: visafee release publish --reopen \(place)",
            "[stopped] 无论处于哪一阶段，\(place)均不接受新的缴费：自\(stop.since)起停用，原因：\(reason)；"
                + "恢复请运行：visafee release publish --reopen \(place)"
        )
    }

    private static func opened(
        _ stop: Stop,
        _ standing: [Stop],
        _ content: PlacedContent,
        on day: CivilDate
    ) -> LocalizedText {
        let (place, reason) = (Echo.safe(stop.place), Echo.safe(stop.reason))
        let bytes = content.files?[LoadedContent.path(of: stop.city)]
        let rollouts = bytes.flatMap { try? CityConfig(loading: $0) }?.rollouts ?? []
        let opens = rollouts.contains { rollout in
            stop.closes(rollout.channel, of: stop.city) && rollout.stage(on: day).kind.takesMoney
                && !standing.contains { $0.closes(rollout.channel, of: stop.city) }
        }
        return opens
            ? LocalizedText(
                "[payments-opened] People can pay again in \(place) (stopped since \(stop.since), \(reason))",
                "[payments-opened] \(place)恢复缴费（自\(stop.since)起停用，原因：\(reason)）"
            )
            : LocalizedText(
                "The stop of \(place) is lifted, and today nobody can pay there all the same (stopped since \(stop.since), "
                    + "\(reason))",
                "\(place)的停用已解除，但今天仍不能缴费（自\(stop.since)起停用，原因：\(reason)）"
            )
    }
}
