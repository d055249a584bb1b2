public import ServiceConfig
import Synchronization

/// A store that keeps everything in memory: for tests, simulations and trying out.
///
/// It forgets when the process ends.
public final class MemoryStore: PaymentStore {
    fileprivate struct State {
        var rows: [DossierID: Row] = [:]
        var transactions: [TransactionID: DossierID] = [:]
        var answers: [String: Idempotency] = [:]
        var queue = JobQueue()
        var lastToken: Int64 = 0
        var journal: [Undo] = []
    }

    fileprivate struct Row {
        var stored: StoredDossier
        var sealed: [OrderNumber: SealedData] = [:]
        var keys: [String] = []
    }

    /// What a commit replaced.
    fileprivate struct Undo {
        var dossier: DossierID
        var row: Row?
        var transactions: [TransactionID]
        var key: String?
    }

    let books = Mutex(BookTable())
    private let state = Mutex(State())
    let sha256: SHA256Function
    private let journalLimit: Int

    /// An empty store; the last commits, up to the limit, can be forgotten again.
    public init(_ sha256: @escaping SHA256Function, journalLimit: Int = 0) {
        self.sha256 = sha256
        self.journalLimit = journalLimit
    }

    /// Commits to a dossier.
    public func append(_ append: Append) async throws(StoreFailure) -> AppendOutcome {
        try state.withLock { state throws(StoreFailure) in try state.append(append, sha256, journalLimit) }
    }

    /// Everything there is of a bill.
    public func dossier(_ id: DossierID) async -> StoredDossier {
        state.withLock { $0.rows[id]?.stored ?? StoredDossier(id: id) }
    }

    /// The next dossiers after one.
    public func dossiers(after id: DossierID?, limit: Int) async -> [StoredDossier] {
        state.withLock { state in
            let later = state.rows.keys.filter { key in id.map { $0 < key } ?? true }.sorted()
            return later.prefix(limit).compactMap { state.rows[$0]?.stored }
        }
    }

    /// Takes due jobs.
    public func claim(_ claim: Claim) async -> [Job] {
        state.withLock { $0.claim(claim) }
    }

    /// Gives a job back.
    public func postpone(_ job: Job, until due: Moment) async -> Bool {
        state.withLock { $0.postpone(job, until: due) }
    }

    /// When the earliest job is due.
    public func nextDue() async -> Moment? {
        state.withLock { state in state.nextDue() }
    }

    /// The sealed personal data of an order.
    public func sealed(_ order: OrderNumber) async -> SealedData? {
        state.withLock { $0.rows[order.dossier]?.sealed[order] }
    }

    /// The answer a request was given.
    public func answer(to key: String) async -> Idempotency? {
        state.withLock { $0.answers[key] }
    }

    /// Forgets the last commits, as a disk does that has only claimed to write them.
    ///
    /// - Returns: how many were forgotten.
    @discardableResult
    public func forget(last count: Int) -> Int {
        state.withLock { $0.forget(last: count) }
    }

    /// Takes a dossier out for good, with the answers given about it, such as one that has been archived elsewhere.
    public func remove(_ id: DossierID) {
        state.withLock { state in
            guard let row = state.rows.removeValue(forKey: id) else { return }
            for record in row.stored.records {
                guard case .paidConfirmed(let payment, _) = record.event.fact else { continue }
                state.transactions[payment.transaction] = nil
            }
            for key in row.keys { state.answers[key] = nil }
        }
    }
}

extension MemoryStore.State {
    fileprivate mutating func append(
        _ append: Append,
        _ sha256: SHA256Function,
        _ journalLimit: Int
    ) throws(StoreFailure) -> AppendOutcome {
        if let asked = append.idempotency, let known = answers[asked.key] {
            return known.request == asked.request ? .answeredBefore(known.reply) : .keyTaken
        }
        let before = rows[append.dossier]
        var row = before ?? MemoryStore.Row(stored: StoredDossier(id: append.dossier))
        guard row.stored.records.count == append.expectedVersion else {
            return .versionDiffers(actual: row.stored.records.count)
        }
        let after = try append.checked(after: row.stored, sha256)
        for transaction in append.transactions {
            if let owner = transactions[transaction], owner != append.dossier {
                return .notUnique(.transaction(transaction))
            }
        }

        row.stored.records += append.records
        row.stored.projection = append.projection
        row.stored.remember(after)
        for sealed in append.sealed { row.sealed[sealed.order] = sealed }
        for order in append.shredded { row.sealed[order] = nil }
        for change in append.jobs { row.stored.change(change) }
        if let asked = append.idempotency { row.keys.append(asked.key) }
        rows[append.dossier] = row
        for job in row.stored.jobs where append.jobs.contains(where: { $0.order == job.order }) { queue.insert(job) }
        for transaction in append.transactions { transactions[transaction] = append.dossier }
        if let asked = append.idempotency { answers[asked.key] = asked }
        if journalLimit > 0 {
            journal.append(
                MemoryStore.Undo(
                    dossier: append.dossier,
                    row: before,
                    transactions: append.transactions,
                    key: append.idempotency?.key
                )
            )
            if journal.count > 2 * journalLimit { journal.removeFirst(journal.count - journalLimit) }
        }
        return .committed
    }

    fileprivate mutating func forget(last count: Int) -> Int {
        let undone = journal.suffix(count)
        journal.removeLast(undone.count)
        for undo in undone.reversed() {
            rows[undo.dossier] = undo.row
            for transaction in undo.transactions { transactions[transaction] = nil }
            if let key = undo.key { answers[key] = nil }
            for job in undo.row?.stored.jobs ?? [] { queue.insert(job) }
        }
        return undone.count
    }

    fileprivate mutating func claim(_ claim: Claim) -> [Job] {
        var claimed: [Job] = []
        var passed: [Job] = []
        while claimed.count < claim.limit, let entry = queue.popFirst(notAfter: claim.now) {
            guard var job = job(entry.order), job.claimableAt == entry.at else { continue }
            guard !claim.excluding.contains(job.city) else {
                passed.append(job)
                continue
            }
            lastToken += 1
            job.attempt += 1
            job.lease = Lease(token: lastToken, until: claim.now + claim.lease)
            replace(job)
            claimed.append(job)
        }
        for job in passed { queue.insert(job) }
        return claimed
    }

    fileprivate mutating func postpone(_ job: Job, until due: Moment) -> Bool {
        guard var current = self.job(job.order), current.lease?.token == job.lease?.token else { return false }
        current.lease = nil
        current.due = due
        replace(current)
        return true
    }

    fileprivate mutating func nextDue() -> Moment? {
        while let entry = queue.first {
            if job(entry.order)?.claimableAt == entry.at { return entry.at }
            queue.removeFirst()
        }
        return nil
    }

    private func job(_ order: OrderNumber) -> Job? {
        rows[order.dossier]?.stored.jobs.first { $0.order == order }
    }

    private mutating func replace(_ job: Job) {
        guard let index = rows[job.order.dossier]?.stored.jobs.firstIndex(where: { $0.order == job.order }) else {
            return
        }
        rows[job.order.dossier]?.stored.jobs[index] = job
        queue.insert(job)
    }
}

extension StoredDossier {
    fileprivate mutating func change(_ change: JobChange) {
        jobs.removeAll { $0.order == change.order }
        if case .set(let order, let city, let due) = change {
            jobs.append(Job(order: order, city: city, due: due))
            jobs.sort { $0.order < $1.order }
        }
    }
}
