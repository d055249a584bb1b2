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

    /// A validator with the tables embedded in the program, or with a test's own.
    public init(divisions: DivisionTable = .embedded, nationalities: NationalityTable = .embedded) {
        self.divisions = divisions
        self.nationalities = nationalities
    }

    /// Reads and judges all files of a registry.
    public func validate(_ catalog: SourceCatalog) -> Verdict {
        let files = spread(over: catalog.ids) { id in
            let reading = FileReading(catalog[id], as: id)
            return (reading: reading, secrets: SecretsAreKeptOut.secrets(in: catalog[id], reading, as: id))
        }
        let registry = Registry(catalog: catalog, readings: files.map(\.reading))
        var findings = Findings()
        var decoded = DecodedSecrets()
        for (id, file) in zip(catalog.ids, files) {
            findings.add(file.reading.findings, of: id)
            for secret in file.secrets.findings { findings.add(secret) }
            decoded.add(file.secrets)
        }
        return judge(registry, after: findings, hiding: decoded)
    }

    private func judge(_ registry: Registry, after reading: Findings, hiding secrets: DecodedSecrets) -> Verdict {
        var findings = reading
        RegistryFilesAreThere.check(registry, &findings)
        guard let settings = registry.settings else { return .invalid(secrets.hidden(from: findings.diagnostics)) }
        let world = World(registry, settings: settings, divisions: divisions, nationalities: nationalities)
        for rule in RuleCatalog.rules {
            rule.check(world, &findings)
            for schedule in registry.schedules where world.isJudged(schedule.file, by: rule) {
                let file = world.schedules[schedule.id.value] ?? ScheduleFile(schedule, in: world.domain)
                rule.check(file, in: world, &findings)
                rule.check(file.facts, in: world, &findings)
            }
            if world.isJudged(settings.file, by: rule) {
                rule.check(settings, in: world, &findings)
                rule.check(FileFacts(settings), in: world, &findings)
            }
            if let calendar = registry.calendar, world.isJudged(calendar.file, by: rule) {
                rule.check(calendar, in: world, &findings)
                rule.check(FileFacts(calendar), in: world, &findings)
            }
        }
        let ofCities = spread(over: registry.cities) { city in
            let file = CityFile(city, in: world)
            var findings = Findings()
            for rule in RuleCatalog.rules where world.isJudged(city.file, by: rule) {
                rule.check(file, in: world, &findings)
                rule.check(file.facts, in: world, &findings)
            }
            return findings
        }
        for found in ofCities { findings.add(found) }
        let all = secrets.hidden(from: findings.diagnostics)
        guard !all.hasErrors, let calendar = registry.calendar else { return .invalid(all) }
        return .valid(ValidatedRegistry(world: world, calendar: calendar), findings: all)
    }
}

extension World {
    /// Whether a rule has a say about a file.
    ///
    /// Where something could not be read, in the file or in `registry.yaml`, most findings would only repeat that in
    /// other words.
    fileprivate func isJudged(_ file: FileID, by rule: any RegistryRule.Type) -> Bool {
        guard !rule.judgesSingleValues else { return true }
        return !registry.flawedFiles.contains(file) && !registry.flawedFiles.contains(settings.file)
    }
}
