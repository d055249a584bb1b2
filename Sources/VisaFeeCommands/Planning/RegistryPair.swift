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

    /// The slugs of those of them whose fees cannot differ: a fee table comes from a city's `fees` and from what all share.
    let sameFees: Set<String>

    /// Judges two registries; the one that is not valid is told of by `complaint`.
    init(
        _ before: SourceCatalog,
        _ after: SourceCatalog,
        _ validator: Validator,
        complaint: (SourceCatalog, [Diagnostic], _ isOld: Bool) throws -> Void
    ) throws {
        let changed = FileChanges(before, after)
        // Files that both have are read once, and a city whose file and foundation stayed is judged once.
        let oldVerdict: Verdict
        let newVerdict: Verdict
        if changed.haveTheSameNames {
            var session = ValidationSession(after, validator: validator)
            newVerdict = session.verdict
            oldVerdict = changed.isAny ? session.update(changed.replaced) : newVerdict
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
        self.old = old
        self.new = new
        self.differs = changed.isAny
        self.candidates =
            changed.isOfCitiesOnly
            ? changed.slugs(in: old).union(changed.slugs(in: new))
            : Set((old.registry.cities + new.registry.cities).map(\.slug.value))
        self.sameFees = changed.isOfCitiesOnly ? Self.sameFees(old, new, of: candidates) : []
    }

    /// Of these cities, those that say the same of their fees, byte for byte.
    private static func sameFees(
        _ old: ValidatedRegistry,
        _ new: ValidatedRegistry,
        of candidates: Set<String>
    ) -> Set<String> {
        func texts(_ registry: ValidatedRegistry) -> [String: ArraySlice<UInt8>] {
            let cities = registry.registry.cities.filter { candidates.contains($0.slug.value) }
            return Dictionary(
                cities.map { city in
                    let bytes = registry.registry.catalog[city.file].bytes
                    return (city.slug.value, bytes[Int(city.fees.range.start)..<Int(city.fees.range.end)])
                }
            ) { first, _ in first }
        }
        let (before, after) = (texts(old), texts(new))
        return Set(before.filter { after[$0.key] == $0.value }.keys)
    }

    /// The slugs of cities on both sides that cannot differ.
    var unchanged: Set<String> {
        Set(new.registry.cities.map(\.slug.value)).subtracting(candidates)
    }
}

/// Which files of two registries differ, wherever the registries lie.
private struct FileChanges {
    /// The names that differ or are on one side only, below the registry's folder.
    private let names: Set<String>
    /// The earlier texts of files that are on both sides and differ, under their later paths.
    let replaced: [SourceFile]
    /// Whether both registries have files of the same names, in the same order.
    let haveTheSameNames: Bool

    init(_ before: SourceCatalog, _ after: SourceCatalog) {
        let (old, new) = (Self.byName(before), Self.byName(after))
        let names = Set(old.keys).union(new.keys).filter { old[$0]?.bytes != new[$0]?.bytes }
        self.names = names
        replaced = before.files.compactMap { file in
            let name = Self.name(of: file.path)
            guard names.contains(name), let path = new[name]?.path else { return nil }
            return SourceFile(path: path, bytes: file.bytes)
        }
        haveTheSameNames = before.files.map { Self.name(of: $0.path) } == after.files.map { Self.name(of: $0.path) }
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
