import GRDB
public import PaymentEngine
public import ServiceConfig
import Synchronization

/// A store in a SQLite file: one process, one connection, and nobody is told of a commit before the disk has it.
///
/// ```swift
/// let store = try await SQLitePaymentStore.open("payments.sqlite", sha256)
/// for warning in store.warnings { log.warning("\(warning)") }
/// ```
public final class SQLitePaymentStore: PaymentStore {
    /// Its file.
    public var path: String { queue.path }
    /// What an operator ought to know about this store.
    public let warnings: [StoreWarning]

    let queue: DatabaseQueue
    let commits: GroupCommit
    private let cache: DossierCache
    private let lock: Mutex<StoreLock?>
    let sha256: SHA256Function

    init(_ file: StoreFile, cachedDossiers: Int, _ sha256: @escaping SHA256Function) {
        let cache = DossierCache(capacity: cachedDossiers)
        self.warnings = file.warnings
        self.queue = file.queue
        self.commits = GroupCommit(file.queue) { cache.forget() }
        self.cache = cache
        self.lock = Mutex(file.lock)
        self.sha256 = sha256
    }

    /// Opens a store, or makes one where there is no file.
    ///
    /// The file is locked against other processes, its pages are checked, and an older format is brought to this program's.
    ///
    /// - Parameters:
    ///   - path: The file, on a disk of this machine; a network share does not keep its promises.
    ///   - cachedDossiers: How many dossiers are kept in memory, so that they need not be read again.
    ///   - sha256: SHA-256.
    /// - Returns: the store, which nobody else can open.
    /// - Throws: ``StoreFailure`` with what to do.
    public static func open(
        _ path: String,
        cachedDossiers: Int = 4096,
        _ sha256: @escaping SHA256Function
    ) async throws(StoreFailure) -> SQLitePaymentStore {
        let file = try await Background.run { try StoreFile(path, .current) }
        return SQLitePaymentStore(file, cachedDossiers: cachedDossiers, sha256)
    }

    /// Commits what is under way and gives the file back; what is asked later fails.
    public func close() async throws(StoreFailure) {
        try await Background.run { [queue] in try queue.close() }
        lock.withLock { $0 = nil }
    }

    /// Commits to a dossier.
    public func append(_ append: Append) async throws(StoreFailure) -> AppendOutcome {
        let draft = Draft(append, after: try await dossier(append.dossier), sha256)
        let outcome = try await commits.write(
            { [sha256] db in try Writing(db: db, sha256: sha256).write(draft) },
            committed: { [cache] outcome in
                guard outcome == .committed else { return }
                if append.expectedVersion == 0 { cache.keep(StoredDossier(id: append.dossier)) }
                cache.change(append.dossier) { $0.take(append) }
            }
        )
        if outcome == .committed, !append.shredded.isEmpty { try await forgetWhatWasDeleted() }
        return outcome
    }

    /// Empties the write-ahead log: it still holds the pages as they were before something was deleted.
    private func forgetWhatWasDeleted() async throws(StoreFailure) {
        try await commits.read { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }

    /// Everything there is of a bill.
    public func dossier(_ id: DossierID) async throws(StoreFailure) -> StoredDossier {
        if let known = cache.dossier(id) { return known }
        return try await commits.read { [cache] db in
            let stored = try Rows.dossier(id, db)
            if !stored.records.isEmpty { cache.keep(stored) }
            return stored
        }
    }

    /// The next dossiers after one.
    public func dossiers(after id: DossierID?, limit: Int) async throws(StoreFailure) -> [StoredDossier] {
        try await commits.read { db in
            try Rows.ids(after: id, limit: limit, db).map { try Rows.dossier($0, db) }
        }
    }

    /// Takes due jobs.
    public func claim(_ claim: Claim) async throws(StoreFailure) -> [Job] {
        try await commits.write(
            { db in try Claiming.claim(claim, db) },
            committed: { [cache] jobs in
                for job in jobs { cache.change(job.order.dossier) { $0.take(job) } }
            }
        )
    }

    /// Gives a job back.
    public func postpone(_ job: Job, until due: Moment) async throws(StoreFailure) -> Bool {
        let postponed = try await commits.write(
            { db in try Claiming.postpone(job, until: due, db) },
            committed: { [cache] postponed in
                if let postponed { cache.change(job.order.dossier) { $0.take(postponed) } }
            }
        )
        return postponed != nil
    }

    /// When the earliest job is due.
    public func nextDue() async throws(StoreFailure) -> Moment? {
        try await commits.read { db in try Rows.nextDue(db) }
    }

    /// The sealed personal data of an order.
    public func sealed(_ order: OrderNumber) async throws(StoreFailure) -> SealedData? {
        try await commits.read { db in try Rows.sealed(order, db) }
    }

    /// The answer a request was given.
    public func answer(to key: String) async throws(StoreFailure) -> Idempotency? {
        try await commits.read { db in try Rows.answer(to: key, db) }
    }
}
