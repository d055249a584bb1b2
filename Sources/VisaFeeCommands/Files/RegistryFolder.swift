import CityRegistry
import Diagnostics
import FoundationEssentials
import Glibc
import SourceTree

/// Reads a registry's files from a folder.
///
/// Everything read is read once, and checked not to have changed meanwhile.
enum RegistryFolder {
    /// The ending of a registry file's name.
    private static let ending = ".yaml"

    /// All files of the registry in `folder`: the YAML files in it, and those in its `fees`.
    ///
    /// `replacing` stands in for files on disk, by path: text that an editor has not saved yet.
    static func catalog(_ folder: String, replacing: [SourceFile] = []) throws -> SourceCatalog {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let names = try self.names(in: folder)
        var paths = names.filter { $0.hasSuffix(ending) }.map { join(folder, $0) }
        if names.contains(RegistryFile.schedulesFolder) {
            let fees = join(folder, RegistryFile.schedulesFolder)
            paths += try self.names(in: fees).filter { $0.hasSuffix(ending) }.map { join(fees, $0) }
        }
        let replaced = Set(replacing.map(\.path))
        let files = try paths.filter { !replaced.contains($0) }.map { try SourceFile(path: $0, bytes: bytes(at: $0)) }
        guard !files.isEmpty || !replacing.isEmpty else {
            throw Failure.couldNot("\(folder) holds no registry: there is no file ending in \(ending)")
        }
        return SourceCatalog(files + replacing)
    }

    /// The folder whose registry a file belongs to.
    static func folder(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let folder = parts.last.map(String.init) == RegistryFile.schedulesFolder ? parts.dropLast() : parts
        let joined = folder.joined(separator: "/")
        return joined.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : joined
    }

    /// A path below a folder; below the working folder nothing is put before it.
    private static func join(_ folder: String, _ name: String) -> String {
        folder == "." ? name : "\(folder)/\(name)"
    }

    /// The names in a folder that a registry may use, in bytewise order.
    private static func names(in folder: String) throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            var status = stat()
            guard stat(folder, &status) == 0 else { throw Failure.couldNot("cannot read \(folder): \(reason)") }
            guard status.st_mode & S_IFMT == S_IFDIR else { throw Failure.couldNot("\(folder) is not a folder") }
            throw Failure.couldNot("cannot read \(folder): permission denied, or it went away")
        }
        if let other = names.filter({ $0.hasSuffix(".yml") }).min() {
            throw Failure.couldNot("\(join(folder, other)) would be passed over: rename it to end in \(ending)")
        }
        return names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The bytes of a file; no more than one past the limit, which is enough for it to be refused.
    ///
    /// `meanwhile` runs between reading the file and looking whether it changed, for tests that change it.
    static func bytes(at path: String, meanwhile: () throws -> Void = {}) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure.couldNot("cannot read \(path): \(reason)") }
        defer { close(descriptor) }
        let before = try status(descriptor, path)
        guard before.st_mode & S_IFMT == S_IFREG else { throw Failure.couldNot("\(path) is not a file") }
        let bytes = try read(descriptor, upTo: min(Int(before.st_size), Limits.fileBytes + 1), path)
        try meanwhile()
        let after = try status(descriptor, path)
        guard before.isSame(as: after), bytes.count == min(Int(after.st_size), Limits.fileBytes + 1) else {
            throw Failure.couldNot("\(path) changed while it was read: run the command again")
        }
        return bytes
    }

    /// Everything on standard input, up to one byte past the limit.
    static func standardInput() throws -> [UInt8] {
        try read(STDIN_FILENO, upTo: Limits.fileBytes + 1, "standard input")
    }

    private static func read(_ descriptor: Int32, upTo limit: Int, _ path: String) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: max(limit, 1)) { buffer, count in
            while count < limit {
                let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), limit - count)
                if got < 0, errno == EINTR { continue }
                guard got >= 0 else { throw Failure.couldNot("cannot read \(path): \(reason)") }
                if got == 0 { return }
                count += got
            }
        }
    }

    private static func status(_ descriptor: Int32, _ path: String) throws -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure.couldNot("cannot read \(path): \(reason)") }
        return status
    }

    private static var reason: String { String(cString: strerror(errno)) }
}

extension stat {
    /// Whether nobody wrote to the file in between.
    fileprivate func isSame(as other: stat) -> Bool {
        st_size == other.st_size && st_mtim.tv_sec == other.st_mtim.tv_sec && st_mtim.tv_nsec == other.st_mtim.tv_nsec
    }
}
