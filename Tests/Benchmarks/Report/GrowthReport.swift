/// What a command costs per city as the registry grows.
struct GrowthReport {
    /// Twice the cities should take twice the time, but so much more per city than in the smallest registry still counts.
    private static let tolerance = 1.25

    private var rows: [(name: String, cities: Int, median: Double, memory: Int)] = []

    /// Notes a command's figures at one size; a command that failed has none.
    mutating func add(_ name: String, cities: Int, _ sample: Sample?) {
        guard let sample, let median = sample.median else { return }
        rows.append((name, cities, median, sample.memory))
    }

    /// One row a command and size, each set against the command's first size.
    var text: String {
        var table = TextTable(["command", "cities", "median", "per city", "memory", "growth", "budget"])
        for row in rows.sorted(by: { ($0.name, $0.cities) < ($1.name, $1.cities) }) {
            let perCity = row.median / Double(row.cities)
            let smallest = rows.filter { $0.name == row.name }.min { $0.cities < $1.cities }
            var growth = ""
            var verdict = ""
            if let smallest, smallest.cities < row.cities {
                let ratio = perCity / (smallest.median / Double(smallest.cities))
                growth = Figures.ratio(ratio)
                if row.name.hasPrefix("visafee") {
                    let budget = "linear, at most \(Figures.ratio(Self.tolerance)) per city"
                    verdict = Budget.text(budget, growth, ratio <= Self.tolerance)
                }
            }
            table.add([
                row.name, String(row.cities), Figures.milliseconds(row.median), Figures.microseconds(perCity),
                Figures.megabytes(row.memory), growth, verdict,
            ])
        }
        return table.text
    }
}
