import CityRegistry
import CivilTime
import Diagnostics
import RegistryRules

/// What rules find in a registry that was another one at a commit.
struct ValidatedChange {
    private let options: ChangeOptions
    private let folder: String
    private let git: GitRegistry
    private let day: CivilDate?

    /// Looks at the registry in a folder of a work tree; days gone by lie before `day`, or before that of the commit.
    init(_ options: ChangeOptions, of folder: String, on day: CivilDate?) {
        self.options = options
        self.folder = folder
        self.day = day
        git = GitRegistry(folder)
    }

    /// The findings that were asked for: those found already, only those of what has changed, and those about the change.
    ///
    /// `unsaved` are files that stand in for those on disk.
    func findings(
        in catalog: SourceCatalog,
        found all: [Diagnostic],
        unsaved: Set<String>,
        by validator: Validator
    ) throws -> [Diagnostic] {
        let now = options.changed ? try ofChanged(catalog, unsaved, validator) : all
        let ageing = day.map { validator.ageing(of: validator.registry(catalog), on: $0) } ?? []
        let found = (now + ageing).sorted()
        guard let reference = options.against else { return found }
        let commit = try git.commit(reference)
        let before = validator.registry(try git.catalog(at: commit))
        guard let settings = before.settings, !before.flawedFiles.contains(settings.file) else {
            throw Failure.couldNot(
                "the registry.yaml at \(Echo.safe(reference)) cannot be read, and nothing can be held against it: "
                    + "name a later commit"
            )
        }
        if !before.flawedFiles.isEmpty {
            let paths = before.flawedFiles.map { before.catalog[$0].path }.sorted()
            Terminal.say(
                "visafee: not compared, because of errors at \(Echo.safe(reference)): \(paths.joined(separator: ", "))"
            )
        }
        let changes = try validator.changes(
            from: before,
            to: validator.registry(catalog),
            on: day ?? git.day(of: commit)
        )
        return (found + changes).sorted()
    }

    private func ofChanged(
        _ catalog: SourceCatalog,
        _ unsaved: Set<String>,
        _ validator: Validator
    ) throws -> [Diagnostic] {
        let commit = try git.commit(options.base ?? "HEAD")
        let changes = try git.changes(since: commit)
        let changed = changes.paths.union(unsaved)
        Terminal.say(
            "visafee: \(changed.count) of \(catalog.files.count) files changed since \(Echo.safe(options.base ?? "HEAD"))"
        )
        let gone = changes.earlier.subtracting(catalog.files.map(\.path)).sorted()
        if options.against == nil, !gone.isEmpty {
            Terminal.say(
                "visafee: \(Echo.safe(gone.joined(separator: ", "))) is gone; what that takes away is asked by --against"
            )
        }
        let before = try git.files(at: commit, Array(changes.earlier).sorted())
        return validator.findings(in: catalog, changed: changed, before: before)
    }
}
