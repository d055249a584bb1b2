public import CityRegistry
import Diagnostics
public import Divisions
public import Vocabulary

/// What every rule may look things up in, prepared once per run.
public struct World: Sendable {
    /// The registry under judgement.
    public let registry: Registry
    /// Its settings.
    public let settings: Settings
    /// The divisions of China.
    public let divisions: DivisionTable
    /// The nationalities.
    public let nationalities: NationalityTable
    /// The services without their places, by word.
    public let services: [String: Service]
    /// What fees can be asked for, numbered.
    public let domain: FeeDomain
    /// For each schedule, who belongs to which group on which day.
    public let memberships: [String: Memberships]

    let channelKinds: [String: ChannelKind]
    let sourceKinds: [String: Confidence]
    let sourceCopies: [String: Confidence]
    let words: Words

    /// The closed lists, as sets.
    struct Words: Sendable {
        let methods: Set<String>
        let applicants: Set<String>
        let onlineUses: Set<String>
        let services: Set<String>
        let channelKinds: Set<String>
        let schedules: Set<String>
    }

    init(
        _ registry: Registry,
        settings: Settings,
        divisions: DivisionTable,
        nationalities: NationalityTable
    ) {
        self.registry = registry
        self.settings = settings
        self.divisions = divisions
        self.nationalities = nationalities
        self.services = Dictionary(settings.services.map { ($0.id.value, $0.service) }) { first, _ in first }
        let domain = FeeDomain(settings: settings, nationalities: nationalities)
        self.domain = domain
        self.memberships = Dictionary(
            registry.schedules.map { ($0.id.value, Memberships(groups: $0.groups, in: domain)) }
        ) { first, _ in first }
        self.channelKinds = Dictionary(settings.channelKinds.map { ($0.id.value, $0) }) { first, _ in first }
        self.sourceKinds = Dictionary(settings.sourceKinds.map { ($0.id.value, $0.atMost.value) }) { first, _ in first }
        self.sourceCopies = Dictionary(settings.sourceCopies.map { ($0.id.value, $0.atMost.value) }) { first, _ in first
        }
        self.words = Words(
            methods: Set(settings.methods.map(\.id.value)),
            applicants: Set(settings.applicants.map(\.id.value)),
            onlineUses: Set(settings.onlineUses.map(\.id.value)),
            services: Set(settings.services.map(\.id.value)),
            channelKinds: Set(settings.channelKinds.map(\.id.value)),
            schedules: Set(registry.schedules.map(\.id.value))
        )
    }

    /// The most confidence these sources allow: that of the best of them, or nothing where none is known.
    func cap(of sources: [Located<String>], among known: [String: Source]) -> Confidence? {
        sources.compactMap { known[$0.value].flatMap(cap(of:)) }.max()
    }

    /// The most confidence a source allows by its kind and its copy.
    private func cap(of source: Source) -> Confidence? {
        guard let byKind = sourceKinds[source.kind.value] else { return nil }
        guard let copy = source.copy else { return byKind }
        return sourceCopies[copy.value].map { min($0, byKind) }
    }
}
