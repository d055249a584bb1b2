import Foundation

/// One synthetic registry on disk, with what the contestants need to read it.
struct TestRegistry {
    let written: SyntheticRegistry.Written
    /// The registry's folder.
    let folder: URL
    /// The same city files again, as hard links, without the registry's other files: schemas are for cities.
    let cities: URL
    /// The paths of all files, one a line.
    let list: URL

    init(_ registry: SyntheticRegistry, in work: URL) throws {
        folder = work.appendingPathComponent("registry-\(registry.cityCount)")
        cities = work.appendingPathComponent("cities-\(registry.cityCount)")
        list = work.appendingPathComponent("files-\(registry.cityCount).txt")
        written = try registry.write(to: folder)
        let manager = FileManager.default
        if manager.fileExists(atPath: cities.path) { try manager.removeItem(at: cities) }
        try manager.createDirectory(at: cities, withIntermediateDirectories: true)
        for file in written.cities {
            try manager.linkItem(at: file, to: cities.appendingPathComponent(file.lastPathComponent))
        }
        try Data((written.files.map(\.path).joined(separator: "\n") + "\n").utf8).write(to: list)
    }

    /// The names of the city files in their folder: short, so that tens of thousands fit on a command line.
    var cityNames: [String] {
        written.cities.map(\.lastPathComponent)
    }
}
