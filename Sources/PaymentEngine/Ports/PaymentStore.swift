/// Where the log, the projections and the jobs are kept.
///
/// ``append(_:)`` is the only way to write a fact. What it writes is durable before it returns, and all of it is or nothing.
/// Every store passes the same conformance suite.
public protocol PaymentStore: Sendable {
    /// Commits to a dossier.
    ///
    /// Checked in this order: the request's key, the version, the chain and the money of what is written, unique numbers.
    ///
    /// - Throws: ``StoreFailure``; after ``StoreFailure/outcomeUnknown(_:)`` it may have been written.
    func append(_ append: Append) async throws(StoreFailure) -> AppendOutcome

    /// Everything there is of a bill; an empty dossier where there is nothing.
    func dossier(_ id: DossierID) async throws(StoreFailure) -> StoredDossier

    /// The next dossiers after one, in order of their ids; from the first where none is given.
    func dossiers(after id: DossierID?, limit: Int) async throws(StoreFailure) -> [StoredDossier]

    /// Takes due jobs, the earliest first, each under a token of its own; durable, so that `attempt` counts calls that may
    /// have been made.
    func claim(_ claim: Claim) async throws(StoreFailure) -> [Job]

    /// Gives a job back, to be tried again later. False where the lease is no longer the job's: then nothing changes.
    func postpone(_ job: Job, until due: Moment) async throws(StoreFailure) -> Bool

    /// When the earliest job is due that nobody has; nothing where there is none.
    func nextDue() async throws(StoreFailure) -> Moment?

    /// The sealed personal data of an order; nothing once they are destroyed.
    func sealed(_ order: OrderNumber) async throws(StoreFailure) -> SealedData?

    /// The answer a request was given; nothing where there is none yet.
    func answer(to key: String) async throws(StoreFailure) -> Idempotency?
}
