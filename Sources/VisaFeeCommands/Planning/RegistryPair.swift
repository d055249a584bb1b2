import CityRegistry
import Diagnostics
import RegistryRules

/// Two valid registries that a plan is made between, and the cities that can differ.
///
/// A city's answers come from its own file and from those that all cities share. Where both are the same, byte for byte,
/// nothing about the city needs to be generated.
struct RegistryPair: Sendable {
    let old: ValidatedRegistry
    let new: ValidatedRegistry
    /// Whether any byte differs.
    let differs: Bool
    /// The slugs of the cities that can differ.
    let candidates: Set<String>

    /// Judges two registries; the one that is not valid is told of by `complaint`.
    init(
        _ before: SourceCatalog,
        _ after: SourceCatalog,
        _ validator: Validator,
        complaint: (SourceCatalog, [Diagnostic], _ isOld: Bool) throws -> Void
    ) throws {
        let changed = FileChanges(before, after)
        // Judging a registry again after some cities have changed takes less than judging it from the beginning.
        let isSmall = changed.isOfCitiesOnly && changed.replaced.count <= Self.fewest && changed.haveTheSamePaths
        let oldVerdict: Verdict
        let newVerdict: Verdict
        if isSmall {
            var session = ValidationSession(after, validator: validator)
            newVerdict = session.verdict
            for file in changed.replaced { session.update(file) }
            oldVerdict = session.verdict
        } else {
            newVerdict = validator.validate(after)
            oldVerdict = validator.validate(before)
        }
        guard case .valid(let new, _) = newVerdict else {
            try complaint(after, newVerdict.findings, false)
            throw Failure.couldNot("the later registry is not valid")
        }
        guard case .valid(let old, _) = oldVerdict else {
            try complaint(before, oldVerdict.findings, true)
            throw Failure.couldNot("the earlier registry is not valid")
        }
        self.init(old: old, new: new, changed)
    }

    /// Two registries that were judged already.
    init(old: ValidatedRegistry, new: ValidatedRegistry) {
        self.init(old: old, new: new, FileChanges(old.registry.catalog, new.registry.catalog))
    }

    private init(old: ValidatedRegistry, new: ValidatedRegistry, _ changed: FileChanges) {
        self.old = old
        self.new = new
        self.differs = changed.isAny
        self.candidates =
            changed.isOfCitiesOnly
            ? changed.slugs(in: old).union(changed.slugs(in: new))
            : Set((old.registry.cities + new.registry.cities).map(\.slug.value))
    }

    /// The slugs of cities on both sides that cannot differ.
    var unchanged: Set<String> {
        Set(new.registry.cities.map(\.slug.value)).subtracting(candidates)
    }

    /// Up to how many changed files are judged one by one.
    private static let fewest = 8
}

/// Which files of two registries differ, wherever the registries lie.
private struct FileChanges {
    /// The names that differ or are on one side only, below the registry's folder.
    private let names: Set<String>
    /// The earlier texts of files that are on both sides and differ.
    let replaced: [SourceFile]
    /// Whether both registries lie in the same folder and have files of the same names.
    let haveTheSamePaths: Bool

    init(_ before: SourceCatalog, _ after: SourceCatalog) {
        let (old, new) = (Self.byName(before), Self.byName(after))
        let names = Set(old.keys).union(new.keys).filter { old[$0]?.bytes != new[$0]?.bytes }
        self.names = names
        replaced = before.files.filter { names.contains(Self.name(of: $0.path)) }
        haveTheSamePaths = before.files.map(\.path) == after.files.map(\.path)
    }

    var isAny: Bool { !names.isEmpty }

    var isOfCitiesOnly: Bool {
        names.allSatisfy { if case .city = RegistryFile(path: $0) { true } else { false } }
    }

    /// The cities whose files differ.
    func slugs(in registry: ValidatedRegistry) -> Set<String> {
        let catalog = registry.registry.catalog
        return Set(
            registry.registry.cities.filter { names.contains(Self.name(of: catalog[$0.file].path)) }.map(\.slug.value)
        )
    }

    private static func byName(_ catalog: SourceCatalog) -> [String: SourceFile] {
        Dictionary(catalog.files.map { (name(of: $0.path), $0) }) { first, _ in first }
    }

    private static func name(of path: String) -> String {
        let parts = path.split(separator: "/")
        if case .schedule = RegistryFile(path: path) { return parts.suffix(2).joined(separator: "/") }
        return parts.last.map(String.init) ?? path
    }
}
