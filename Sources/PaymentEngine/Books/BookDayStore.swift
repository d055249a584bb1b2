public import CivilTime
public import ServiceConfig

/// Everything a store has of a day's books.
public struct StoredBookDay: Hashable, Sendable {
    /// Whose, and which day.
    public var id: BookDayID
    /// Its records, first to last.
    public var records: [BookDayRecord]
    /// When the lists are compared next; nothing where they are not.
    public var job: BookDayJob?

    /// Stored books.
    public init(id: BookDayID, records: [BookDayRecord] = [], job: BookDayJob? = nil) {
        self.id = id
        self.records = records
        self.job = job
    }

    /// What the records make of the books.
    public func day() throws(IllegalBookDayFact) -> BookDay {
        try BookDay(id, folding: records)
    }

    /// The digest of the last record.
    public func head(_ sha256: SHA256Function) -> Digest {
        records.last?.digest ?? BookDayRecord.origin(of: id, sha256)
    }

    /// The promises that the stored books break: the chain, legality, and one job as long as they are open.
    public func violations(_ sha256: SHA256Function) -> [Violation] {
        var violations: [Violation] = []
        var previous = BookDayRecord.origin(of: id, sha256)
        for (offset, record) in records.enumerated() {
            if record.sequence != offset + 1 || record.digest(after: previous, sha256) != record.digest {
                let what = "record \(offset + 1) of the books of \(id) has been changed"
                violations.append(Violation(.chainVerifies, what))
            }
            previous = record.digest
        }
        do throws(IllegalBookDayFact) {
            let day = try day()
            let needsJob = day.stage != .none && !day.stage.isFinished
            if needsJob != (job != nil) {
                let what = needsJob ? "no job" : "a job too many"
                violations.append(Violation(.exactlyOneJob, "the books of \(id) (\(day.stage.rawValue)) have \(what)"))
            }
        } catch {
            violations.append(Violation(.projectionIsFold, "\(error)"))
        }
        return violations
    }
}

/// When a day's lists are compared next.
public struct BookDayJob: Hashable, Sendable {
    /// Whose, and which day.
    public var id: BookDayID
    /// When.
    public var due: Moment
    /// How often it has been claimed since the books last changed.
    public var attempt: Int
    /// Who is at it, and until when; nothing where nobody is.
    public var lease: Lease?

    /// A job.
    public init(id: BookDayID, due: Moment, attempt: Int = 0, lease: Lease? = nil) {
        self.id = id
        self.due = due
        self.attempt = attempt
        self.lease = lease
    }

    /// From when on it can be claimed, as it stands.
    public var claimableAt: Moment { lease.map { max($0.until, due) } ?? due }
}

/// One commit to a day's books: all of it, or nothing.
public struct BookDayAppend: Hashable, Sendable {
    /// Whose, and which day.
    public var id: BookDayID
    /// How many records there were when this was decided.
    public var expectedVersion: Int
    /// The records, chained; may be none where only the job moves.
    public var records: [BookDayRecord]
    /// The one job afterwards, not leased and never tried; nothing where there is none.
    public var due: Moment?

    /// A commit.
    public init(id: BookDayID, expectedVersion: Int, records: [BookDayRecord], due: Moment?) {
        self.id = id
        self.expectedVersion = expectedVersion
        self.records = records
        self.due = due
    }

    /// What is stored after the commit, or why the commit must not be; every store asks this before it writes.
    public func checked(
        after stored: StoredBookDay,
        _ sha256: SHA256Function
    ) throws(StoreFailure) -> StoredBookDay {
        var after = stored
        after.records += records
        after.job = due.map { BookDayJob(id: id, due: $0) }
        if let violation = after.violations(sha256).first { throw .unsound("\(violation)") }
        return after
    }
}

/// Some of a log's dossiers, and where to go on.
public struct DossierPage: Hashable, Sendable {
    /// Those that have changed since the moment that was asked for.
    public var dossiers: [StoredDossier]
    /// The last one that was looked at; nothing where there is none after it.
    public var last: DossierID?

    /// A page.
    public init(dossiers: [StoredDossier], last: DossierID?) {
        self.dossiers = dossiers
        self.last = last
    }
}

/// Where the books of days are kept, beside the log of payments and in the same way.
///
/// ``append(_:)-(BookDayAppend)`` is the only way to write a fact; what it writes is durable before it returns.
public protocol BookDayStore: Sendable {
    /// Commits to a day's books.
    ///
    /// - Throws: ``StoreFailure``; after ``StoreFailure/outcomeUnknown(_:)`` it may have been written.
    func append(_ append: BookDayAppend) async throws(StoreFailure) -> AppendOutcome

    /// Everything there is of a day's books; empty where there is nothing.
    func books(_ id: BookDayID) async throws(StoreFailure) -> StoredBookDay

    /// The next books after some, in order of cities and days; from the first where none is given.
    func books(after id: BookDayID?, limit: Int) async throws(StoreFailure) -> [StoredBookDay]

    /// The last day of a city that has books; nothing where none has.
    func lastBookDay(of city: String) async throws(StoreFailure) -> CivilDate?

    /// Takes due jobs, the earliest first, each under a token of its own.
    func claimBooks(_ claim: Claim) async throws(StoreFailure) -> [BookDayJob]

    /// Gives a job back, to be tried again later. False where the lease is no longer the job's: then nothing changes.
    func postpone(_ job: BookDayJob, until due: Moment) async throws(StoreFailure) -> Bool

    /// When the earliest job is due that nobody has; nothing where there is none.
    func nextBooksDue() async throws(StoreFailure) -> Moment?

    /// Looks at the next dossiers after one, some at a time, and gives those that have changed since a moment.
    func dossiers(
        changedSince moment: Moment,
        after id: DossierID?,
        limit: Int
    ) async throws(StoreFailure) -> DossierPage
}
