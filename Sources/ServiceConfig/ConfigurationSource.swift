/// Where the engine gets its configs from: a folder, a release, a test's own values.
public protocol ConfigurationSource: Sendable {
    /// The config of a city by its slug; nothing where the registry has no file for it.
    func config(of slug: String) throws(ConfigRefusal) -> CityConfig?
    /// Every division, with what is known at a glance.
    func index() throws(ConfigRefusal) -> DivisionIndex
}

/// Configs that were loaded and verified all together, kept in memory.
public struct LoadedContent: ConfigurationSource {
    /// The list they came with.
    public let list: FileList
    private let divisions: DivisionIndex
    private let cities: [String: CityConfig]

    /// The path of the index below the output folder.
    public static let indexPath = "index.json"

    /// The path of a city's config below the output folder.
    public static func path(of slug: String) -> String {
        "cities/\(slug).json"
    }

    /// Loads generated files, by path: every file listed is there, none is there that is not listed, every digest matches,
    /// every config loads, and the index names exactly the configs that exist. All or nothing.
    public init(files: [String: [UInt8]], _ sha256: SHA256Function) throws(ConfigRefusal) {
        var files = files
        guard let bytes = files.removeValue(forKey: FileList.Kind.content.fileName) else {
            throw ConfigRefusal(.digestDiffers, "\(FileList.Kind.content.fileName) is missing")
        }
        let list = try FileList(.content, loading: bytes, sha256)
        try list.check(files, sha256)
        guard let index = files.removeValue(forKey: Self.indexPath) else {
            throw ConfigRefusal(.digestDiffers, "\(Self.indexPath) is missing")
        }
        var cities: [String: CityConfig] = [:]
        for file in list.files where file.path != Self.indexPath {
            let config = try Self.load(files[file.path] ?? [], path: file.path)
            guard Self.path(of: config.place.slug) == file.path else {
                throw ConfigRefusal(.malformed, "\(file.path) holds the config of '\(config.place.slug)'")
            }
            cities[config.place.slug] = config
        }
        self.list = list
        self.divisions = try DivisionIndex(loading: index)
        self.cities = cities
        let named = divisions.entries.compactMap { $0.config == nil ? nil : $0.place.slug }
        guard Set(named) == Set(cities.keys) else {
            throw ConfigRefusal(.malformed, "\(Self.indexPath) does not name exactly the configs that exist")
        }
    }

    private static func load(_ bytes: [UInt8], path: String) throws(ConfigRefusal) -> CityConfig {
        do throws(ConfigRefusal) {
            return try CityConfig(loading: bytes)
        } catch {
            throw ConfigRefusal(error.reason, "\(path): \(error.explanation)")
        }
    }

    /// The config of a city.
    public func config(of slug: String) -> CityConfig? {
        cities[slug]
    }

    /// Every division.
    public func index() -> DivisionIndex {
        divisions
    }
}
