import PaymentEngine
import SeededRandomness
import Synchronization

/// Chance from a seed, shared by many tasks.
final class Chance: RandomSource {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) {
        self.generator = Mutex(SeededGenerator(seed: seed))
    }

    func next() -> UInt64 { generator.withLock { $0.next() } }

    /// Whether something of so many in a thousand happens.
    func strikes(perMille: UInt64) -> Bool { next() % 1000 < perMille }
}

/// A clock that goes on a little whenever it is looked at, and jumps when somebody waits: nothing here takes real time.
final class HurriedClock: PaymentClock {
    private let milliseconds: Atomic<Int64>

    init(at moment: Moment) {
        self.milliseconds = Atomic(moment.milliseconds)
    }

    func now() -> Moment {
        Moment(milliseconds: milliseconds.add(20, ordering: .relaxed).newValue)
    }

    /// Goes to a moment, or some of the way there: half a minute at most.
    func jump(towards moment: Moment) {
        let wait = moment.milliseconds - milliseconds.load(ordering: .relaxed)
        milliseconds.add(min(max(wait, 0), 30_000), ordering: .relaxed)
    }

    func sleep(until moment: Moment) async throws(CancellationError) {
        guard !Task.isCancelled else { throw CancellationError() }
        let wait = max(min(moment.milliseconds - milliseconds.load(ordering: .relaxed), 1000), 0)
        milliseconds.add(wait, ordering: .relaxed)
        await Task.yield()
    }
}
