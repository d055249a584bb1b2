public import CivilTime
import ServiceConfig
import Synchronization

/// The books that a store in memory keeps.
struct BookTable {
    var days: [BookDayID: StoredBookDay] = [:]
    var lastToken: Int64 = 0
}

extension MemoryStore: BookDayStore {
    /// Commits to a day's books.
    public func append(_ append: BookDayAppend) async throws(StoreFailure) -> AppendOutcome {
        try books.withLock { table throws(StoreFailure) in
            let stored = table.days[append.id] ?? StoredBookDay(id: append.id)
            guard stored.records.count == append.expectedVersion else {
                return .versionDiffers(actual: stored.records.count)
            }
            table.days[append.id] = try append.checked(after: stored, sha256)
            return .committed
        }
    }

    /// Everything there is of a day's books.
    public func books(_ id: BookDayID) async -> StoredBookDay {
        books.withLock { $0.days[id] ?? StoredBookDay(id: id) }
    }

    /// The next books after some.
    public func books(after id: BookDayID?, limit: Int) async -> [StoredBookDay] {
        books.withLock { table in
            let later = table.days.keys.filter { key in id.map { $0 < key } ?? true }.sorted()
            return later.prefix(limit).compactMap { table.days[$0] }
        }
    }

    /// The last day of a city that has books.
    public func lastBookDay(of city: String) async -> CivilDate? {
        books.withLock { $0.days.keys.filter { $0.city == city }.map(\.day).max() }
    }

    /// Takes due jobs.
    public func claimBooks(_ claim: Claim) async -> [BookDayJob] {
        books.withLock { table in
            let due = table.days.values.compactMap(\.job)
                .filter { $0.claimableAt <= claim.now && !claim.excluding.contains($0.id.city) }
                .sorted { ($0.claimableAt, $0.id) < ($1.claimableAt, $1.id) }
            return due.prefix(claim.limit).map { job in
                table.lastToken += 1
                var job = job
                job.attempt += 1
                job.lease = Lease(token: table.lastToken, until: claim.now + claim.lease)
                table.days[job.id]?.job = job
                return job
            }
        }
    }

    /// Gives a job back.
    public func postpone(_ job: BookDayJob, until due: Moment) async -> Bool {
        books.withLock { table in
            guard var current = table.days[job.id]?.job, current.lease?.token == job.lease?.token else { return false }
            current.lease = nil
            current.due = due
            table.days[job.id]?.job = current
            return true
        }
    }

    /// When the earliest job is due.
    public func nextBooksDue() async -> Moment? {
        books.withLock { $0.days.values.compactMap { $0.job?.claimableAt }.min() }
    }

    /// The next dossiers that have changed since a moment.
    public func dossiers(changedSince moment: Moment, after id: DossierID?, limit: Int) async -> DossierPage {
        let looked: [StoredDossier] = await dossiers(after: id, limit: limit)
        return DossierPage(
            dossiers: looked.filter { ($0.records.last?.at ?? moment) >= moment },
            last: looked.count < limit ? nil : looked.last?.id
        )
    }
}
