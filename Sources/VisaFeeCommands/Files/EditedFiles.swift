import Diagnostics
import Glibc

/// Registry files that a command has changed and puts back: all of them, or none.
///
/// Each new text is written beside its file; only when all are written, and no file is other than it was when it was read,
/// do they take their files' names, each in one step of the file system.
struct EditedFiles {
    /// A file before and after.
    typealias Change = (before: SourceFile, after: SourceFile)

    private let changes: [Change]

    /// Files to put back.
    init(_ changes: [Change]) {
        self.changes = changes
    }

    /// Puts them back; throws where one changed in the meantime or cannot be written, and nothing has been changed then.
    func write() throws {
        var fresh: [(path: String, name: String)] = []
        do {
            for change in changes {
                let path = change.after.path
                let name = "\(path).new-\(getpid())"
                unlink(name)
                fresh.append((path, name))
                try Self.write(change.after.bytes, to: name, like: path)
            }
            // As late as can be: whoever saves the file from here on wins or loses as with any two editors.
            for change in changes where try RegistryFolder.bytes(at: change.before.path) != change.before.bytes {
                throw Failure.couldNot(
                    "\(change.before.path) changed since it was read, and nothing was written: run the command again"
                )
            }
            for (path, name) in fresh where rename(name, path) != 0 {
                throw Failure.couldNot("cannot replace \(path): \(systemReason); look at 'git status' before going on")
            }
        } catch {
            for (_, name) in fresh { unlink(name) }
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], to name: String, like path: String) throws(Failure) {
        let trouble = { (reason: String) in
            Failure.couldNot("cannot write beside \(path): \(reason); nothing was changed")
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw trouble(systemReason) }
        guard access(path, W_OK) == 0 else {
            throw .couldNot("cannot write \(path): \(systemReason); nothing was changed")
        }
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o7777)
        guard descriptor >= 0 else { throw trouble(systemReason) }
        defer { close(descriptor) }
        fchmod(descriptor, status.st_mode & 0o7777)
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw trouble(systemReason) }
            start += written
        }
        guard fsync(descriptor) == 0 else { throw trouble(systemReason) }
    }
}
