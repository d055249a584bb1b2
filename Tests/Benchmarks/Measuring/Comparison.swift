/// Several commands measured side by side.
struct Comparison {
    let contestants: [Contestant]
    private(set) var samples: [Sample]

    /// Slow commands are run this often at most.
    private static let slowRuns = 3

    /// Runs each command once to warm up, then all of them in turn, again and again, so that whatever else the machine
    /// does meanwhile falls on all alike.
    init(_ contestants: [Contestant], runs: Int, with launcher: Launcher) throws {
        self.contestants = contestants
        samples = contestants.map { _ in Sample() }
        for round in 0...runs {
            for (index, contestant) in contestants.enumerated() where samples[index].failure == nil {
                if contestant.isSlow && !(1...Self.slowRuns).contains(round) { continue }
                let run = try launcher.measure(contestant)
                if run.exitCode != 0 {
                    samples[index].fail("exit \(run.exitCode): \(launcher.lastTalk)")
                } else if round > 0 {
                    samples[index].add(run)
                }
            }
        }
    }

    /// The runs of the command with this name.
    func sample(_ name: String) -> Sample? {
        contestants.firstIndex { $0.name == name }.map { samples[$0] }
    }

    /// Whether every run of every command succeeded.
    var succeeded: Bool {
        samples.allSatisfy { $0.failure == nil }
    }
}
