import ArgumentParser
import CityRegistry
import CivilTime
import Diagnostics
import Divisions
import FoundationEssentials
import RegistryEditing
import RegistryRules
import Rollout
import Vocabulary

/// How a command that changes a registry's file goes about it.
struct EditOptions: ParsableArguments {
    @Flag(help: "Show what would change, and write nothing.")
    var dryRun = false

    @Option(name: .customLong("lang"), help: "The language of the plan: en or zh.")
    var language: Language = .english

    @OptionGroup
    var registry: RegistryOptions

    /// Changes one city's file: reads, edits, judges, shows the plan, and only then writes.
    ///
    /// `check` throws where the registry as a whole has no place for the edit.
    func change(
        _ city: String,
        next: (Division) -> String,
        check: (ValidatedRegistry) throws -> Void = { _ in },
        edit: (SourceFile, City, _ today: CivilDate) throws(EditRefusal) -> SourceFile
    ) throws {
        try run {
            let division = try CityFinder(registry.tables.finder()).division(city)
            let before = try RegistryLoading(registry).validated()
            guard let city = before.registry.cities.first(where: { $0.slug.value == division.slug }) else {
                throw Failure.couldNot(
                    "\(division.slug) has no file yet: run 'visafee city new \(division.slug)' first"
                )
            }
            try check(before)
            let source = before.registry.catalog[city.file]
            let today = try ProgramClock.now().date
            let file: SourceFile
            do throws(EditRefusal) {
                file = try edit(source, city, today)
            } catch {
                throw Failure(description: "\(error.reason.text(in: language)); nothing was written", code: .findings)
            }
            try finish(source, file, before, today, next: next(division))
        }
    }

    /// Adds a city's first file.
    func add(_ city: String, next: (Division) -> String) throws {
        try run {
            let division = try CityFinder(registry.tables.finder()).division(city)
            let before = try RegistryLoading(registry).validated()
            if let there = before.registry.cities.first(where: { $0.slug.value == division.slug }) {
                throw Failure.couldNot(
                    "\(before.registry.catalog[there.file].path) is there already; nothing was written"
                )
            }
            let settings = before.settings.file
            let kinds = before.settings.channelKinds.map(\.id.value)
            guard let schedule = before.registry.schedules.first?.id.value, let kind = kinds.first else {
                throw Failure.couldNot("the registry has no fee schedule, or no kind of channel; nothing was written")
            }
            let folder = RegistryFile.home(of: before.registry.catalog[settings].path)
            let file = CityScaffold(
                slug: division.slug,
                division: division.code,
                names: "\(division.englishName) \(division.chineseName)",
                channelKind: kind,
                schedule: schedule,
                in: folder
            ).file
            try finish(nil, file, before, ProgramClock.now().date, next: next(division))
            let schema = "\(folder)/\(CityScaffold.schemaName)"
            if !dryRun, !FileManager.default.fileExists(atPath: schema) {
                Terminal.say("for editors, the schema that its first line names: visafee schema city > \(schema)")
            }
        }
    }

    private func run(_ work: () throws -> Void) throws {
        try ReleaseWork.run {
            do {
                try work()
            } catch let refusal as Refusal {
                throw Failure(description: refusal.text(in: language), code: refusal.code)
            }
        }
    }

    /// Judges the registry as it would be, shows the plan, and writes the file.
    private func finish(
        _ old: SourceFile?,
        _ new: SourceFile,
        _ before: ValidatedRegistry,
        _ today: CivilDate,
        next: String
    ) throws {
        let catalog = before.registry.catalog
        let changed = catalog.replacing(new)?.catalog ?? SourceCatalog(catalog.files + [new])
        let pair = try RegistryPair(catalog, changed, registry.tables.validator()) { catalog, findings, _ in
            let report = Report(findings.filter { $0.severity == .error }, in: catalog, language: language)
            Terminal.say(CompactRenderer().render(report) + "visafee: this would not be valid; nothing was written")
            throw ExitCode.findings
        }
        try Terminal.write(Planning(of: pair, on: today, registry.tables).report().text(in: language))
        try Terminal.write(UnifiedDiff(from: old ?? SourceFile(path: new.path, bytes: []), to: new).bytes)
        guard !dryRun else { return Terminal.say("nothing was written") }
        try EditedFiles(old, new).write()
        Terminal.say("wrote \(new.path)\nnext: \(next)")
    }
}
