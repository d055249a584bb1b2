import CityRegistry
import Diagnostics
import RegistryRules

/// A registry of which a file is open, judged as it is in the editor, saved or not.
struct OpenRegistry: Sendable {
    /// The registry's folder.
    let folder: String
    /// The files and what the rules say of them.
    private(set) var session: ValidationSession
    /// What the client has been told, by path.
    private var published: [String: [Diagnostic]] = [:]
    /// The files whose text has changed since the client was told.
    private var changed: Set<String> = []

    /// Reads and judges a folder's files; nothing where they are no registry.
    init?(folder: String, _ files: [SourceFile], validator: Validator) {
        let settings = folder == "/" ? "/" + RegistryFile.settingsName : "\(folder)/\(RegistryFile.settingsName)"
        guard files.contains(where: { $0.path == settings }) else { return nil }
        self.folder = folder
        session = ValidationSession(SourceCatalog(files), validator: validator)
    }

    /// The files as they are now.
    var catalog: SourceCatalog { session.catalog }

    /// The number of a file.
    func id(of path: String) -> FileID? {
        catalog.files.firstIndex { $0.path == path }.map(FileID.init(index:))
    }

    /// Takes a file's new text.
    mutating func update(_ file: SourceFile) {
        if let id = id(of: file.path), catalog[id].bytes == file.bytes { return }
        session.update(file)
        changed.insert(file.path)
    }

    /// Takes a file away.
    mutating func remove(_ path: String) {
        session.remove(path)
        changed.insert(path)
    }

    /// Says that a client that opens or closes a file is to be told of it again.
    mutating func forget(_ path: String) {
        changed.insert(path)
    }

    /// The findings to tell the client of, by path: those that are new, or gone, or lie elsewhere now.
    mutating func news() -> [(path: String, findings: [Diagnostic])] {
        let catalog = catalog
        var current: [String: [Diagnostic]] = [:]
        for finding in session.verdict.findings where finding.suppression == nil {
            current[catalog[finding.range.file].path, default: []].append(finding)
        }
        let moved = Set(catalog.ids.filter { changed.contains(catalog[$0].path) })
        let paths = Set(current.keys).union(published.keys).union(changed)
        let news = paths.sorted().filter { path in
            let findings = current[path] ?? []
            return changed.contains(path) || findings != published[path] ?? []
                || findings.contains { $0.speaks(ofAnyOf: moved) }
        }
        published = current
        changed = []
        return news.map { ($0, current[$0] ?? []) }
    }
}

extension Diagnostic {
    /// Whether a note of the finding, or its fix, lies in one of these files.
    fileprivate func speaks(ofAnyOf files: Set<FileID>) -> Bool {
        notes.contains { $0.range.map { files.contains($0.file) } ?? false }
            || fix?.edits.contains { files.contains($0.range.file) } ?? false
    }
}
