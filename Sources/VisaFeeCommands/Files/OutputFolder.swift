import CFileExchange
import FoundationEssentials
import Glibc
import ServiceConfig

/// A folder that holds generated files and nothing else.
///
/// It is replaced as a whole or not at all.
struct OutputFolder {
    private let path: String

    init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The files below the folder, by path; nothing where there is no folder.
    func files() throws -> [String: [UInt8]]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var files: [String: [UInt8]] = [:]
        try collect(below: "", into: &files)
        return files
    }

    private func collect(below folder: String, into files: inout [String: [UInt8]]) throws {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path + folder)
        } catch {
            throw Failure.couldNot("cannot read the folder \(path + folder)")
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let relative = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path + relative, &status) == 0 else {
                throw Failure.couldNot("\(path + relative) went away while it was read")
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                try collect(below: relative, into: &files)
            } else {
                files[String(relative.dropFirst())] = try RegistryFolder.bytes(at: path + relative)
            }
        }
    }

    /// Puts these files in place of whatever was generated here before.
    ///
    /// The new folder is written beside the old one, and the two change places in one step of the file system: at every
    /// moment the old files are there in full, or the new ones. A folder that holds other people's files is not touched.
    func replace(with files: [String: [UInt8]]) throws {
        if let present = try names(), !present.isEmpty, !present.contains(FileList.Kind.content.fileName) {
            throw Failure.couldNot(
                "\(path) holds files that visafee did not write, such as \(present[0]): name an empty folder, or a new one"
            )
        }
        let fresh = "\(path).new-\(getpid())"
        try? FileManager.default.removeItem(atPath: fresh)
        do {
            for name in files.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                try write(files[name] ?? [], to: "\(fresh)/\(name)")
            }
            try exchange(with: fresh)
        } catch {
            try? FileManager.default.removeItem(atPath: fresh)
            throw error
        }
    }

    private func names() throws -> [String]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw Failure.couldNot("\(path) is not a folder that can be read")
        }
    }

    private func write(_ bytes: [UInt8], to file: String) throws {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure.couldNot("cannot make the folder \(folder)")
        }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Failure.couldNot("cannot write \(file): \(reason)") }
        defer { close(descriptor) }
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Failure.couldNot("cannot write \(file): \(reason)") }
            start += written
        }
    }

    private func exchange(with fresh: String) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            guard rename(fresh, path) == 0 else { throw Failure.couldNot("cannot put \(path) in place: \(reason)") }
            return
        }
        guard file_exchange(fresh, path) == 0 else {
            throw Failure.couldNot("cannot put \(path) in place: \(reason)")
        }
        try? FileManager.default.removeItem(atPath: fresh)
    }

    private var reason: String { String(cString: strerror(errno)) }
}
