import CFileExchange
import FoundationEssentials
import Glibc
import RegistryRules
import ServiceConfig

/// A folder that holds generated files and nothing else.
///
/// It is replaced as a whole or not at all.
struct OutputFolder {
    /// The most bytes a generated file may have: an index of every town on earth would be smaller.
    static let fileLimit = 1 << 30

    private let path: String

    /// The folder at a path; a link leads to the folder it names.
    init(_ path: String) throws {
        guard !path.isEmpty else { throw Failure.couldNot("the output folder has no name") }
        guard let real = realpath(path, nil) else {
            self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            return
        }
        defer { free(real) }
        self.path = String(cString: real)
    }

    /// The files below the folder, by path; nothing where there is no folder.
    func files() throws -> [String: [UInt8]]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var files: [String: [UInt8]] = [:]
        for relative in try paths() {
            files[relative] = try RegistryFolder.bytes(
                at: "\(path)/\(relative)",
                upTo: Self.fileLimit,
                followingLinks: false
            )
        }
        return files
    }

    /// Whether there is a file of this name.
    func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

    /// The paths of everything below the folder that is no folder itself, in bytewise order.
    private func paths(below folder: String = "") throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path + folder)
        } catch {
            throw Failure.couldNot("\(path + folder) is not a folder that can be read")
        }
        var paths: [String] = []
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let relative = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path + relative, &status) == 0 else {
                throw Failure.couldNot("\(path + relative) went away while it was read")
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                paths += try self.paths(below: relative)
            } else {
                paths.append(String(relative.dropFirst()))
            }
        }
        return paths
    }

    /// Puts these files in place of whatever was generated here before.
    ///
    /// The new folder is written beside the old one, and the two change places in one step of the file system: at every
    /// moment the old files are there in full, or the new ones. A folder with one file that no list of generated files
    /// names is not touched: it may be somebody's work.
    func replace(with files: [String: [UInt8]]) throws {
        let exists = FileManager.default.fileExists(atPath: path)
        if exists, let foreign = try paths().first(where: try isForeign()) {
            throw Failure.couldNot(
                "\(path)/\(foreign) was not generated: move it away, or name a new folder; nothing was written"
            )
        }
        removeRemnants()
        let fresh = "\(path).new-\(getpid())"
        do {
            let names = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for folder in Set(names.map { Self.folder(of: "\(fresh)/\($0)") }).sorted() { try Self.make(folder) }
            let results = spread(over: names) { name in
                Result { try Self.write(files[name] ?? [], to: "\(fresh)/\(name)") }
            }
            for result in results { try result.get() }
            try exists ? exchange(with: fresh) : move(fresh)
        } catch {
            try? FileManager.default.removeItem(atPath: fresh)
            throw error
        }
    }

    /// Whether a path is none that was generated: by the lists, or by its shape where the lists are damaged.
    private func isForeign() throws -> (String) -> Bool {
        var listed: Set<String> = []
        for kind in FileList.Kind.allCases {
            listed.insert(kind.fileName)
            guard
                let bytes = try? RegistryFolder.bytes(
                    at: "\(path)/\(kind.fileName)",
                    upTo: Self.fileLimit,
                    followingLinks: false
                )
            else {
                continue
            }
            guard let list = try? FileList(kind, loading: bytes, sha256) else {
                return { path in
                    let isListed = FileList.Kind.allCases.contains { $0.fileName == path }
                    let isContent =
                        path == LoadedContent.indexPath || path.hasPrefix("cities/") && path.hasSuffix(".json")
                    return !isListed && !isContent && !PagesFolder.holds(path)
                }
            }
            listed.formUnion(list.files.map(\.path))
        }
        return { !listed.contains($0) }
    }

    /// Removes what a run that was killed has left beside the folder.
    private func removeRemnants() {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let parent = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "./"
        let prefix = (parts.last.map(String.init) ?? path) + ".new-"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix) {
            guard let process = Int32(name.dropFirst(prefix.count)) else { continue }
            // Another run at work is left alone.
            if process == getpid() || (kill(process, 0) != 0 && errno == ESRCH) {
                try? FileManager.default.removeItem(atPath: parent + name)
            }
        }
    }

    private static func folder(of file: String) -> String {
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }

    private static func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure.couldNot("cannot make the folder \(folder): \(systemReason)")
        }
    }

    private static func write(_ bytes: [UInt8], to file: String) throws {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Failure.couldNot("cannot write \(file): \(systemReason)") }
        defer { close(descriptor) }
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Failure.couldNot("cannot write \(file): \(systemReason)") }
            start += written
        }
    }

    private func move(_ fresh: String) throws {
        guard rename(fresh, path) == 0 else { throw Failure.couldNot("cannot put \(path) in place: \(systemReason)") }
    }

    private func exchange(with fresh: String) throws {
        var status = stat()
        if stat(path, &status) == 0 { chmod(fresh, status.st_mode & 0o7777) }
        guard file_exchange(fresh, path) == 0 else {
            throw Failure.couldNot("cannot put \(path) in place: \(systemReason)")
        }
        try? FileManager.default.removeItem(atPath: fresh)
    }
}
