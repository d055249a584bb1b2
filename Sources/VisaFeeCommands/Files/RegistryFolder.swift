import CityRegistry
import Diagnostics
import FoundationEssentials
import Glibc
import RegistryRules
import SourceTree

/// A registry's files as they were read from a folder.
struct RegistryFolder {
    /// The folder.
    let folder: String
    /// The files that could be read.
    let catalog: SourceCatalog
    /// What could not be read, or would be passed over, in words.
    let troubles: [String]

    /// The ending of a registry file's name.
    private static let ending = ".yaml"

    /// All files of the registry in `folder`: the YAML files in it, and those in its `fees`.
    ///
    /// `replacing` stands in for files on disk, by path: text that an editor has not saved yet.
    init(_ folder: String, replacing: [SourceFile] = []) throws {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let replaced = Set(replacing.map(\.path))
        var files = replacing
        var troubles: [String] = []
        let paths = try Self.paths(in: folder, &troubles).filter { replaced.isEmpty || !replaced.contains($0) }
        let readings = spread(over: paths) { path in
            Result { SourceFile(path: path, bytes: try Self.bytes(at: path, followingLinks: false)) }
        }
        for reading in readings {
            do {
                files.append(try reading.get())
            } catch let failure as Failure {
                troubles.append(failure.description)
            }
        }
        guard !files.isEmpty || !troubles.isEmpty else {
            throw Failure.couldNot("\(folder) holds no registry: there is no file ending in \(Self.ending)")
        }
        self.folder = folder
        self.catalog = SourceCatalog(files)
        self.troubles = troubles
    }

    /// The files, where every one of them could be read.
    static func whole(_ folder: String) throws -> SourceCatalog {
        let read = try RegistryFolder(folder)
        guard read.troubles.isEmpty else { throw Failure.couldNot(read.troubles.joined(separator: "\nvisafee: ")) }
        return read.catalog
    }

    /// The folder whose registry a file belongs to.
    static func folder(of path: String) -> String {
        RegistryFile.home(of: path)
    }

    // MARK: Which files

    private static func paths(in folder: String, _ troubles: inout [String]) throws -> [String] {
        var paths: [String] = []
        for name in try names(in: folder) {
            let path = join(folder, name)
            if name == RegistryFile.schedulesFolder {
                for file in try names(in: path) { sort(join(path, file), &paths, &troubles) }
            } else {
                sort(path, &paths, &troubles)
            }
        }
        return paths
    }

    /// Puts a path where it belongs.
    ///
    /// What looks meant for the registry and is not read is never passed over in silence.
    private static func sort(_ path: String, _ paths: inout [String], _ troubles: inout [String]) {
        let small = path.lowercased()
        if path.hasSuffix(ending) {
            paths.append(path)
        } else if small.hasSuffix(".yml") || small.hasSuffix(ending) {
            troubles.append("\(path) would be passed over: rename it to end in \(ending)")
        } else if isFolder(path) {
            troubles.append(
                "\(path) would be passed over: a registry has one folder, \(RegistryFile.schedulesFolder); move its files up"
            )
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A path below a folder; below the working folder nothing is put before it.
    private static func join(_ folder: String, _ name: String) -> String {
        folder == "." ? name : folder == "/" ? "/\(name)" : "\(folder)/\(name)"
    }

    /// The names in a folder that a registry may use, in bytewise order.
    private static func names(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { !$0.hasPrefix(".") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            var status = stat()
            guard stat(folder, &status) == 0 else {
                throw Failure.couldNot("cannot read \(folder): \(systemReason); name the registry's folder")
            }
            guard isFolder(folder) else { throw Failure.couldNot("\(folder) is not a folder") }
            throw Failure.couldNot("cannot read \(folder): permission denied, or it went away")
        }
    }

    // MARK: Reading

    /// The bytes of a file; no more than one past `limit`, which is enough for it to be refused.
    ///
    /// Only plain files are read: a pipe would be waited for without end, and a link in a registry could bring any file of
    /// the machine into a report. `meanwhile` runs between reading the file and looking whether it changed, for tests that
    /// change it.
    static func bytes(
        at path: String,
        upTo limit: Int = Limits.fileBytes,
        followingLinks: Bool = true,
        meanwhile: () throws -> Void = {}
    ) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            if errno == ELOOP { throw Failure.couldNot("\(path) is a link: a registry holds its files themselves") }
            throw Failure.couldNot("cannot read \(path): \(systemReason)")
        }
        defer { close(descriptor) }
        let before = try status(descriptor, path)
        guard before.st_mode & S_IFMT == S_IFREG else { throw Failure.couldNot("\(path) is not a file") }
        let bytes = try read(descriptor, upTo: min(Int(before.st_size), limit + 1), path)
        try meanwhile()
        let after = try status(descriptor, path)
        guard before.isSame(as: after), bytes.count == min(Int(after.st_size), limit + 1) else {
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
                guard got >= 0 else { throw Failure.couldNot("cannot read \(path): \(systemReason)") }
                if got == 0 { return }
                count += got
            }
        }
    }

    private static func status(_ descriptor: Int32, _ path: String) throws -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure.couldNot("cannot read \(path): \(systemReason)") }
        return status
    }
}

/// What the system says of the last call that failed.
var systemReason: String { String(cString: strerror(errno)) }

extension stat {
    /// Whether nobody wrote to the file in between.
    fileprivate func isSame(as other: stat) -> Bool {
        st_size == other.st_size && st_mtim.tv_sec == other.st_mtim.tv_sec && st_mtim.tv_nsec == other.st_mtim.tv_nsec
    }
}
