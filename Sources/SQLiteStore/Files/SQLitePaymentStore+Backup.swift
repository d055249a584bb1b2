import GRDB
import Glibc
public import PaymentEngine

extension SQLitePaymentStore {
    /// Copies the store as it is at one moment into a file of its own, while payments go on.
    ///
    /// The file is there when it is whole, and not before. Read it with ``StoreBackup``; to restore it, stop the service and put
    /// it where the store's file was, after moving away the file and the one with `-wal` at its end.
    ///
    /// - Throws: ``StoreFailure/unavailable(_:)`` where the file cannot be written; the store is as it was.
    public func backUp(to path: String) async throws(StoreFailure) {
        let partial = path + ".partial"
        try await Background.run { [self] in
            unlink(partial)
            do {
                try copy(to: partial)
                try Self.publish(partial, as: path)
            } catch {
                unlink(partial)
                throw error
            }
        }
    }

    private func copy(to path: String) throws {
        let copy = try DatabaseQueue(path: path)
        try copy.writeWithoutTransaction { target in
            try queue.writeWithoutTransaction { source in
                try source.backup(to: target, pagesPerStep: Self.pagesPerStep) { _ in
                    // Commits by this very connection go into the copy too.
                    self.commits.empty(source)
                }
            }
            // One file, and not one with a log beside it that somebody forgets to copy.
            _ = try String.fetchOne(target, sql: "PRAGMA journal_mode = DELETE")
        }
        try copy.close()
    }

    /// About a millisecond's work, during which payments wait.
    private static let pagesPerStep: CInt = 256

    private static func publish(_ partial: String, as path: String) throws {
        guard rename(partial, path) == 0 else {
            throw StoreFailure.unavailable("cannot write \(path): \(String(cString: strerror(errno)))")
        }
        let slash = path.lastIndex(of: "/")
        let folder = Glibc.open(slash.map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        Glibc.close(folder)
    }
}
