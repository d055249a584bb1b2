public import CivilTime
public import Diagnostics
import SourceTree

/// A valid registry that is about to be made invalid.
public struct Original: Sendable {
    /// What it is called in the table.
    public let name: String
    /// Its files, by path below its folder.
    public let files: [String: [UInt8]]
    /// What they hold.
    public let contents: [String: Yaml]

    /// A registry's files.
    public init(_ name: String, _ catalog: SourceCatalog) {
        self.name = name
        files = Dictionary(uniqueKeysWithValues: catalog.files.map { ($0.path, $0.bytes) })
        contents = Dictionary(
            uniqueKeysWithValues: catalog.ids.compactMap { id in
                Yaml(Tree.read(catalog[id], as: id).tree, bytes: catalog[id].bytes).map { (catalog[id].path, $0) }
            }
        )
    }

    /// The paths of a kind of file, in order.
    public func paths(of kind: RuleExample.File) -> [String] {
        files.keys.filter { Self.kind(of: $0) == kind }.sorted()
    }

    /// The kind of a file, by its path.
    public static func kind(of path: String) -> RuleExample.File {
        switch path {
        case "registry.yaml": .registry
        case "calendar.yaml": .calendar
        case _ where path.hasPrefix("fees/"): .schedule
        default: .city
        }
    }
}

/// The registry with one thing changed.
public struct Mutant: Sendable {
    /// The files that are different, by path; nothing for one that is gone.
    public let changed: [String: [UInt8]?]
    /// The files that are different from the original's before the change, where a rule is about changes.
    public let changedBefore: [String: [UInt8]?]

    /// A registry with these files changed.
    public init(_ changed: [String: [UInt8]?], before: [String: [UInt8]?] = [:]) {
        self.changed = changed
        self.changedBefore = before
    }

    /// All files before the change.
    public func catalogBefore(of original: Original) -> SourceCatalog {
        Mutant(changedBefore).catalog(of: original)
    }

    /// All files of the mutant.
    public func catalog(of original: Original) -> SourceCatalog {
        var files = original.files
        for (path, bytes) in changed { files[path] = bytes }
        return SourceCatalog(files.map { SourceFile(path: $0.key, bytes: $0.value) })
    }
}

/// A way to break one rule, at every place of a registry where it can be broken so.
public struct Mutator: Sendable {
    /// The rule that must object to every mutant.
    public let rule: RuleID
    /// What is done, as a phrase: "drop a rate".
    public let operation: String
    /// The day on which its mutants are looked at, for the rules that ask what day it is.
    public let day: CivilDate?
    /// All mutants of a registry, in the order of its files.
    public let mutants: @Sendable (Original) -> [Mutant]

    /// A mutator that says itself what becomes of the files.
    public init(
        _ rule: RuleID,
        _ operation: String,
        on day: CivilDate? = nil,
        _ mutants: @escaping @Sendable (Original) -> [Mutant]
    ) {
        self.rule = rule
        self.operation = operation
        self.day = day
        self.mutants = mutants
    }

    /// Changes single values.
    static func value(
        _ rule: RuleID,
        _ operation: String,
        in kinds: RuleExample.File...,
        at places: Places,
        _ change: @escaping @Sendable (Yaml) -> [Yaml?]
    ) -> Mutator {
        content(rule, operation, in: kinds) { places.mutants(of: $0, change) }
    }

    /// Changes single values by what is written there.
    static func raw(
        _ rule: RuleID,
        _ operation: String,
        in kinds: RuleExample.File...,
        at places: Places,
        _ change: @escaping @Sendable (String) -> [String]
    ) -> Mutator {
        content(rule, operation, in: kinds) { file in
            places.mutants(of: file) { value in value.raw.map { change($0).map(Yaml.scalar) } ?? [] }
        }
    }

    /// Replaces entries by any number of others.
    static func entry(
        _ rule: RuleID,
        _ operation: String,
        in kinds: RuleExample.File...,
        at places: Places,
        _ change: @escaping @Sendable (Yaml.Entry) -> [[Yaml.Entry]]
    ) -> Mutator {
        content(rule, operation, in: kinds) { places.mutantsOfEntries(of: $0, change) }
    }

    /// Drops entries, those that satisfy a condition.
    static func drop(
        _ rule: RuleID,
        _ operation: String,
        in kinds: RuleExample.File...,
        at places: Places,
        if condition: @escaping @Sendable (Yaml) -> Bool = { _ in true }
    ) -> Mutator {
        content(rule, operation, in: kinds) { file in
            places.mutantsOfEntries(of: file) { condition($0.value) ? [[]] : [] }
        }
    }

    /// Changes the bytes of whole files.
    static func bytes(
        _ rule: RuleID,
        _ operation: String,
        _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) -> Mutator {
        Mutator(rule, operation) { original in
            original.files.keys.sorted().compactMap { path in
                original.files[path].map { Mutant([path: change($0)]) }
            }
        }
    }

    private static func content(
        _ rule: RuleID,
        _ operation: String,
        in kinds: [RuleExample.File],
        _ mutants: @escaping @Sendable (Yaml) -> [Yaml]
    ) -> Mutator {
        Mutator(rule, operation) { original in
            kinds.flatMap(original.paths).sorted().flatMap { path in
                (original.contents[path].map(mutants) ?? []).map { Mutant([path: Array($0.text.utf8)]) }
            }
        }
    }
}
