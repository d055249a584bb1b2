import GRDB
import PaymentEngine
import Synchronization

/// Does what many ask of a database, and commits at once what came while the disk was busy with the commit before.
///
/// So commits that come together share one sync of the disk, and one that comes alone waits for nobody. Each has a savepoint
/// of its own: one that fails takes nothing with it. Nobody hears of a commit before the disk has it.
final class GroupCommit: Sendable {
    private struct Mailbox {
        var reads: [any Errand] = []
        var writes: [any Errand] = []
        var isBeingEmptied = false

        var isEmpty: Bool { reads.isEmpty && writes.isEmpty }
    }

    private let queue: DatabaseQueue
    private let mailbox = Mutex(Mailbox())
    private let failed = Mutex<StoreFailure?>(nil)
    private let forgetting: @Sendable () -> Void

    /// Commits to a database; `forgetting` is called where it is unknown what the disk has.
    init(_ queue: DatabaseQueue, forgetting: @escaping @Sendable () -> Void) {
        self.queue = queue
        self.forgetting = forgetting
    }

    /// Reads what is committed.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreFailure) -> Value {
        try await run(body, { _ in }) { $0.reads.append($1) }
    }

    /// Writes with `body` and commits; what that throws undoes what it has written.
    ///
    /// `committed` is called after the commit and before anybody hears of it, in the order of the commits.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value,
        committed: @escaping @Sendable (Value) -> Void
    ) async throws(StoreFailure) -> Value {
        try await run(body, committed) { $0.writes.append($1) }
    }

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value,
        _ committed: @escaping @Sendable (Value) -> Void,
        _ put: (inout Mailbox, any Errand) -> Void
    ) async throws(StoreFailure) -> Value {
        let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
            let errand = OneErrand(body, committed, continuation)
            let isFirst = mailbox.withLock { mailbox in
                put(&mailbox, errand)
                defer { mailbox.isBeingEmptied = true }
                return !mailbox.isBeingEmptied
            }
            if isFirst { emptyLater() }
        }
        return try result.get()
    }

    private func emptyLater() {
        queue.asyncWriteWithoutTransaction { db in
            self.empty(db)
            let isMore = self.mailbox.withLock { mailbox in
                mailbox.isBeingEmptied = !mailbox.isEmpty
                return mailbox.isBeingEmptied
            }
            // What came meanwhile takes its turn after others who wait for the database.
            if isMore { self.emptyLater() }
        }
    }

    /// Does what has been asked so far, on the database's own thread.
    func empty(_ db: Database) {
        let (reads, writes) = mailbox.withLock { mailbox in
            defer { (mailbox.reads, mailbox.writes) = ([], []) }
            return (mailbox.reads, mailbox.writes)
        }
        for errand in reads {
            _ = errand.run(db)
            errand.finish(failure: nil)
        }
        guard !writes.isEmpty else { return }
        let failure = failed.withLock { $0 } ?? commitWithRoom(writes, db)
        for errand in writes { errand.finish(failure: failure) }
    }

    /// Commits, and where the disk is full once more after the write-ahead log has given back what it can.
    private func commitWithRoom(_ errands: [any Errand], _ db: Database) -> StoreFailure? {
        guard let failure = commit(errands, db) else { return nil }
        guard failure == .diskFull, (try? db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")) != nil else {
            return failure
        }
        return commit(errands, db)
    }

    private func commit(_ errands: [any Errand], _ db: Database) -> StoreFailure? {
        do {
            try db.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
            for errand in errands {
                try db.cachedStatement(sql: "SAVEPOINT errand").execute()
                let failure = errand.run(db)
                // A full disk undoes the whole transaction.
                if let failure, !db.isInsideTransaction { return failure }
                if failure != nil { try db.cachedStatement(sql: "ROLLBACK TO errand").execute() }
                try db.cachedStatement(sql: "RELEASE errand").execute()
            }
        } catch {
            rollBack(db)
            return StoreFailure(error)
        }
        do {
            try db.cachedStatement(sql: "COMMIT").execute()
            return nil
        } catch {
            let failure = StoreFailure.committing(error)
            rollBack(db)
            if case .outcomeUnknown = failure { stop() }
            return failure
        }
    }

    private func rollBack(_ db: Database) {
        guard db.isInsideTransaction else { return }
        // What cannot be rolled back either is gone with the connection; the next transaction will say so.
        try? db.execute(sql: "ROLLBACK")
    }

    private func stop() {
        failed.withLock { failed in
            failed = .unavailable("the disk failed in a commit; restart the service, so that the log is read anew")
        }
        forgetting()
    }
}
