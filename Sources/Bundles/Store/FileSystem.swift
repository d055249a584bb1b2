import Glibc
import Synchronization

/// The calls on files this target needs, with faults that name the file and what the system said.
enum FileSystem {
    /// The most bytes a file of a release may have.
    static let fileLimit = 1 << 30

    private static let names = Atomic<Int>(0)

    /// An ending that no other writer has, in this process or another; the process's number comes last.
    static func uniqueEnding() -> String {
        "\(names.add(1, ordering: .relaxed).newValue)-\(getpid())"
    }

    /// A fault of the call that just failed.
    static func fault(_ doing: String) -> StoreFault {
        let reason: StoreFault.Reason =
            errno == ENOSPC || errno == EDQUOT ? .full : errno == ENOENT ? .missing : .unreachable
        return StoreFault(reason, "cannot \(doing): \(String(cString: strerror(errno)))")
    }

    /// The bytes of a plain file; a link or a pipe is none.
    static func read(_ path: String) throws(StoreFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { throw fault("read \(path)") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault("read \(path)") }
        guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) <= fileLimit else {
            throw StoreFault(.unreachable, "\(path) is no plain file of a sensible size")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= fileLimit {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fault("read \(path)") }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    /// The bytes of a plain file; nothing where there is none.
    static func readIfThere(_ path: String) throws(StoreFault) -> [UInt8]? {
        do throws(StoreFault) {
            return try read(path)
        } catch {
            if error.reason == .missing { return nil }
            throw error
        }
    }

    /// Writes a file that is not there yet, down to the disk.
    static func create(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(StoreFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw fault("write \(path)") }
        defer { close(descriptor) }
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw fault("write \(path)") }
            start += written
        }
        guard fsync(descriptor) == 0 else { throw fault("write \(path)") }
    }

    /// Puts a file in place of another, in one step and down to the disk: readers see the old bytes or the new ones.
    static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o644) throws(StoreFault) {
        let fresh = "\(path).new-\(uniqueEnding())"
        unlink(fresh)
        do throws(StoreFault) {
            try create(fresh, bytes, mode: mode)
            guard rename(fresh, path) == 0 else { throw fault("put \(path) in place") }
        } catch {
            unlink(fresh)
            throw error
        }
        try synchronize(folder(of: path))
    }

    /// Makes a folder and those above it; one that is there is left as it is.
    static func makeFolder(_ path: String) throws(StoreFault) {
        if isFolder(path) { return }
        let parent = folder(of: path)
        if parent != path, !isFolder(parent) { try makeFolder(parent) }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw fault("make the folder \(path)") }
    }

    /// Whether a path leads to a folder.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names in a folder, in bytewise order.
    static func names(in folder: String) throws(StoreFault) -> [String] {
        guard let stream = opendir(folder) else { throw fault("read \(folder)") }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The plain files below a folder, by their paths there.
    static func files(below folder: String, _ inner: String = "") throws(StoreFault) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try names(in: folder + inner) {
            let path = "\(inner)/\(name)"
            if isFolder(folder + path) {
                try files.merge(Self.files(below: folder, path)) { first, _ in first }
            } else {
                files[String(path.dropFirst())] = try read(folder + path)
            }
        }
        return files
    }

    /// Removes a folder with all that is in it, as far as that is possible.
    static func remove(_ folder: String) {
        for name in (try? names(in: folder)) ?? [] {
            let path = "\(folder)/\(name)"
            var status = stat()
            if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { remove(path) } else { unlink(path) }
        }
        rmdir(folder)
    }

    /// Brings a folder's own entries to the disk.
    static func synchronize(_ folder: String) throws(StoreFault) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault("open \(folder)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault("write \(folder)") }
    }

    /// The folder a path lies in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What a link names; nothing where there is none.
    static func link(_ path: String) throws(StoreFault) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &buffer, buffer.count - 1)
        guard count >= 0 else {
            if errno == ENOENT { return nil }
            throw fault("read the link \(path)")
        }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Makes a link lead somewhere else, in one step.
    static func relink(_ path: String, to target: String) throws(StoreFault) {
        let fresh = "\(path).new-\(uniqueEnding())"
        unlink(fresh)
        guard symlink(target, fresh) == 0 else { throw fault("write \(fresh)") }
        guard rename(fresh, path) == 0 else {
            let fault = fault("put \(path) in place")
            unlink(fresh)
            throw fault
        }
        try synchronize(folder(of: path))
    }

    /// Does some work while nobody else holds the lock; the system lets go of it whatever happens to this process.
    static func locked<Result>(_ path: String, _ work: () throws(StoreFault) -> Result) throws(StoreFault) -> Result {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw fault("lock \(path)") }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw StoreFault(.busy, "somebody else is writing: \(path) is locked")
        }
        return try work()
    }
}
