import Glibc

/// One file that a command writes for others: it holds what it held before, or all of the new.
struct OutputFile {
    private let path: String

    /// The file at a path; a link leads to the file it names.
    init(_ path: String) {
        guard let real = realpath(path, nil) else {
            self.path = path
            return
        }
        defer { free(real) }
        self.path = String(cString: real)
    }

    /// Puts these bytes in place of whatever the file held.
    ///
    /// They are written beside it, and take its name in one step of the file system. A device or a pipe is written to as
    /// it is.
    func write(_ bytes: [UInt8]) throws(Failure) {
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR {
            throw .couldNot("cannot write the report to \(path): it is a folder; name a file in it")
        }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            return try write(bytes, opening: path, flags: O_WRONLY)
        }
        let fresh = "\(path).new-\(getpid())"
        unlink(fresh)
        do throws(Failure) {
            try write(bytes, opening: fresh, flags: O_WRONLY | O_CREAT | O_EXCL)
            if exists { chmod(fresh, status.st_mode & 0o7777) }
            guard rename(fresh, path) == 0 else { throw trouble() }
        } catch {
            unlink(fresh)
            throw error
        }
    }

    /// Adds bytes at the file's end.
    func append(_ bytes: [UInt8]) throws(Failure) {
        try write(bytes, opening: path, flags: O_WRONLY | O_CREAT | O_APPEND)
    }

    private func write(_ bytes: [UInt8], opening file: String, flags: Int32) throws(Failure) {
        let descriptor = open(file, flags | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw trouble() }
        defer { close(descriptor) }
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw trouble() }
            start += written
        }
    }

    private func trouble() -> Failure {
        .couldNot("cannot write the report to \(path): \(systemReason); name a file in a folder that can be written to")
    }
}
