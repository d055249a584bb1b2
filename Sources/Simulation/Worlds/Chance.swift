/// Chance that is the same for the same seed: SplitMix64, one stream for each applicant, so that taking one out changes
/// nothing for the others.
struct Chance: Sendable {
    private var state: UInt64

    /// The stream of one thing in a simulation.
    init(_ seed: UInt64, _ stream: UInt64) {
        self.state = Self.mixed(seed &+ Self.step &* (2 &* stream &+ 1))
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// A number that depends on every bit of another.
    static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The next number.
    mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mixed(state)
    }

    /// A number from 0 to below the limit, which is positive.
    mutating func below(_ limit: Int64) -> Int64 {
        Int64(next() % UInt64(limit))
    }

    /// Whether something that happens so many times in a thousand happens now.
    mutating func happens(perMille: Int64) -> Bool {
        below(1000) < perMille
    }

    /// A time between two.
    mutating func duration(_ range: ClosedRange<Int64>, _ unit: Duration = .milliseconds(1)) -> Duration {
        unit * Int(range.lowerBound + below(range.upperBound - range.lowerBound + 1))
    }
}
