/// What one run of a command cost.
struct Measurement {
    /// From before the process was there until after it was gone, in milliseconds.
    let wall: Double
    /// Processor time of the program's own code, on all threads, in milliseconds.
    let user: Double
    /// Processor time of the system on its behalf, in milliseconds.
    let system: Double
    /// The most memory it held, in bytes.
    let memory: Int
    /// 0 for a run that did what it was asked.
    let exitCode: Int

    /// Reads the launcher's line: three times in nanoseconds, bytes, exit code.
    init?(line: String) {
        let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard numbers.count == 5 else { return nil }
        wall = Double(numbers[0]) / 1_000_000
        user = Double(numbers[1]) / 1_000_000
        system = Double(numbers[2]) / 1_000_000
        memory = numbers[3]
        exitCode = numbers[4]
    }
}

/// All runs of one command.
struct Sample {
    private(set) var runs: [Measurement] = []
    /// What went wrong, if a run failed; a failed command has no times, since it did not do the work.
    private(set) var failure: String?

    mutating func add(_ run: Measurement) {
        runs.append(run)
    }

    mutating func fail(_ reason: String) {
        failure = failure ?? reason
    }

    /// The median, in milliseconds, if all runs succeeded.
    var median: Double? {
        failure == nil && !runs.isEmpty ? median(of: \.wall) : nil
    }

    /// The middle of the runs, or between the two in the middle.
    func median(of value: KeyPath<Measurement, Double>) -> Double {
        let sorted = runs.map { $0[keyPath: value] }.sorted()
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return 0 }
        return sorted.count.isMultiple(of: 2) ? (sorted[sorted.count / 2 - 1] + upper) / 2 : upper
    }

    var fastest: Double { runs.map(\.wall).min() ?? 0 }
    var slowest: Double { runs.map(\.wall).max() ?? 0 }
    var memory: Int { runs.map(\.memory).max() ?? 0 }
}
