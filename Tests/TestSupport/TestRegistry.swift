import CityRegistry
public import ConfigGenerator
import Crypto
public import Diagnostics
import Divisions
import Foundation
public import RegistryRules
public import ServiceConfig
public import Testing

/// Where the package's files lie, for tests that read them.
public enum TestFiles {
    /// The package's folder.
    public static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path()
        .trimmingSuffix("/")

    /// The bytes of a file.
    public static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// Paths of all files below a folder, in bytewise order.
    public static func paths(below folder: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return found.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) && count > suffix.count ? String(dropLast(suffix.count)) : self
    }
}

/// SHA-256 for tests.
public let sha256: SHA256Function = { Digest(bytes: SHA256.hash(data: $0)) }

/// A registry that tests run on.
public struct TestRegistry: Sendable, CustomTestStringConvertible {
    /// What it is called in a test's output.
    public let name: String
    /// Its folder.
    public let folder: String

    /// The real registry.
    public static let real = TestRegistry(name: "real", folder: TestFiles.package + "/cities")
    /// A fictional one that changes by the day and by the city.
    public static let fictional = TestRegistry(
        name: "fictional",
        folder: TestFiles.package + "/Tests/Fixtures/fictional"
    )

    /// Its name.
    public var testDescription: String { name }

    /// Its files, with paths below the registry's folder.
    public func catalog() throws -> SourceCatalog {
        SourceCatalog(
            try TestFiles.paths(below: folder).filter { $0.hasSuffix(".yaml") }
                .map { SourceFile(path: $0, bytes: try TestFiles.bytes("\(folder)/\($0)")) }
        )
    }

    /// The registry, judged valid.
    public func validated(addingComment: Bool = false) throws -> ValidatedRegistry {
        var catalog = try catalog()
        if addingComment {
            catalog = SourceCatalog(
                catalog.files.map { SourceFile(path: $0.path, bytes: $0.bytes + Array("# more\n".utf8)) }
            )
        }
        switch Validator().validate(catalog) {
        case .valid(let registry, _): return registry
        case .invalid(let findings):
            throw InvalidRegistry(report: CompactRenderer().render(Report(findings, in: catalog)))
        }
    }

    /// What is generated from it.
    public func generated(_ registry: ValidatedRegistry) throws -> GeneratedContent {
        try Generator(registry, names: .embedded, sha256: sha256).generate()
    }
}

/// A registry that ought to be valid and is not.
public struct InvalidRegistry: Error, CustomStringConvertible {
    let report: String

    /// The report.
    public var description: String { report }
}
