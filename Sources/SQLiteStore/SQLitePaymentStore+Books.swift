public import CivilTime
import GRDB
public import PaymentEngine

extension SQLitePaymentStore: BookDayStore {
    /// Commits to a day's books.
    public func append(_ append: BookDayAppend) async throws(StoreFailure) -> AppendOutcome {
        try await commits.write(
            { [sha256] db in try BookRows.write(append, sha256, db) },
            committed: { _ in }
        )
    }

    /// Everything there is of a day's books.
    public func books(_ id: BookDayID) async throws(StoreFailure) -> StoredBookDay {
        try await commits.read { db in try BookRows.books(id, db) }
    }

    /// The next books after some.
    public func books(after id: BookDayID?, limit: Int) async throws(StoreFailure) -> [StoredBookDay] {
        try await commits.read { db in try BookRows.ids(after: id, limit: limit, db).map { try BookRows.books($0, db) }
        }
    }

    /// The last day of a city that has books.
    public func lastBookDay(of city: String) async throws(StoreFailure) -> CivilDate? {
        try await commits.read { db in try BookRows.lastDay(of: city, db) }
    }

    /// Takes due jobs.
    public func claimBooks(_ claim: Claim) async throws(StoreFailure) -> [BookDayJob] {
        try await commits.write({ db in try BookRows.claim(claim, db) }, committed: { _ in })
    }

    /// Gives a job back.
    public func postpone(_ job: BookDayJob, until due: Moment) async throws(StoreFailure) -> Bool {
        try await commits.write({ db in try BookRows.postpone(job, until: due, db) }, committed: { _ in })
    }

    /// When the earliest job is due.
    public func nextBooksDue() async throws(StoreFailure) -> Moment? {
        try await commits.read { db in try BookRows.nextDue(db) }
    }

    /// The next dossiers that have changed since a moment.
    public func dossiers(
        changedSince moment: Moment,
        after id: DossierID?,
        limit: Int
    ) async throws(StoreFailure) -> DossierPage {
        try await commits.read { db in
            let ids = try Rows.ids(after: id, limit: limit, db)
            let changed = try ids.filter { try Rows.lastChange(of: $0, db).map { $0 >= moment } ?? true }
            return DossierPage(
                dossiers: try changed.map { try Rows.dossier($0, db) },
                last: ids.count < limit ? nil : ids.last
            )
        }
    }
}
