public import CityRegistry
import Diagnostics
public import Divisions
public import Vocabulary

/// What every rule may look things up in, prepared once per run.
public final class World: Sendable {
    /// The registry under judgement.
    public let registry: Registry
    /// What its cities are held against each other by, in the order of their files.
    ///
    /// Rules compare cities by nothing else; the cities themselves may be gone by then.
    public let cities: [CityOutline]
    /// Its settings.
    public let settings: Settings
    /// The divisions of China.
    public let divisions: DivisionTable
    /// The nationalities.
    public let nationalities: NationalityTable
    /// Which area codes lead to which divisions.
    public let areaCodes: AreaCodes
    /// The services without their places, by word.
    public let services: [String: Service]
    /// What fees can be asked for, numbered.
    public let domain: FeeDomain
    /// The schedules that could be read without errors, by word.
    public let schedules: [String: ScheduleFile]
    /// Whether every schedule is among them: where not, a schedule that seems missing may only be flawed.
    let hasEverySchedule: Bool
    /// The words of the closed lists.
    let words: Words
    /// How places are called in the names of bureaus.
    let placeNames: PlaceNames
    private let sourceKinds: [String: Confidence]
    private let sourceCopies: [String: Confidence]

    init(
        _ registry: Registry,
        settings: Settings,
        divisions: DivisionTable,
        nationalities: NationalityTable,
        areaCodes: AreaCodes
    ) {
        let domain = FeeDomain(settings: settings, nationalities: nationalities)
        let sound = registry.schedules.filter { !registry.flawedFiles.contains($0.file) }
        self.registry = registry
        self.cities = registry.cities.map(CityOutline.init)
        self.settings = settings
        self.divisions = divisions
        self.nationalities = nationalities
        self.areaCodes = areaCodes
        self.services = Dictionary(settings.services.map { ($0.id.value, $0.service) }) { first, _ in first }
        self.domain = domain
        self.schedules = Dictionary(
            sound.map { ($0.id.value, ScheduleFile($0, in: domain)) }
        ) { first, _ in first }
        self.hasEverySchedule = registry.catalog.ids.allSatisfy { id in
            guard case .schedule = RegistryFile(path: registry.catalog[id].path) else { return true }
            return sound.contains { $0.file == id }
        }
        self.words = Words(settings)
        self.placeNames = PlaceNames(divisions)
        self.sourceKinds = Dictionary(settings.sourceKinds.map { ($0.id.value, $0.atMost.value) }) { first, _ in first }
        self.sourceCopies = Dictionary(
            settings.sourceCopies.map { ($0.id.value, $0.atMost.value) }
        ) { first, _ in first }
    }

    /// The same for a registry that differs in nothing but its cities.
    init(_ registry: Registry, cities: [CityOutline], otherwiseLike other: World) {
        self.registry = registry
        self.cities = cities
        settings = other.settings
        divisions = other.divisions
        nationalities = other.nationalities
        areaCodes = other.areaCodes
        services = other.services
        domain = other.domain
        schedules = other.schedules
        hasEverySchedule = other.hasEverySchedule
        words = other.words
        placeNames = other.placeNames
        sourceKinds = other.sourceKinds
        sourceCopies = other.sourceCopies
    }

    /// The closed lists, as sets.
    struct Words: Sendable {
        let services: Set<String>
        let channelKinds: Set<String>
        let methods: Set<String>
        let applicants: Set<String>
        let onlineUses: Set<String>
        let sourceKinds: Set<String>
        let sourceCopies: Set<String>

        init(_ settings: Settings) {
            services = Set(settings.services.map(\.id.value))
            channelKinds = Set(settings.channelKinds.map(\.id.value))
            methods = Set(settings.methods.map(\.id.value))
            applicants = Set(settings.applicants.map(\.id.value))
            onlineUses = Set(settings.onlineUses.map(\.id.value))
            sourceKinds = Set(settings.sourceKinds.map(\.id.value))
            sourceCopies = Set(settings.sourceCopies.map(\.id.value))
        }
    }

    /// The most confidence a source allows by its kind and its copy.
    func cap(of source: Source) -> Confidence? {
        guard let byKind = sourceKinds[source.kind.value] else { return nil }
        guard let copy = source.copy else { return byKind }
        return sourceCopies[copy.value].map { min($0, byKind) }
    }
}
