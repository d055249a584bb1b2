import CityRegistry
import CivilTime
import RegistryRules
import ServiceConfig
import Vocabulary

/// What a schedule gives to all cities on it, made once.
struct SharedFees: Sendable {
    /// A fee table and its self-test, which is empty where nobody wants one.
    typealias Made = (table: ServiceConfig.FeeTable, selfTest: [SelfTest])

    private let registry: ValidatedRegistry
    private let facts: ConfigFacts
    private let isTested: Bool
    /// By schedule, which rates speak of each path.
    private let paths: [String: PlainFees.Paths]
    /// By schedule, what a city has that has no rates of its own.
    private let plain: [String: Result<Made, GeneratorFault>]

    /// What these cities share.
    init(_ registry: ValidatedRegistry, _ cities: [City], _ facts: ConfigFacts, isTested: Bool) {
        let schedules = Set(cities.map(\.fees.schedule.value)).sorted().compactMap(registry.registry.schedule)
        let leaves = registry.world.domain.leaves
        let paths = Dictionary(
            isTested ? schedules.map { ($0.id.value, PlainFees.Paths($0.tables, leaves)) } : []
        ) { first, _ in first }
        self.registry = registry
        self.facts = facts
        self.isTested = isTested
        self.paths = paths
        let made = schedules.compactMap { schedule -> (String, Result<Made, GeneratorFault>)? in
            let city = cities.first { $0.fees.schedule.value == schedule.id.value && $0.fees.tables.isEmpty }
            return city.map {
                (schedule.id.value, Self.made($0, schedule, registry, facts, paths[schedule.id.value]))
            }
        }
        self.plain = Dictionary(made) { first, _ in first }
    }

    /// The fee table of a city, and its self-test.
    func made(of city: City, on schedule: Schedule) throws(GeneratorFault) -> Made {
        let id = schedule.id.value
        if city.fees.tables.isEmpty, let plain = plain[id] { return try plain.get() }
        return try Self.made(city, schedule, registry, facts, paths[id]).get()
    }

    private static func made(
        _ city: City,
        _ schedule: Schedule,
        _ registry: ValidatedRegistry,
        _ facts: ConfigFacts,
        _ national: PlainFees.Paths?
    ) -> Result<Made, GeneratorFault> {
        let table = FeeTableBuilder(city, on: schedule, in: registry.world, facts).table()
        guard let national else { return .success((table, [])) }
        let local = PlainFees.Paths(city.fees.tables, table.leaves)
        let builder = SelfTestBuilder(PlainFees(city, on: schedule), local, national)
        return Result { () throws(GeneratorFault) in (table, try builder.rows(for: table, from: facts.askedFrom)) }
    }
}
