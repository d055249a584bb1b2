public import CityRegistry
public import Diagnostics
public import Divisions
import SourceTree

/// A registry that no rule objects to.
///
/// Only ``Validator`` makes one, and the generator takes nothing else.
public struct ValidatedRegistry: Sendable {
    /// What the files say.
    public let registry: Registry
    /// `registry.yaml`.
    public let settings: Settings
    /// `calendar.yaml`.
    public let calendar: HolidayCalendar
    /// Look-ups prepared for the rules, of use to the generator too.
    public let world: World

    fileprivate init(world: World, calendar: HolidayCalendar) {
        self.registry = world.registry
        self.settings = world.settings
        self.calendar = calendar
        self.world = world
    }

    /// The schedule a city's fees rest on.
    public func schedule(of city: City) -> Schedule? {
        registry.schedule(city.fees.schedule.value)
    }
}

/// What the rules say of a registry.
///
/// The verdict changes the type: only a valid one can be generated from.
public enum Verdict: Sendable {
    /// No errors; findings are warnings and advice.
    case valid(ValidatedRegistry, findings: [Diagnostic])
    /// At least one error.
    case invalid([Diagnostic])

    /// All findings, sorted by place.
    public var findings: [Diagnostic] {
        switch self {
        case .valid(_, let findings), .invalid(let findings): findings
        }
    }
}

/// Judges a registry: reads its files, runs every rule over them and reports everything in one pass.
///
/// The verdict depends on the registry's bytes alone. No rule knows what day it is.
public struct Validator: Sendable {
    /// The divisions that cities must be among.
    public let divisions: DivisionTable
    /// The nationalities that fees are asked for.
    public let nationalities: NationalityTable
    /// Which area codes lead to which divisions.
    public let areaCodes: AreaCodes

    /// A validator with the tables embedded in the program, or with a test's own.
    public init(
        divisions: DivisionTable = .embedded,
        nationalities: NationalityTable = .embedded,
        areaCodes: AreaCodes = .embedded
    ) {
        self.divisions = divisions
        self.nationalities = nationalities
        self.areaCodes = areaCodes
    }

    /// Reads and judges all files of a registry.
    ///
    /// Whoever judges it again after an edit keeps a ``ValidationSession`` instead.
    public func validate(_ catalog: SourceCatalog) -> Verdict {
        ValidationSession(catalog, validator: self).verdict
    }

    /// What ``validate(_:)`` finds, for whoever wants to know no more: no city is kept once it has been judged, so that a
    /// registry of any size takes little more memory than its bytes.
    public func findings(in catalog: SourceCatalog) -> [Diagnostic] {
        findings(in: catalog, among: { _ in true }, concerning: { _, _ in true })
    }

    /// What ``findings(in:)`` finds in the cities that are concerned, and in the files they share.
    ///
    /// Only those cities are read that may be concerned by their bytes.
    func findings(
        in catalog: SourceCatalog,
        among mayBeConcerned: @Sendable (SourceFile) -> Bool,
        concerning isConcerned: @Sendable (_ path: String, CityOutline?) -> Bool
    ) -> [Diagnostic] {
        let isCity = catalog.files.map { RegistryFile(path: $0.path) == .city }
        let foundation = catalog.ids.filter { !isCity[Int($0.index)] }.map { ReadFile(catalog[$0], as: $0) }
        // A registry without its cities, which say nothing about each other's facts.
        let registry = Registry(catalog: catalog, readings: foundation.map(\.reading))
        let world = world(of: registry)
        let judged = foundation.map { JudgedFile($0, world?.findings(of: $0)) }
        let ofCities = spread(over: catalog.ids.filter { isCity[Int($0.index)] }) { id -> CityShare? in
            guard mayBeConcerned(catalog[id]) else { return nil }
            let file = ReadFile(catalog[id], as: id)
            let outline = file.reading.city.map(CityOutline.init)
            let isConcerned = isConcerned(catalog[id].path, outline)
            let judged = JudgedFile(file, isConcerned ? world?.findings(of: file) : nil)
            return CityShare(id: id, outline: outline, file: judged, isConcerned: isConcerned)
        }.compactMap { $0 }
        let concerned = Set((foundation.map(\.id) + ofCities.filter(\.isConcerned).map(\.id)))
        let whole = world.map { World(registry, cities: ofCities.compactMap(\.outline), otherwiseLike: $0) }
        let found = JudgedFile.findings(judged + ofCities.map(\.file), registry, whole)
        return concerned.count == catalog.files.count ? found : found.filter { concerned.contains($0.range.file) }
    }

    /// What rules look things up in; nothing without settings.
    func world(of registry: Registry) -> World? {
        registry.settings.map {
            World(
                registry,
                settings: $0,
                divisions: divisions,
                nationalities: nationalities,
                areaCodes: areaCodes
            )
        }
    }
}

/// What one city adds to the findings of all.
private struct CityShare {
    let id: FileID
    let outline: CityOutline?
    let file: JudgedFile
    let isConcerned: Bool
}

extension Verdict {
    /// The verdict that all findings together amount to.
    init(_ findings: [Diagnostic], _ world: World?) {
        if !findings.hasErrors, let world, let calendar = world.registry.calendar {
            self = .valid(ValidatedRegistry(world: world, calendar: calendar), findings: findings)
        } else {
            self = .invalid(findings)
        }
    }
}

extension World {
    /// What the rules say of one file, whatever the other cities' files hold.
    func findings(of file: ReadFile) -> Findings {
        var findings = Findings()
        let isFlawed = file.isFlawed || registry.flawedFiles.contains(settings.file)
        switch file.reading.content {
        case .city(let city):
            let file = CityFile(city, in: self)
            for rule in rules(isFlawed: isFlawed) {
                rule.check(file, in: self, &findings)
                rule.check(file.facts, in: self, &findings)
            }
        case .schedule(let schedule):
            let file = schedules[schedule.id.value] ?? ScheduleFile(schedule, in: domain)
            for rule in rules(isFlawed: isFlawed) {
                rule.check(file, in: self, &findings)
                rule.check(file.facts, in: self, &findings)
            }
        case .settings where file.id == settings.file:
            let facts = FileFacts(settings)
            for rule in rules(isFlawed: isFlawed) {
                rule.check(settings, in: self, &findings)
                rule.check(facts, in: self, &findings)
            }
        case .calendar(let calendar) where calendar.file == registry.calendar?.file:
            let facts = FileFacts(calendar)
            for rule in rules(isFlawed: isFlawed) {
                rule.check(calendar, in: self, &findings)
                rule.check(facts, in: self, &findings)
            }
        case .settings, .calendar, nil: break
        }
        return findings
    }

    /// The rules that have a say about a file.
    ///
    /// Where something could not be read, in the file or in `registry.yaml`, most findings would only repeat that in
    /// other words.
    private func rules(isFlawed: Bool) -> [any RegistryRule.Type] {
        isFlawed ? RuleCatalog.rules.filter { $0.judgesSingleValues } : RuleCatalog.rules
    }
}
