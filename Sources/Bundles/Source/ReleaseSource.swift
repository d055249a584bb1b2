public import CivilTime
public import ServiceConfig
import Synchronization
import Vocabulary

/// Configs from the newest good release of a store, under the kill switch.
///
/// Whoever runs it calls ``poll(at:)`` now and then. Each poll
/// 1. reads the kill switch, which holds before anything else and does not need the store;
/// 2. walks to the newest key ring;
/// 3. looks which release is in use, and verifies and loads it, all or nothing, if it is another one;
/// 4. puts the result in place in one step. Whatever goes wrong, the last good release stays, and an alert says so.
///
/// Releases that payments were begun under are kept while they are pinned.
public final class ReleaseSource: ConfigurationSource {
    private struct State {
        var serving: Serving
        var rings: [KeyRing]
        var killSwitch: KillSwitch
        var killSwitchBytes: [UInt8]?
        var killSwitchAlerts: [ReleaseAlert]
        var refused: (number: Int, refusal: ReleaseRefusal, at: Instant)?
        var remembered: RememberedReleases
        var pins: [Int: Pin]
        var alerts: [ReleaseAlert]
    }

    private struct Pin {
        let release: VerifiedRelease
        var count: Int
    }

    /// How long a refused release is left alone before it is tried again, in seconds.
    public static let secondsBetweenTries: Int64 = 5
    /// How long before its end a release is spoken of, in seconds.
    public static let secondsOfNotice: Int64 = 86_400

    private let store: any ReleaseStore
    private let killSwitchFile: KillSwitchFile?
    private let memory: any ReleaseMemory
    private let contract: Int
    private let state: Mutex<State>
    // One poll at a time; whoever asks for a config never waits for one.
    private let polling = Mutex(())

    /// Starts with the release in use.
    ///
    /// `anchor` is a key ring from a place that is trusted: the service's settings.
    /// - Throws: ``ReleaseRefusal`` or ``StoreFault`` where there is no release to start with.
    public init(
        _ store: any ReleaseStore,
        killSwitch: KillSwitchFile?,
        trusting anchor: KeyRing,
        memory: any ReleaseMemory,
        at now: Instant,
        contract: Int = Release.engineContract
    ) throws {
        self.store = store
        self.killSwitchFile = killSwitch
        self.memory = memory
        self.contract = contract
        let remembered = try memory.recall() ?? RememberedReleases()
        let (rings, keysAlert) = Self.rings(after: [anchor], in: store, at: now)
        guard let number = try store.current() else {
            throw StoreFault(.missing, "no release is in use: publish one first (visafee release publish)")
        }
        let release = try VerifiedRelease(
            files: store.files(of: number),
            trusting: rings[rings.count - 1],
            at: now,
            after: remembered.horizon,
            contract: contract
        )
        self.state = Mutex(
            State(
                serving: Serving(release, remembered.killSwitch, at: now),
                rings: rings,
                killSwitch: remembered.killSwitch,
                killSwitchBytes: nil,
                killSwitchAlerts: [],
                refused: nil,
                remembered: remembered,
                pins: [:],
                alerts: keysAlert.map { [$0] } ?? []
            )
        )
        poll(at: now)
    }

    // MARK: Answering

    /// The config of a city in the release served, with what is stopped paused.
    public func config(of slug: String) -> CityConfig? {
        state.withLock { $0.serving }.config(of: slug)
    }

    /// Every division.
    public func index() -> DivisionIndex {
        state.withLock { $0.serving }.release.content.index()
    }

    /// What the release served says of itself.
    public var release: Release { state.withLock { $0.serving }.release.release }

    /// The orders to stop that hold now.
    public var stops: [Stop] { state.withLock { $0.serving }.stops }

    /// What a person must look at, as of the last poll.
    public var alerts: [ReleaseAlert] { state.withLock { $0.alerts } }

    // MARK: Pinning

    /// Keeps the release served for a payment that begins now; answers its number, to be given to ``unpin(_:)`` at the end.
    public func pin() -> Int {
        state.withLock { state in
            let release = state.serving.release
            let number = release.release.number
            state.pins[number, default: Pin(release: release, count: 0)].count += 1
            return number
        }
    }

    /// Keeps an earlier release, for a payment that was begun before a restart.
    ///
    /// - Throws: ``StoreFault`` where the store does not have it any more, ``ReleaseRefusal`` where it is not what was
    ///   published.
    public func pin(_ number: Int) throws {
        let rings = state.withLock { state -> [KeyRing]? in
            if state.pins[number] != nil {
                state.pins[number]?.count += 1
                return nil
            }
            guard state.serving.release.release.number == number else { return state.rings }
            state.pins[number] = Pin(release: state.serving.release, count: 1)
            return nil
        }
        guard let rings else { return }
        let files = try store.files(of: number)
        let release = try VerifiedRelease(kept: files, trusting: rings)
        guard release.release.number == number else {
            throw ReleaseRefusal(.contentDiffers, "release \(number) calls itself \(release.release.number)")
        }
        state.withLock { $0.pins[number, default: Pin(release: release, count: 0)].count += 1 }
    }

    /// Lets go of a release once a payment has ended; one that nobody holds is forgotten.
    public func unpin(_ number: Int) {
        state.withLock { state in
            guard let pin = state.pins[number] else { return }
            state.pins[number]?.count = pin.count - 1
            if pin.count <= 1 { state.pins[number] = nil }
        }
    }

    /// The config of a city in a release that is pinned or served; nothing where it is neither.
    ///
    /// Stops do not change it: a payment that was begun is finished.
    public func config(of slug: String, in number: Int) -> CityConfig? {
        state.withLock { state in
            let served = state.serving.release
            let release = served.release.number == number ? served : state.pins[number]?.release
            return release?.content.config(of: slug)
        }
    }

    /// The numbers of the releases kept in memory, ascending.
    public var releasesHeld: [Int] {
        state.withLock { Set($0.pins.keys).union([$0.serving.release.release.number]).sorted() }
    }

    // MARK: Polling

    /// Looks whether anything has changed.
    ///
    /// - Returns: what a person must look at now.
    @discardableResult
    public func poll(at now: Instant) -> [ReleaseAlert] {
        polling.withLock { _ in
            var alerts: [ReleaseAlert] = []
            var next = state.withLock { $0 }
            readKillSwitch(&next)
            // What is stopped is stopped before anything else is looked at.
            settle(&next, at: now)
            alerts += readStore(&next, at: now)
            if let alert = remember(&next) { alerts.append(alert) }
            settle(&next, at: now)
            let release = next.serving.release.release
            if next.serving.isExpired {
                alerts.append(.expired(number: release.number, since: release.expires))
            } else if now.seconds(to: release.expires) < Self.secondsOfNotice {
                alerts.append(.expiresSoon(number: release.number, at: release.expires))
            }
            let standing = next.killSwitchAlerts + alerts
            state.withLock { $0.alerts = standing }
            return standing
        }
    }

    /// Puts what was found in place in one step; pins that were taken meanwhile stay.
    private func settle(_ next: inout State, at now: Instant) {
        if !next.serving.isUpToDate(with: next.killSwitch, at: now) {
            next.serving = Serving(next.serving.release, next.killSwitch, at: now)
        }
        let found = next
        state.withLock { state in
            let pins = state.pins
            state = found
            state.pins = pins
        }
    }

    private func readKillSwitch(_ next: inout State) {
        guard let killSwitchFile else { return }
        do throws(StoreFault) {
            let bytes = try killSwitchFile.bytes()
            guard bytes != next.killSwitchBytes || !next.killSwitchAlerts.isEmpty else { return }
            next.killSwitchBytes = bytes
            next.killSwitchAlerts = []
            // A file that went away, or has fewer stops, opens nothing: what was seen holds on.
            guard let bytes else { return }
            let (good, refusals) = try Self.load(bytes).verified(by: next.rings)
            next.killSwitch = next.killSwitch.merged(with: good)
            next.killSwitchAlerts = refusals.map(ReleaseAlert.stopRefused)
        } catch {
            next.killSwitchAlerts = [.killSwitchUnreadable(error.explanation)]
        }
    }

    private static func load(_ bytes: [UInt8]) throws(StoreFault) -> KillSwitch {
        do throws(DocumentRefusal) {
            return try KillSwitch(loading: bytes)
        } catch {
            throw StoreFault(.unreachable, error.explanation)
        }
    }

    private func readStore(_ next: inout State, at now: Instant) -> [ReleaseAlert] {
        var alerts: [ReleaseAlert] = []
        let (rings, keysAlert) = Self.rings(after: next.rings, in: store, at: now)
        next.rings = rings
        if let keysAlert { alerts.append(keysAlert) }
        let served = next.serving.release.release.number
        do throws(StoreFault) {
            guard let number = try store.current() else {
                throw StoreFault(.missing, "the store says that no release is in use")
            }
            if number == served {
                next.refused = nil
            } else if let refused = next.refused, refused.number == number,
                refused.at.seconds(to: now) < Self.secondsBetweenTries
            {
                alerts.append(.refused(number: number, refused.refusal))
            } else {
                let files = try store.files(of: number)
                do throws(ReleaseRefusal) {
                    try take(files, number, &next, at: now)
                    next.refused = nil
                } catch {
                    next.refused = (number, error, now)
                    alerts.append(.refused(number: number, error))
                }
            }
        } catch {
            alerts.append(.storeUnreachable(error))
        }
        return alerts
    }

    private func take(
        _ files: [String: [UInt8]],
        _ number: Int,
        _ next: inout State,
        at now: Instant
    ) throws(ReleaseRefusal) {
        let served = next.serving.release
        let release = try VerifiedRelease(
            files: files,
            trusting: next.rings[next.rings.count - 1],
            at: now,
            after: ReleaseHorizon(number: served.release.number, digest: served.envelope.digest),
            contract: contract
        )
        guard release.release.number == number else {
            throw ReleaseRefusal(.contentDiffers, "release \(number) calls itself \(release.release.number)")
        }
        next.serving = Serving(release, next.killSwitch, at: now)
    }

    private func remember(_ next: inout State) -> ReleaseAlert? {
        let envelope = next.serving.release.envelope
        let wanted = RememberedReleases(
            horizon: ReleaseHorizon(number: envelope.body.number, digest: envelope.digest),
            killSwitch: next.killSwitch
        )
        guard wanted != next.remembered else { return nil }
        do throws(StoreFault) {
            try memory.remember(wanted)
            next.remembered = wanted
            return nil
        } catch {
            return .memoryFailed(error)
        }
    }

    /// The rings there are, from those that are known on.
    private static func rings(
        after known: [KeyRing],
        in store: any ReleaseStore,
        at now: Instant
    ) -> (rings: [KeyRing], alert: ReleaseAlert?) {
        var rings = known
        do {
            while let last = rings.last, let bytes = try store.keyRing(last.number + 1) {
                let ring = try Signed<KeyRing>(loading: bytes)
                try last.check(successor: ring, at: now)
                rings.append(ring.body)
            }
            return (rings, nil)
        } catch let refusal as ReleaseRefusal {
            return (rings, .keysRefused(refusal))
        } catch let refusal as DocumentRefusal {
            return (rings, .keysRefused(ReleaseRefusal(refusal)))
        } catch {
            // That the store cannot be reached is said once, by whoever looks for the release.
            return (rings, nil)
        }
    }
}
