import CityRegistry
import CivilTime
public import Divisions
public import RegistryRules
public import ServiceConfig
import Vocabulary

/// Writes content from a validated registry.
///
/// The program on one page:
/// 1. each city becomes a ``CityConfig``: facts (`ConfigFacts`), fees (`FeeTableBuilder`), and a self-test (`SelfTestBuilder`)
///    whose answers come from a plain walk through the rates;
/// 2. every division of China becomes an entry of the ``DivisionIndex``, known or not;
/// 3. the files are listed with their digests in a ``FileList``.
///
/// The result is a pure function of the registry's bytes: no clock, no locale, no path, no order of a dictionary enters it.
public struct Generator: Sendable {
    private let registry: ValidatedRegistry
    private let names: DivisionFinder
    private let sha256: SHA256Function

    /// A generator for a registry.
    ///
    /// `names` gives every division its other names; `sha256` computes digests.
    public init(_ registry: ValidatedRegistry, names: DivisionFinder, sha256: @escaping SHA256Function) {
        self.registry = registry
        self.names = names
        self.sha256 = sha256
    }

    /// The digest of the registry's bytes.
    public var origin: Digest { RegistryDigest(registry.registry.catalog).digest(sha256) }

    /// The configs of some cities, by slug, without their self-tests: for whoever only wants to compare answers.
    ///
    /// Cities that `others` has fees of get those: whoever gives any vouches that they are the same.
    public func configs(
        of slugs: Set<String>,
        withFeesOf others: [String: CityConfig] = [:]
    ) throws(GeneratorFault) -> [String: CityConfig] {
        let facts = ConfigFacts(registry)
        let cities = registry.registry.cities.filter { slugs.contains($0.slug.value) }
        let shared = SharedFees(
            registry,
            cities.filter { others[$0.slug.value] == nil },
            facts,
            isTested: false
        )
        let results = spread(over: cities) { config(of: $0, facts, shared, fees: others[$0.slug.value]?.fees) }
        var configs: [String: CityConfig] = [:]
        for result in results {
            let config = try result.get()
            configs[config.place.slug] = config
        }
        return configs
    }

    /// All files.
    ///
    /// Of `unchanged` cities nothing is made: their files are those of `other` content. Whoever names any vouches that the
    /// registries differ in nothing that concerns them.
    ///
    /// - Throws: ``GeneratorFault`` where the registry's own walk through the rates has no single answer, which a validated
    ///   registry cannot have: it would be a fault of this program.
    public func generate(
        reusing other: GeneratedContent? = nil,
        of unchanged: Set<String> = []
    ) throws(GeneratorFault) -> GeneratedContent {
        let facts = ConfigFacts(registry)
        let common = facts.commonText
        let made = registry.registry.cities.filter { !unchanged.contains($0.slug.value) }
        let shared = SharedFees(registry, made, facts, isTested: true)
        let results = spread(over: registry.registry.cities) { city -> Result<GeneratedCity, GeneratorFault> in
            if unchanged.contains(city.slug.value), let made = other?.cities[city.slug.value] { return .success(made) }
            return config(of: city, facts, shared).map { config in
                GeneratedCity(config, bytes: config.canonicalBytes(with: common), sha256)
            }
        }
        var files: [String: [UInt8]] = [:]
        var cities: [String: GeneratedCity] = [:]
        var listed: [FileList.File] = []
        func add(_ path: String, _ bytes: [UInt8], _ digest: Digest) {
            files[path] = bytes
            listed.append(FileList.File(path: path, byteCount: bytes.count, digest: digest))
        }
        for result in results {
            let city = try result.get()
            add(LoadedContent.path(of: city.slug), city.bytes, city.digest)
            cities[city.slug] = city
        }
        let index = index(cities, facts).canonicalBytes
        add(LoadedContent.indexPath, index, sha256(index))
        let list = FileList(.content, madeFrom: origin, files: listed)
        files[FileList.Kind.content.fileName] = list.canonicalBytes(sha256)
        return GeneratedContent(files: files, cities: cities)
    }

    private func config(
        of city: City,
        _ facts: ConfigFacts,
        _ shared: SharedFees,
        fees known: ServiceConfig.FeeTable? = nil
    ) -> Result<CityConfig, GeneratorFault> {
        guard let division = names.table.division(code: city.division.value), let schedule = registry.schedule(of: city)
        else { return .failure(GeneratorFault("'\(city.slug.value)' has no division or no schedule")) }
        do throws(GeneratorFault) {
            let fees: SharedFees.Made =
                if let known { (known, []) } else { try shared.made(of: city, on: schedule) }
            return .success(
                CityConfig(
                    place: Place(division),
                    askedFrom: facts.askedFrom,
                    hotline: facts.hotline,
                    bureau: facts.bureau(of: city),
                    receipt: facts.receipt(of: city),
                    services: facts.services,
                    terms: facts.terms,
                    channels: facts.channels(of: city),
                    rollouts: facts.rollouts(of: city),
                    fees: fees.table,
                    calendar: facts.calendar,
                    freshness: facts.freshness,
                    sources: facts.sources(of: city, schedule),
                    selfTest: fees.selfTest
                )
            )
        } catch {
            return .failure(error)
        }
    }

    private func index(_ cities: [String: GeneratedCity], _ facts: ConfigFacts) -> DivisionIndex {
        DivisionIndex(
            askedFrom: facts.askedFrom,
            hotline: facts.hotline,
            sources: facts.registrySources,
            entries: names.table.all.map { division in
                DivisionIndex.Entry(
                    place: Place(division),
                    aliases: names.otherNames(slug: division.slug),
                    config: cities[division.slug] == nil ? nil : LoadedContent.path(of: division.slug),
                    homePayment: cities[division.slug]?.homePayment ?? Timeline(.unknown)
                )
            }
        )
    }
}

/// What was generated: files by path, `content.json` among them.
public struct GeneratedContent: Sendable {
    /// The files' bytes, by path below the output folder.
    public let files: [String: [UInt8]]
    /// What was generated of each city, by slug.
    let cities: [String: GeneratedCity]

    /// The paths, in bytewise order.
    public var paths: [String] {
        files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// What is generated of one city, and what the index says of it.
///
/// The config itself is let go as soon as it is written.
struct GeneratedCity: Sendable {
    let slug: String
    let bytes: [UInt8]
    let digest: Digest
    let homePayment: Timeline<ChannelStatus>

    init(_ config: CityConfig, bytes: [UInt8], _ sha256: SHA256Function) {
        self.slug = config.place.slug
        self.bytes = bytes
        self.digest = sha256(bytes)
        self.homePayment = config.homePayment
    }
}

/// A fault of this program: a valid registry that cannot be generated from.
public struct GeneratorFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What could not be done.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Place {
    /// A division's names and codes.
    public init(_ division: Division) {
        self.init(
            slug: division.slug,
            division: division.code,
            name: LocalizedText(division.englishName, division.chineseName),
            provinceCode: division.province.code,
            province: LocalizedText(division.province.englishName, division.province.chineseName)
        )
    }
}
