import Foundation

/// `Benchmarks run`: whole processes, side by side, on registries of several sizes.
struct RunCommand {
    static let options: [String: Options.Kind] = [
        "--visafee": .value, "--cities": .value, "--runs": .value, "--slow-rivals": .flag, "--work": .value,
        "--rivals": .value, "--seed": .value, "--base": .value, "--divisions": .value,
    ]

    private static let validate = "visafee validate"
    private static let generate = "visafee generate"
    private static let floor = "floor: libyaml's events, one thread"
    /// Above this size only the floor and the fastest rival run beside visafee.
    private static let manyCities = 10_000

    private let visafee: String
    private let sizes: [Int]
    private let runs: Int
    private let withSlowRivals: Bool
    private let work: URL
    private let rivals: Rivals
    private let seed: UInt64
    private let base: URL
    private let divisions: URL

    init(_ options: Options) throws(UsageError) {
        visafee = URL(fileURLWithPath: try options.required("--visafee")).path
        sizes = try options.counts("--cities", or: [340, 3400], in: SyntheticRegistry.cityCounts).sorted()
        let counts = try options.counts("--runs", or: [7], in: 1...1000)
        guard let runs = counts.first, counts.count == 1 else { throw UsageError("'--runs' takes one number") }
        self.runs = runs
        withSlowRivals = options.has("--slow-rivals")
        work = options.path("--work", or: PackageFolders.work)
        rivals = Rivals(installedIn: options.path("--rivals", or: PackageFolders.installedRivals))
        seed = try options.seed()
        base = options.path("--base", or: PackageFolders.cities)
        divisions = options.path("--divisions", or: PackageFolders.divisions)
    }

    func run() throws {
        guard FileManager.default.isExecutableFile(atPath: visafee) else {
            let advice = "build it with 'swift build -c release --product visafee'"
            throw BenchmarkError("there is no program \(visafee); \(advice)")
        }
        let launcher = try Launcher(work: work)
        let schema = try writeSchema()
        try reportSetting()
        var growth = GrowthReport()
        var succeeded = try reportStartUp(with: launcher)
        for size in sizes {
            let registry = try TestRegistry(synthetic(size), in: work)
            let contestants = try contestants(registry, size, schema, launcher)
            let comparison = try Comparison(contestants, runs: runs, with: launcher)
            succeeded = succeeded && comparison.succeeded
            let bytes = Figures.megabytes(registry.written.byteCount)
            Console.write("\n\(size) cities: \(registry.written.files.count) files, \(bytes)\n\n")
            let validate = comparison.sample(Self.validate)?.median
            Console.write(ComparisonReport.text(comparison, validate: validate))
            try reportEdits(of: registry, validate: validate)
            for name in [Self.validate, Self.generate, Self.floor, Rivals.fastest] {
                growth.add(name, cities: size, comparison.sample(name))
            }
        }
        if sizes.count > 1 { Console.write("\nGrowth, per city and against the smallest size\n\n\(growth.text)") }
        Console.write(
            """

            No whole process, so not measured here: a fee answer in the engine.
            Load at the end: \(Machine.load)

            """
        )
        guard succeeded else { throw BenchmarkError("a command failed, so its figures are missing above") }
    }

    private func synthetic(_ cityCount: Int) -> SyntheticRegistry {
        SyntheticRegistry(cityCount: cityCount, seed: seed, base: base, divisions: divisions)
    }

    /// The schema that the rivals check, as visafee prints it.
    private func writeSchema() throws -> URL {
        let result = try Launcher.capture([visafee, "schema", "city"])
        guard result.exitCode == 0 else { throw BenchmarkError("'\(visafee) schema city' failed") }
        let schema = work.appendingPathComponent("city.schema.json")
        try result.bytes.write(to: schema)
        return schema
    }

    private func reportSetting() throws {
        Console.write("Machine: \(Machine.facts)\nLoad at the start: \(Machine.load)\n")
        if let versions = try rivals.versions() {
            Console.write("Rivals: \(versions.joined(separator: ", "))\n")
        } else {
            Console.write("Rivals: skipped, none installed; run Tests/Benchmarks/rivals/setup.sh\n")
        }
        Console.write(
            """
            Whole processes, each once a round, \(runs) rounds after a first to warm up, files in the page cache.
            ratio: the median over that of 'visafee validate'. Above 1, validate is faster.

            """
        )
    }

    private func reportStartUp(with launcher: Launcher) throws -> Bool {
        let contestants = [
            Contestant(
                name: "visafee --version",
                command: [visafee, "--version"],
                budget: .within(milliseconds: 15)
            ),
            Contestant(name: "floor: a process that does nothing", command: ["/usr/bin/true"]),
        ]
        let comparison = try Comparison(contestants, runs: runs * 3, with: launcher)
        Console.write("\nStart-up, \(runs * 3) rounds\n\n\(ComparisonReport.text(comparison, validate: nil))")
        return comparison.succeeded
    }

    /// What somebody waits for who edits one file of the registry, beside the pipes' own cost and a look at all files.
    private func reportEdits(of registry: TestRegistry, validate: Double?) throws {
        let rounds = try EditRounds(registry, visafee: visafee, rounds: 10 * runs)
        let (edit, echo) = (EditRounds.median(rounds.edits), EditRounds.median(rounds.echoes))
        let share = validate.map { "; validate takes \(Figures.ratio($0 / edit))" } ?? ""
        Console.write(
            """

            One edit of one file in 'visafee lsp', from the change sent to the findings that came, \(rounds.edits.count) times
            median \(Figures.milliseconds(edit)), slowest \(Figures.milliseconds(rounds.edits.last ?? 0))\(share); \
            \(Budget.within(milliseconds: 5).verdict(edit, validate: nil))
            floor: the same bytes through cat and back, median \(Figures.milliseconds(echo))

            """
        )
    }

    /// `visafee plan` after changes of several extents: it reads two registries, so two validations are its budget.
    private func plans(of registry: TestRegistry, _ table: [String]) throws -> [Contestant] {
        try ChangedRegistry.Extent.allCases.map { extent in
            let changed = try ChangedRegistry(extent, of: registry, in: work)
            return Contestant(
                name: "visafee plan, \(extent.rawValue)",
                command: [visafee, "plan", changed.folder.path, "--against", registry.folder.path] + table,
                budget: .withinValidate(times: 2)
            )
        }
    }

    private func contestants(
        _ registry: TestRegistry,
        _ size: Int,
        _ schema: URL,
        _ launcher: Launcher
    ) throws -> [Contestant] {
        let table = registry.written.divisions.map { ["--divisions", $0.path] } ?? []
        let output = work.appendingPathComponent("content")
        let ours = [
            Contestant(name: Self.validate, command: [visafee, "validate", registry.folder.path] + table),
            Contestant(
                name: Self.generate,
                command: [visafee, "generate", registry.folder.path, "--output", output.path] + table,
                output: output,
                budget: .withinValidate(times: 1.5)
            ),
            Contestant(
                name: Self.floor,
                command: [launcher.floor.path],
                input: registry.list,
                budget: .validateNoSlower
            ),
        ]
        let plans = size > Self.manyCities ? [] : try plans(of: registry, table)
        let others = plans + rivals.contestants(for: registry, schema: schema)
        if size > Self.manyCities { return ours + others.filter { $0.name == Rivals.fastest } }
        guard withSlowRivals, size == sizes.first else { return ours + others }
        let slow = rivals.slowContestants(for: registry, schema: schema)
        return ours + others + slow
    }
}
