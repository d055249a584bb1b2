import PaymentEngine
import StoreConformance
import Synchronization

/// A clock that goes on only when somebody waits.
final class VirtualClock: PaymentClock {
    private let moment = Mutex(Sample.noon)

    func now() -> Moment { moment.withLock { $0 } }

    func sleep(until moment: Moment) async throws(CancellationError) { advance(to: moment) }

    func advance(to moment: Moment) { self.moment.withLock { $0 = max($0, moment) } }
}
