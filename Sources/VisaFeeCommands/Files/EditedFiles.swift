import CFileExchange
import Diagnostics
import Glibc
import SourceTree

/// Registry files that a command has changed and puts back: all of them, or none.
///
/// Each new text is written beside its file and brought to the disk; only when all are written do they change places with
/// their files, each in one step of the file system. What stood there is then looked at once more: where somebody wrote to
/// a file since it was read, everything goes back.
struct EditedFiles {
    /// A file before and after.
    typealias Change = (before: SourceFile, after: SourceFile)

    private let changes: [(old: SourceFile?, new: SourceFile)]

    /// Files to put back.
    init(_ changes: [Change]) {
        self.changes = changes.map { (old: $0.before, new: $0.after) }
    }

    /// One file; a new one where there was none before.
    init(_ old: SourceFile?, _ new: SourceFile) {
        changes = [(old: old, new: new)]
    }

    /// Puts them back; throws where one changed in the meantime or cannot be written, and nothing has been changed then.
    ///
    /// `meanwhile` runs between writing and changing places, for tests that write to a file just then.
    func write(meanwhile: () throws -> Void = {}) throws {
        var prepared: [PreparedFile] = []
        defer { for file in prepared { unlink(file.fresh) } }
        for change in changes { prepared.append(try PreparedFile(change.old, change.new)) }
        try meanwhile()
        var placed: [PreparedFile] = []
        do {
            for file in prepared {
                try file.place()
                placed.append(file)
            }
        } catch {
            for file in placed.reversed() { file.takeBack() }
            throw error
        }
        for file in prepared { file.bringFolderToDisk() }
    }
}

/// A file's new bytes, written beside it.
private struct PreparedFile {
    private let old: SourceFile?
    private let new: SourceFile
    /// The name under which they were written.
    let fresh: String

    private var path: String { new.path }

    init(_ old: SourceFile?, _ new: SourceFile) throws {
        let path = new.path
        self.old = old
        self.new = new
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        fresh = "\(path[..<slash]).\(path[slash...]).new-\(getpid())"
        let status = try Self.status(path, old)
        unlink(fresh)
        do {
            try OperatorFiles.create(fresh, new.bytes, onlyForOwner: true)
        } catch {
            let trouble = Self.trouble(path)
            unlink(fresh)
            throw trouble
        }
        do {
            guard let status else {
                guard chmod(fresh, 0o644) == 0 else { throw Self.trouble(path) }
                return
            }
            var own = stat()
            guard lstat(fresh, &own) == 0, chmod(fresh, status.st_mode & 0o7777) == 0 else { throw Self.trouble(path) }
            if own.st_uid != status.st_uid || own.st_gid != status.st_gid {
                guard chown(fresh, status.st_uid, status.st_gid) == 0 else {
                    throw Failure.couldNot("\(path) belongs to somebody else: its owner has to make this change")
                }
            }
        } catch {
            unlink(fresh)
            throw error
        }
    }

    /// What the file is now; nothing where it is new.
    ///
    /// Links and locked files are left to people.
    private static func status(_ path: String, _ old: SourceFile?) throws -> stat? {
        var status = stat()
        let exists = lstat(path, &status) == 0
        guard let old else {
            guard !exists else { throw Failure.couldNot("\(path) is already there; nothing was written") }
            return nil
        }
        guard exists else { throw Failure.couldNot("\(path) went away since it was read; nothing was written") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure.couldNot("\(path) is not a file of its own; nothing was written")
        }
        guard old.bytes.count <= Limits.fileBytes else {
            throw Failure.couldNot("\(path) is too large to be changed; nothing was written")
        }
        guard status.st_nlink == 1 else {
            throw Failure.couldNot(
                "\(path) has \(status.st_nlink) names (hard links), and only one of them would change: "
                    + "copy it to a file of its own; nothing was written"
            )
        }
        guard status.st_mode & 0o222 != 0, access(path, W_OK) == 0 else {
            throw Failure.couldNot("\(path) may not be written to: run chmod u+w \(path); nothing was written")
        }
        return status
    }

    /// Puts the new bytes where the file is.
    func place() throws {
        guard let old else {
            guard link(fresh, path) == 0 else {
                throw errno == EEXIST
                    ? Failure.couldNot("\(path) is already there; nothing was written") : Self.trouble(path)
            }
            return
        }
        try check(old, at: path)
        if file_exchange(fresh, path) != 0 {
            // Not every file system lets two files change places.
            guard rename(fresh, path) == 0 else { throw Self.trouble(path) }
            return
        }
        do {
            try check(old, at: fresh)
        } catch {
            _ = file_exchange(fresh, path)
            throw error
        }
    }

    private func check(_ old: SourceFile, at place: String) throws {
        guard let bytes = try? RegistryFolder.bytes(at: place, followingLinks: false), bytes == old.bytes else {
            throw Failure.couldNot("\(path) changed since it was read: run the command again; nothing was written")
        }
    }

    /// Puts back what was there before ``place()``.
    func takeBack() {
        guard let old else {
            unlink(path)
            return
        }
        if file_exchange(fresh, path) != 0 { try? OperatorFiles.replace(path, old.bytes) }
    }

    /// Makes the change outlast the machine.
    func bringFolderToDisk() {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func trouble(_ path: String) -> Failure {
        .couldNot(
            "cannot write \(path): \(systemReason); nothing was written; make room, or write where you may, and run it again"
        )
    }
}
