import Foundation

/// `Benchmarks generate`: writes one synthetic registry.
struct GenerateCommand {
    static let options: [String: Options.Kind] = [
        "--cities": .value, "--output": .value, "--seed": .value, "--base": .value, "--divisions": .value,
    ]

    private let registry: SyntheticRegistry
    private let output: URL

    init(_ options: Options) throws(UsageError) {
        _ = try options.required("--cities")
        let counts = try options.counts("--cities", or: [], in: SyntheticRegistry.cityCounts)
        guard let count = counts.first, counts.count == 1 else { throw UsageError("'--cities' takes one number") }
        output = URL(fileURLWithPath: try options.required("--output"))
        registry = SyntheticRegistry(
            cityCount: count,
            seed: try options.seed(),
            base: options.path("--base", or: PackageFolders.cities),
            divisions: options.path("--divisions", or: PackageFolders.divisions)
        )
    }

    func run() throws {
        let written = try registry.write(to: output)
        let divisions = written.divisions.map { "; its divisions are in \($0.path)" } ?? ""
        Console.tell("\(written.files.count) files, \(written.byteCount) bytes in \(output.path)\(divisions)\n")
    }
}
