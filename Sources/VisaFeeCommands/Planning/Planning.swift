import CityRegistry
import CivilTime
import ConfigGenerator
import Diagnostics
import RegistryRules
import Rollout
import ServiceConfig
import Vocabulary

/// Makes a plan of two contents: only the configs that differ are looked at.
struct Planning {
    let plan: Plan
    let words: PlanWords
    /// The configs before, of the cities that change.
    let before: [String: CityConfig]
    /// The configs after, of the cities that change.
    let after: [String: CityConfig]
    private let registry: ValidatedRegistry?

    init(from old: PlacedContent, to new: PlacedContent, on day: CivilDate) throws {
        let (before, after) = (Self.digests(old), Self.digests(new))
        let slugs = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        let pairs = spread(over: slugs) { slug in
            (slug, Self.config(slug, before, old), Self.config(slug, after, new))
        }
        var configs: (old: [String: CityConfig], new: [String: CityConfig]) = ([:], [:])
        for (slug, left, right) in pairs {
            configs.old[slug] = try left?.get()
            configs.new[slug] = try right?.get()
        }
        let from = PlanSide(
            content: old.list?.digest(sha256),
            registry: old.list?.origin,
            cities: Set(before.keys),
            configs: configs.old
        )
        let to = PlanSide(
            content: new.list?.digest(sha256),
            registry: new.list?.origin,
            cities: Set(after.keys),
            configs: configs.new
        )
        let sample =
            try configs.new.values.first ?? configs.old.values.first
            ?? after.keys.min().flatMap { try Self.config($0, after, new)?.get() }
        let answers =
            Set(before.keys).union(after.keys).count
            * (sample.map { $0.fees.leaves.count * $0.fees.nationalities.count } ?? 0)
        self.plan = Plan(from: from, to: to, on: day, answerCount: answers)
        self.words = PlanWords(plan, from: from, to: to, nationalityName: NationalityWords.name(of:))
        self.before = configs.old
        self.after = configs.new
        self.registry = new.registry
    }

    /// Makes a plan of two registries to be read and not kept: nothing is generated but the answers of cities that can
    /// differ, so it names neither content.
    init(of pair: RegistryPair, on day: CivilDate, _ tables: TableOptions) throws {
        let finder = try tables.finder()
        let generators = (
            old: Generator(pair.old, names: finder, sha256: sha256),
            new: Generator(pair.new, names: finder, sha256: sha256)
        )
        let old: [String: CityConfig]
        let new: [String: CityConfig]
        do throws(GeneratorFault) {
            old = try generators.old.configs(of: pair.candidates)
            new = try generators.new.configs(
                of: pair.candidates,
                withFeesOf: old.filter { pair.sameFees.contains($0.key) }
            )
        } catch {
            throw Failure.couldNot("a fault of this program, please report it: \(error)")
        }
        let from = PlanSide(content: nil, registry: nil, cities: Self.slugs(pair.old), configs: old)
        let to = PlanSide(
            content: nil,
            registry: pair.differs ? generators.new.origin : nil,
            cities: Self.slugs(pair.new),
            configs: new
        )
        let domain = pair.new.world.domain
        let answers = from.cities.union(to.cities).count * domain.leaves.count * domain.nationalities.count
        self.plan = Plan(from: from, to: to, on: day, answerCount: answers)
        self.words = PlanWords(plan, from: from, to: to, nationalityName: NationalityWords.name(of:))
        self.before = old
        self.after = new
        self.registry = pair.new
    }

    private static func slugs(_ registry: ValidatedRegistry) -> Set<String> {
        Set(registry.registry.cities.map(\.slug.value))
    }

    /// The report.
    func report(expecting expectations: Expectations = Expectations()) -> PlanReport {
        let places = registry.map(RegistryPlaces.init)
        return PlanReport(plan, words, expecting: expectations) { places?.place(of: $0) }
    }

    private static let prefix = "cities/"
    private static let suffix = ".json"

    private static func digests(_ content: PlacedContent) -> [String: Digest] {
        var digests: [String: Digest] = [:]
        for file in content.list?.files ?? [] where file.path.hasPrefix(prefix) && file.path.hasSuffix(suffix) {
            digests[String(file.path.dropFirst(prefix.count).dropLast(suffix.count))] = file.digest
        }
        return digests
    }

    private static func config(
        _ slug: String,
        _ digests: [String: Digest],
        _ content: PlacedContent
    ) -> Result<CityConfig, ConfigRefusal>? {
        guard digests[slug] != nil, let bytes = content.files?[LoadedContent.path(of: slug)] else { return nil }
        return Result { () throws(ConfigRefusal) in try CityConfig(loading: bytes) }
    }
}

/// Finds where in a registry's files a change is written.
struct RegistryPlaces {
    private let registry: ValidatedRegistry

    init(_ registry: ValidatedRegistry) {
        self.registry = registry
    }

    /// `cities/guangzhou.yaml:51`; nothing where it is not written in one place.
    func place(of change: Plan.Change) -> String? {
        range(of: change).map { range in
            let catalog = registry.registry.catalog
            return "\(catalog[range.file].path):\(catalog.position(of: range).line)"
        }
    }

    private func bureau(of city: City) -> SourceRange? {
        switch city.bureau {
        case .unknown(let range): range
        case .known(let bureau): bureau.phones?.value?.first?.number.range ?? bureau.range
        }
    }

    private func range(of change: Plan.Change) -> SourceRange? {
        guard let slug = change.cities.first,
            let city = registry.registry.cities.first(where: { $0.slug.value == slug })
        else { return nil }
        switch change {
        case .stage(let change):
            let rollout = city.rollouts.first { $0.channel.value == change.channel }
            return rollout?.stage.value(on: change.from)?.range ?? rollout?.channel.range
        case .fee(let box):
            guard let leaf = box.leaves.first, let nationality = box.nationalities.first,
                let schedule = registry.schedule(of: city)
            else { return nil }
            let fees = PlainFees(city, on: schedule)
            return fees.fee(for: leaf, nationality: nationality, on: box.from)?.rate.fee.value(on: box.from)?.range
        case .fact(let change):
            switch change.kind {
            case .channelOffered, .channelWithdrawn, .channelBecameUnknown, .channelNarrowed, .channelChanged:
                return city.channels.first { $0.id.value == change.subject }?.id.range
            case .sourceAdded, .sourceChanged:
                let id = change.subject.drop { $0 != ":" }.dropFirst()
                return city.sources.first { $0.id.value == id }?.id.range
            case .cityAdded: return city.slug.range
            case .contactChanged where change.subject == "bureau": return bureau(of: city)
            case .railChanged: return city.rollouts.first { $0.channel.value == change.subject }?.channel.range
            default: return nil
            }
        }
    }
}
