public import CivilTime
import Dispatch

extension ReleaseSource {
    /// How often a watching engine looks: a stop takes effect well within a second of its file landing.
    public static let pollInterval: Duration = .milliseconds(250)

    /// Polls until the task is cancelled.
    ///
    /// Files are read on a queue of its own, never on the pool that serves requests. `clock` says how to wait, `now` what
    /// time it is, and `report` is given the alerts whenever they are others than before.
    public func watch<Clock: _Concurrency.Clock<Duration>>(
        every interval: Duration = pollInterval,
        clock: Clock,
        now: @escaping @Sendable () -> Instant,
        report: @Sendable ([ReleaseAlert]) -> Void = { _ in }
    ) async {
        let queue = DispatchQueue(label: "visafee.release-watch")
        var said: [ReleaseAlert] = []
        while !Task.isCancelled {
            let alerts = await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: self.poll(at: now())) }
            }
            if alerts != said { report(alerts) }
            said = alerts
            do { try await clock.sleep(for: interval) } catch { return }
        }
    }
}
