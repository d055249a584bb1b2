public import CivilTime
public import PaymentEngine

/// Books fail like everything else, where the store keeps any.
extension StoreFailingOnce: BookDayStore {
    private func books() throws(StoreFailure) -> any BookDayStore {
        guard let books = base as? any BookDayStore else { throw .unavailable("it keeps no books") }
        return books
    }

    /// Commits to a day's books.
    public func append(_ append: BookDayAppend) async throws(StoreFailure) -> AppendOutcome {
        try await run { () async throws(StoreFailure) in try await books().append(append) }
    }

    /// Everything there is of a day's books.
    public func books(_ id: BookDayID) async throws(StoreFailure) -> StoredBookDay {
        try await run { () async throws(StoreFailure) in try await books().books(id) }
    }

    /// The next books after some.
    public func books(after id: BookDayID?, limit: Int) async throws(StoreFailure) -> [StoredBookDay] {
        try await run { () async throws(StoreFailure) in try await books().books(after: id, limit: limit) }
    }

    /// The last day of a city that has books.
    public func lastBookDay(of city: String) async throws(StoreFailure) -> CivilDate? {
        try await run { () async throws(StoreFailure) in try await books().lastBookDay(of: city) }
    }

    /// Takes due jobs.
    public func claimBooks(_ claim: Claim) async throws(StoreFailure) -> [BookDayJob] {
        try await run { () async throws(StoreFailure) in try await books().claimBooks(claim) }
    }

    /// Gives a job back.
    public func postpone(_ job: BookDayJob, until due: Moment) async throws(StoreFailure) -> Bool {
        try await run { () async throws(StoreFailure) in try await books().postpone(job, until: due) }
    }

    /// When the earliest job is due.
    public func nextBooksDue() async throws(StoreFailure) -> Moment? {
        try await run { () async throws(StoreFailure) in try await books().nextBooksDue() }
    }

    /// The next dossiers that have changed since a moment.
    public func dossiers(
        changedSince moment: Moment,
        after id: DossierID?,
        limit: Int
    ) async throws(StoreFailure) -> DossierPage {
        try await run { () async throws(StoreFailure) in
            try await books().dossiers(changedSince: moment, after: id, limit: limit)
        }
    }
}
