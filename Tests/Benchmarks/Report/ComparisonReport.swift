/// A comparison as a table.
enum ComparisonReport {
    /// One row a command, with its ratio to the median of `visafee validate`: above 1, validate is faster.
    static func text(_ comparison: Comparison, validate: Double?) -> String {
        var table = TextTable(["command", "median", "min", "max", "user", "sys", "memory", "ratio", "budget"])
        for (contestant, sample) in zip(comparison.contestants, comparison.samples) {
            let verdict = contestant.budget?.verdict(sample.median, validate: validate) ?? ""
            guard let median = sample.median else {
                let reason = sample.failure ?? "not run"
                table.add([contestant.name, "-", "-", "-", "-", "-", "-", "-", "\(reason). \(verdict)"])
                continue
            }
            table.add([
                contestant.name,
                Figures.milliseconds(median),
                Figures.milliseconds(sample.fastest),
                Figures.milliseconds(sample.slowest),
                Figures.milliseconds(sample.median(of: \.user)),
                Figures.milliseconds(sample.median(of: \.system)),
                Figures.megabytes(sample.memory),
                validate.map { Figures.ratio(median / $0) } ?? "-",
                verdict,
            ])
        }
        return table.text
    }
}
