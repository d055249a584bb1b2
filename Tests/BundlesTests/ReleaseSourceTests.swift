import Bundles
import CivilTime
import FictionalCities
import ServiceConfig
import Synchronization
import Testing
import Vocabulary

/// The engine's view: it serves the newest good release whatever happens around it.
struct ReleaseSourceTests {
    private static let pilot = Fixture.files([Fixture.city(at: .pilot(percent: 5))])
    private static let live = Fixture.files([Fixture.city(at: .live)])

    private let folder: TemporaryFolder
    private let killSwitch: KillSwitchFile
    private let memory = TestMemory()

    init() throws {
        folder = try TemporaryFolder()
        killSwitch = KillSwitchFile(folder.path + "/kill-switch.json")
    }

    private func source(_ store: any ReleaseStore, at now: Instant = Fixture.now) throws -> ReleaseSource {
        try ReleaseSource(store, killSwitch: killSwitch, trusting: Fixture.alone, memory: memory, at: now)
    }

    private func stage(_ source: ReleaseSource) -> RolloutStage? {
        source.config(of: "mistport")?.rollout(of: "fog-account")?.stage(on: FictionalCity.day("2030-02-01"))
    }

    private func stop(_ place: String = "mistport", by key: SigningKey = Fixture.alice) throws -> Signed<Stop> {
        let stop = Signed(Stop(city: place, channel: nil, reason: "drill", since: Fixture.now), by: key)
        _ = try killSwitch.add(stop)
        return stop
    }

    @Test func `a new release is served from the next poll on, all of it`() throws {
        let store = MemoryStore([1: try Fixture.release(of: Self.pilot)], current: 1)
        let source = try source(store)
        #expect(stage(source) == .pilot(percent: 5))
        store.put(try Fixture.release(2, of: Self.live), as: 2)
        #expect(stage(source) == .pilot(percent: 5))
        #expect(source.poll(at: Fixture.now) == [])
        #expect(stage(source) == .live)
        #expect(source.release.number == 2)
    }

    @Test func `a bad release is never served, the last good one is, and the alert says what to do`() throws {
        let store = MemoryStore([1: try Fixture.release(of: Self.pilot)], current: 1)
        let source = try source(store)
        var bad = try Fixture.release(2, of: Self.live)
        bad["cities/mistport.json"]?[10] ^= 1
        store.put(bad, as: 2)
        let alert = try #require(source.poll(at: Fixture.now).first)
        #expect(alert.text.text(in: .english).contains("release 2 is not accepted, and the last good one is served"))
        #expect(alert.text.text(in: .english).contains("copy the release again"))
        #expect(alert.text.text(in: .chinese).contains("请重新复制该版本"))
        #expect(stage(source) == .pilot(percent: 5))
        // Mended, it is taken, though not at once: a release that is refused is not read over and over.
        store.put(try Fixture.release(2, of: Self.live), as: 2)
        #expect(source.poll(at: Fixture.later(1)).count == 1)
        #expect(source.poll(at: Fixture.later(6)) == [])
        #expect(stage(source) == .live)
    }

    @Test func `an older release put in place again is refused, also after a restart`() throws {
        let old = try Fixture.release(1, of: Self.live)
        let store = MemoryStore([1: old, 2: try Fixture.release(2, of: Self.pilot)], current: 2)
        let running = try source(store)
        store.use(1)
        guard case .refused(1, let refusal) = running.poll(at: Fixture.now).first else {
            Issue.record("release 1 was taken again")
            return
        }
        #expect(refusal.reason == .rolledBack)
        #expect(stage(running) == .pilot(percent: 5))
        #expect(throws: ReleaseRefusal.self) { try self.source(store) }
    }

    @Test func `a signed rollback brings the earlier content back under a new number`() throws {
        let store = MemoryStore()
        let publisher = Publisher(store, trusting: Fixture.alone)
        for files in [Self.pilot, Self.live] {
            let request = Publisher.Request(files: files, published: Fixture.now, expires: Fixture.later(86_400 * 9))
            _ = try publisher.publish(request, signedBy: [Fixture.alice])
        }
        let source = try source(store)
        #expect(stage(source) == .live)
        var back = Publisher.Request(files: Self.pilot, published: Fixture.now, expires: Fixture.later(86_400 * 9))
        back.rollsBackTo = 1
        _ = try publisher.publish(back, signedBy: [Fixture.alice])
        #expect(source.poll(at: Fixture.now) == [])
        #expect(source.release.number == 3 && source.release.rollsBackTo == 1)
        #expect(stage(source) == .pilot(percent: 5))
    }

    @Test func `a stop takes effect at the next poll and only a release that names it opens again`() throws {
        let store = MemoryStore([1: try Fixture.release(of: Self.live)], current: 1)
        let source = try source(store)
        let order = try stop()
        #expect(source.poll(at: Fixture.now) == [])
        #expect(stage(source) == .paused)
        #expect(source.stops.map(\.place) == ["mistport"])
        // Neither taking the file away nor a release that does not name it opens anything.
        try folder.write("kill-switch.json", KillSwitch().canonicalBytes)
        store.put(try Fixture.release(2, of: Self.live), as: 2)
        #expect(source.poll(at: Fixture.now) == [])
        #expect(source.release.number == 2)
        #expect(stage(source) == .paused)
        let restarted = try self.source(store)
        #expect(stage(restarted) == .paused)
        store.put(try Fixture.release(3, of: Self.live) { $0.reopens = [order.id] }, as: 3)
        #expect(source.poll(at: Fixture.now) == [])
        #expect(stage(source) == .live)
        // A new order stops again.
        _ = try killSwitch.add(
            Signed(Stop(city: "mistport", channel: nil, reason: "again", since: Fixture.later(9)), by: Fixture.alice)
        )
        source.poll(at: Fixture.later(9))
        #expect(stage(source) == .paused)
    }

    @Test func `stopping works while the release store is down`() throws {
        let store = MemoryStore([1: try Fixture.release(of: Self.live)], current: 1)
        let source = try source(store)
        store.isDown = true
        #expect(source.poll(at: Fixture.now).map { if case .storeUnreachable = $0 { true } else { false } } == [true])
        #expect(stage(source) == .live)
        _ = try stop()
        source.poll(at: Fixture.now)
        #expect(stage(source) == .paused)
    }

    @Test func `an order by somebody who may not stop is refused and the others hold`() throws {
        let store = MemoryStore([1: try Fixture.release(of: Self.live)], current: 1)
        let source = try source(store)
        _ = try stop(by: Fixture.stranger)
        let alerts = source.poll(at: Fixture.now)
        #expect(alerts.map { if case .stopRefused = $0 { true } else { false } } == [true])
        #expect(stage(source) == .live)
        // The alert stands as long as the order does.
        #expect(source.poll(at: Fixture.later(1)) == alerts)
        try folder.write("kill-switch.json", Array("half a fi".utf8))
        #expect(
            source.poll(at: Fixture.later(2)).map { if case .killSwitchUnreadable = $0 { true } else { false } } == [
                true
            ]
        )
    }

    @Test func `a release that runs out goes on answering and takes no new payments`() throws {
        let files = try Fixture.release(of: Self.live) { $0.expires = Fixture.later(3600) }
        let store = MemoryStore([1: files], current: 1)
        let source = try source(store)
        #expect(source.alerts == [.expiresSoon(number: 1, at: Fixture.later(3600))])
        #expect(source.poll(at: Fixture.later(3600)) == [.expired(number: 1, since: Fixture.later(3600))])
        #expect(stage(source) == .paused)
        #expect(source.config(of: "mistport")?.fees == FictionalCity.full.fees)
        // After a restart too, since it was in use; a machine that never had it refuses it.
        #expect(stage(try self.source(store, at: Fixture.later(7200))) == .paused)
        #expect(throws: ReleaseRefusal.self) {
            try ReleaseSource(
                store,
                killSwitch: nil,
                trusting: Fixture.alone,
                memory: TestMemory(),
                at: Fixture.later(7200)
            )
        }
    }

    @Test func `a release is kept as long as a payment pins it, and found again after a restart`() throws {
        let store = MemoryStore([1: try Fixture.release(of: Self.pilot)], current: 1)
        let running = try source(store)
        let number = running.pin()
        #expect(number == running.pin())
        store.put(try Fixture.release(2, of: Self.live), as: 2)
        running.poll(at: Fixture.now)
        #expect(running.releasesHeld == [1, 2])
        let pinned = running.config(of: "mistport", in: 1)?.rollout(of: "fog-account")?.stage
        #expect(pinned == Timeline(.pilot(percent: 5)))
        running.unpin(number)
        #expect(running.releasesHeld == [1, 2])
        running.unpin(number)
        #expect(running.releasesHeld == [2])
        #expect(running.config(of: "mistport", in: 1) == nil)
        let restarted = try source(store)
        try restarted.pin(1)
        #expect(restarted.config(of: "mistport", in: 1) == Fixture.city(at: .pilot(percent: 5)))
        #expect(throws: StoreFault.self) { try restarted.pin(9) }
    }

    @Test func `a watching engine looks four times a second and says each alert once`() async throws {
        let store = MemoryStore([1: try Fixture.release(of: Self.live)], current: 1)
        let source = try source(store)
        let ticks = Ticks()
        let said = Mutex<[[ReleaseAlert]]>([])
        let watching = Task {
            await source.watch(
                clock: ticks,
                now: { Fixture.now },
                report: { alerts in said.withLock { $0.append(alerts) } }
            )
        }
        await ticks.reached(2)
        _ = try stop()
        #expect(stage(source) == .live)
        // One more look, a quarter of a second later by the injected clock, and the city is stopped.
        let before = ticks.elapsed
        ticks.advance()
        await ticks.reached(3)
        #expect(stage(source) == .paused)
        #expect(ticks.elapsed - before <= .seconds(1))
        store.isDown = true
        for count in 4...6 {
            ticks.advance()
            await ticks.reached(count)
        }
        watching.cancel()
        ticks.advance()
        await watching.value
        #expect(said.withLock { $0.count } == 1)
    }
}

/// A clock on which time passes when a test says so.
private final class Ticks: Clock {
    struct Instant: InstantProtocol {
        var offset: Swift.Duration
        func advanced(by duration: Swift.Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Swift.Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct State {
        var time = Swift.Duration.zero
        var sleeps = 0
        var allowed = 1
        var sleepers: [CheckedContinuation<Void, Never>] = []
        var watchers: [(Int, CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var now: Instant { Instant(offset: elapsed) }
    var elapsed: Swift.Duration { state.withLock { $0.time } }
    var minimumResolution: Swift.Duration { .milliseconds(1) }

    func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {
        let woken = state.withLock { state in
            state.sleeps += 1
            let reached = state.watchers.filter { $0.0 <= state.sleeps }
            state.watchers.removeAll { $0.0 <= state.sleeps }
            return reached.map(\.1)
        }
        for watcher in woken { watcher.resume() }
        await withCheckedContinuation { continuation in
            let goOn = state.withLock { state in
                if state.allowed > 0 {
                    state.allowed -= 1
                    return true
                }
                state.sleepers.append(continuation)
                return false
            }
            if goOn { continuation.resume() }
        }
        try Task.checkCancellation()
        state.withLock { $0.time = max($0.time, deadline.offset) }
    }

    /// Lets one sleep end.
    func advance() {
        let sleeper = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let first = state.sleepers.first else {
                state.allowed += 1
                return nil
            }
            state.sleepers.removeFirst()
            return first
        }
        sleeper?.resume()
    }

    /// Waits until somebody has begun to sleep so many times: everything before that is done.
    func reached(_ sleeps: Int) async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                if state.sleeps >= sleeps { return true }
                state.watchers.append((sleeps, continuation))
                return false
            }
            if isReached { continuation.resume() }
        }
    }
}
