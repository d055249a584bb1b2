import CivilTime
import Vocabulary

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

    /// Loads generated files, by path, all or nothing.
    ///
    /// Every file listed is there, none is there that is not listed, every digest matches, every config loads, and the index
    /// names exactly the configs that exist and says of them what they say.
    public init(files: [String: [UInt8]], _ sha256: SHA256Function) throws(ConfigRefusal) {
        var files = files
        guard let bytes = files.removeValue(forKey: FileList.Kind.content.fileName) else {
            throw ConfigRefusal(.digestDiffers, "it is missing", file: FileList.Kind.content.fileName)
        }
        let list = try FileList(.content, loading: bytes, sha256)
        try list.check(files, sha256)
        guard let index = files.removeValue(forKey: Self.indexPath) else {
            throw ConfigRefusal(.digestDiffers, "it is missing", file: Self.indexPath)
        }
        self.list = list
        self.divisions = try Self.load(Self.indexPath) { () throws(ConfigRefusal) in
            try DivisionIndex(loading: index)
        }
        var cities: [String: CityConfig] = [:]
        for file in list.files {
            guard let bytes = files[file.path] else { continue }
            let config = try Self.load(file.path) { () throws(ConfigRefusal) in try CityConfig(loading: bytes) }
            guard Self.path(of: config.place.slug) == file.path else {
                throw ConfigRefusal(.malformed, "it holds the config of '\(config.place.slug)'", file: file.path)
            }
            cities[config.place.slug] = config
        }
        self.cities = cities
        try checkIndex()
    }

    /// Names the file where it is refused.
    private static func load<Result>(
        _ path: String,
        _ body: () throws(ConfigRefusal) -> Result
    ) throws(ConfigRefusal) -> Result {
        do throws(ConfigRefusal) {
            return try body()
        } catch {
            throw error.naming(path)
        }
    }

    /// Holds the index against the configs: it names exactly those that exist, and says of each what the config says.
    private func checkIndex() throws(ConfigRefusal) {
        for entry in divisions.entries {
            let config = cities[entry.place.slug]
            let agrees =
                entry.config == config.map { Self.path(of: $0.place.slug) }
                && entry.homePayment == config?.homePayment ?? Timeline(.unknown)
                && config.map { $0.place == entry.place && $0.askedFrom == divisions.askedFrom } ?? true
            guard agrees else {
                throw ConfigRefusal(
                    .malformed,
                    "it says otherwise of '\(entry.place.slug)' than the configs do",
                    file: Self.indexPath
                )
            }
        }
        let named = Set(divisions.entries.lazy.map(\.place.slug))
        if let missing = cities.keys.filter({ !named.contains($0) }).min() {
            throw ConfigRefusal(.malformed, "'\(missing)' has a config and is not in it", file: Self.indexPath)
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
