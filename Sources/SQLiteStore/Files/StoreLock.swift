import Glibc
import PaymentEngine

/// The right of one process to use a store, as a lock on a file beside it.
///
/// SQLite's own lock keeps others out too, but only this one can say who is in. It goes when the process ends, however it
/// ends.
final class StoreLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: ``StoreFailure/inUse(_:)`` where somebody has it.
    init(_ path: String) throws(StoreFailure) {
        let file = path + "-lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable("cannot open \(file): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let owner = Self.owner(descriptor)
            close(descriptor)
            throw .inUse("process \(owner) has \(path)")
        }
        self.descriptor = descriptor
        let name = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, name, name.count, 0)
    }

    private static func owner(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(count, 0)).prefix { $0 != UInt8(ascii: "\n") }
        return digits.isEmpty ? "?" : String(decoding: digits, as: UTF8.self)
    }

    deinit {
        // A child process that has not begun its own program yet has the file open too; closing alone would leave it locked.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
