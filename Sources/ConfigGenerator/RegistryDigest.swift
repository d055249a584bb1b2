import CityRegistry
import Diagnostics
import RegistryRules
import ServiceConfig

/// The digest of a registry: of its files' names within the registry and their bytes, wherever the registry lies.
struct RegistryDigest {
    private let catalog: SourceCatalog

    init(_ catalog: SourceCatalog) {
        self.catalog = catalog
    }

    /// SHA-256 over two lines for each file, in bytewise order: its name, and the digest of its bytes.
    func digest(_ sha256: SHA256Function) -> Digest {
        let lines = spread(over: catalog.files) { file in "\(name(of: file.path))\n\(sha256(file.bytes))\n" }
        let sorted = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return sha256(Array(sorted.joined().utf8))
    }

    /// The file's name below the registry's folder.
    private func name(of path: String) -> String {
        let parts = path.split(separator: "/")
        let depth =
            switch RegistryFile(path: path) {
            case .schedule: 2
            case .settings, .calendar, .city: 1
            }
        return parts.suffix(depth).joined(separator: "/")
    }
}
