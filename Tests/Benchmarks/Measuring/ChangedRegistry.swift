import Foundation

/// A synthetic registry after a change, beside the one before it: what `visafee plan` compares.
struct ChangedRegistry {
    /// How much differs.
    enum Extent: String, CaseIterable {
        /// One city asks another address.
        case oneCity = "one city changed"
        /// The schedule that all cities rest on costs something else.
        case schedule = "a national fee changed"
        /// Each city's file says something else of its bureau.
        case everyCity = "every city changed"
    }

    /// The registry's folder.
    let folder: URL

    /// Writes the registry with this much changed.
    init(_ extent: Extent, of registry: TestRegistry, in work: URL) throws {
        let manager = FileManager.default
        folder = work.appendingPathComponent("\(registry.folder.lastPathComponent)-\(extent)")
        if manager.fileExists(atPath: folder.path) { try manager.removeItem(at: folder) }
        try manager.copyItem(at: registry.folder, to: folder)
        switch extent {
        case .oneCity: try Self.changeCity(registry.cityNames[0], in: folder)
        case .everyCity: for name in registry.cityNames { try Self.changeCity(name, in: folder) }
        case .schedule:
            try Self.replace("fee: 160", with: "fee: 161", in: folder.appendingPathComponent("fees/national.yaml"))
        }
    }

    private static func changeCity(_ name: String, in folder: URL) throws {
        try replace(" Fictional Street", with: " Fictional Road", in: folder.appendingPathComponent(name))
    }

    /// Replaces the first of these words.
    private static func replace(_ word: String, with other: String, in file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        guard let place = text.range(of: word) else { throw BenchmarkError("\(file.path) does not say '\(word)'") }
        try text.replacingCharacters(in: place, with: other).write(to: file, atomically: true, encoding: .utf8)
    }
}
