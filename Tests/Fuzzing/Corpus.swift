import Diagnostics
import RegistryExamples
import RegistryRules

/// One file of a registry, as a fuzzer changes it: where it lies, and its bytes.
public struct FuzzInput: Hashable, Sendable {
    /// The path below the registry's folder, which says what kind of file it is.
    public let path: String
    /// The content, whatever it is.
    public var bytes: [UInt8]

    /// A file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What a fuzzer begins with: every file of the fixtures and of the real registry, and every example of every rule, laid
/// over a valid registry.
///
/// The examples make it a corpus that grows with the rules: each rule is broken, and kept, by at least one seed.
public enum Corpus {
    /// The seeds, in an order that is the same in every run.
    public static func seeds() throws -> [FuzzInput] {
        let base = try ExampleRegistry()
        let own = base.catalog.files.map { FuzzInput(path: $0.path, bytes: $0.bytes) }
        let examples = RuleCatalog.all.flatMap { $0.rejected + $0.accepted }.map { example in
            var registry = base
            registry.lay(example)
            let path = ExampleRegistry.path(of: example)
            return FuzzInput(path: path, bytes: Array((registry.texts[path] ?? "").utf8))
        }
        let whole = try ["cities", "Tests/Fixtures/fictional"].flatMap { folder in
            try RepositoryFiles.registry(folder).files.map { FuzzInput(path: Self.home(of: $0.path), bytes: $0.bytes) }
        }
        return own + examples + whole
    }

    /// Where a file of another registry stands in the one that is fuzzed: in the place of the file of its kind.
    private static func home(of path: String) -> String {
        switch path {
        case "registry.yaml", "calendar.yaml": path
        case _ where path.hasPrefix("fees/"): "fees/national.yaml"
        default: "exampleton.yaml"
        }
    }
}
