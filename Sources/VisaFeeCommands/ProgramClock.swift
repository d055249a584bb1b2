import ArgumentParser
import CivilTime
import Glibc

/// The one place where a command looks at the clock.
enum ProgramClock {
    /// What time it is: that of `SOURCE_DATE_EPOCH` where it is set, so that a run can be repeated.
    static func now() throws -> Instant {
        let seconds: Int64
        if let epoch = Terminal.environment("SOURCE_DATE_EPOCH") {
            guard let number = Int64(epoch) else {
                throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds: '\(Echo.safe(epoch))'")
            }
            seconds = number
        } else {
            seconds = Int64(time(nil))
        }
        guard let now = Instant(unixSeconds: seconds) else {
            throw ValidationError(
                "the clock shows a day outside of \(CivilDate.years); set SOURCE_DATE_EPOCH or --as-of"
            )
        }
        return now
    }

    /// How long this process has kept a processor busy, in milliseconds.
    static func processorMilliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
