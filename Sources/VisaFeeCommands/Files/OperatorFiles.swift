import Bundles
import FoundationEssentials
import Glibc
import Vocabulary

/// Files of the people who publish: keys, plans, approvals, proofs.
enum OperatorFiles {
    /// The most bytes such a file may have.
    private static let limit = 1 << 26

    /// The bytes of a file.
    static func bytes(at path: String) throws -> [UInt8] {
        try RegistryFolder.bytes(at: path, upTo: limit)
    }

    /// A private key, from a file that nobody else may read.
    static func signingKey(at path: String) throws -> SigningKey {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & 0o077 != 0 {
            throw Failure.couldNot("\(path) can be read by others than its owner: run chmod 600 \(path)")
        }
        let bytes = try bytes(at: path)
        do throws(DocumentRefusal) {
            return try SigningKey(loading: bytes)
        } catch {
            // What is in the file is not repeated: it may be a key.
            throw Failure.couldNot("\(path) holds no private key: \(error.reason.advice.text(in: .english))")
        }
    }

    /// Writes a file that must not be there yet.
    static func create(_ path: String, _ bytes: [UInt8], onlyForOwner: Bool = false) throws {
        let mode: mode_t = onlyForOwner ? 0o600 : 0o644
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Failure.couldNot("cannot write \(path): \(systemReason)") }
        defer { close(descriptor) }
        try write(bytes, to: descriptor, path)
    }

    /// Writes a file in place of one that may be there, in one step.
    static func replace(_ path: String, _ bytes: [UInt8]) throws {
        let fresh = "\(path).new-\(getpid())"
        unlink(fresh)
        do {
            try create(fresh, bytes)
            guard rename(fresh, path) == 0 else { throw Failure.couldNot("cannot write \(path): \(systemReason)") }
        } catch {
            unlink(fresh)
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Failure.couldNot("cannot write \(path): \(systemReason)") }
            start += written
        }
        guard fsync(descriptor) == 0 else { throw Failure.couldNot("cannot write \(path): \(systemReason)") }
    }

    /// The work tree of a repository that a path would lie in; nothing where it lies in none.
    static func repository(holding path: String) -> String? {
        let folder = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var parts = folder.split(separator: "/", omittingEmptySubsequences: true).dropLast()[...]
        while true {
            let candidate = "/" + parts.joined(separator: "/")
            if FileManager.default.fileExists(atPath: candidate + "/.git") { return candidate }
            guard parts.popLast() != nil else { return nil }
        }
    }
}

/// Runs a command's work on releases; a refusal becomes a failure that says what to do.
enum ReleaseWork {
    static func run(_ work: () throws -> Void) throws {
        try Terminal.run {
            do {
                try work()
            } catch let refusal as ReleaseRefusal {
                throw Failure.couldNot("\(refusal)")
            } catch let refusal as DocumentRefusal {
                throw Failure.couldNot("\(refusal)")
            } catch let fault as StoreFault {
                throw Failure.couldNot("\(fault)")
            }
        }
    }
}
