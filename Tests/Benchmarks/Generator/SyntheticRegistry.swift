import SeededRandomness
import Foundation

/// A registry to measure on: real questions and groups, fictional cities, each with a fee table of its own.
struct SyntheticRegistry {
    /// How many cities one may have.
    static let cityCounts = 1...100_000

    /// What was written.
    struct Written {
        /// All files of the registry: its own three, then the cities.
        let files: [URL]
        /// The files of the cities.
        let cities: [URL]
        /// The table of divisions, where the cities are not real ones.
        let divisions: URL?
        /// The bytes of all files.
        let byteCount: Int
    }

    private static let shared = ["registry.yaml", "calendar.yaml", "fees/national.yaml"]

    let cityCount: Int
    let seed: UInt64
    let base: URL
    let divisions: URL

    /// Writes the registry into a folder, which may hold an earlier one and nothing else.
    func write(to folder: URL) throws -> Written {
        try clear(folder)
        var files: [URL] = []
        var byteCount = 0
        for name in Self.shared {
            guard let bytes = try? Data(contentsOf: base.appendingPathComponent(name)) else {
                throw BenchmarkError("\(base.path) holds no \(name); name a registry with '--base DIR'")
            }
            files.append(folder.appendingPathComponent(name))
            try bytes.write(to: folder.appendingPathComponent(name))
            byteCount += bytes.count
        }
        let (rows, table) = try cityDivisions(in: folder)
        var cities: [URL] = []
        for (index, row) in rows.enumerated() {
            // A seed of its own for each city: adding cities changes no other.
            var random = SeededGenerator(seed: seed &+ UInt64(index) &* 0xD134_2543_DE82_EF95)
            let text = SyntheticCity(division: row, isRollingOut: index % 4 == 3).text(&random)
            let file = folder.appendingPathComponent("\(row.slug).yaml")
            try Data(text.utf8).write(to: file)
            cities.append(file)
            byteCount += text.utf8.count
        }
        return Written(files: files + cities, cities: cities, divisions: table, byteCount: byteCount)
    }

    /// Real divisions as long as there are enough; else fictional ones, with their table beside the cities.
    private func cityDivisions(in folder: URL) throws -> (rows: [DivisionRow], table: URL?) {
        let real = try DivisionRow.read(divisions)
        guard cityCount > real.count else { return (Array(real.prefix(cityCount)), nil) }
        let rows = DivisionRow.fictional(count: cityCount)
        let table = folder.appendingPathComponent("divisions.csv")
        let lines = [DivisionRow.header] + rows.map(\.line)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: table)
        return (rows, table)
    }

    /// Removes an earlier synthetic registry, and refuses to touch a folder that holds anything else.
    private func clear(_ folder: URL) throws {
        let manager = FileManager.default
        let mark = folder.appendingPathComponent(".synthetic-registry")
        let present = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        guard present.isEmpty || manager.fileExists(atPath: mark.path) else {
            throw BenchmarkError("\(folder.path) holds files that are no synthetic registry; name an empty folder")
        }
        for name in present { try manager.removeItem(at: folder.appendingPathComponent(name)) }
        try manager.createDirectory(at: folder.appendingPathComponent("fees"), withIntermediateDirectories: true)
        try Data().write(to: mark)
    }
}
