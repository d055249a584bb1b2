/// Times of several runs of the same work.
struct Stopwatch {
    /// Nanoseconds each run took, ascending.
    private let runs: [Double]

    /// Runs the work once to warm up, then as often as said.
    init(runs count: Int = 9, _ work: () throws -> Int) rethrows {
        let clock = ContinuousClock()
        let sum = try work()
        var runs: [Double] = []
        for _ in 0..<count {
            var again = 0
            let time = try clock.measure { again = try work() }
            precondition(again == sum, "every run does the same work")
            runs.append(time / .nanoseconds(1))
        }
        self.runs = runs.sorted()
    }

    /// The middle one: what is reported.
    var median: Double { runs[runs.count / 2] }
    /// The fastest: the least that anything else on the machine disturbed.
    var fastest: Double { runs[0] }
}
