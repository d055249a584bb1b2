public import ServiceConfig

/// One commit to one dossier: all of it, or nothing.
public struct Append: Hashable, Sendable {
    /// The bill.
    public var dossier: DossierID
    /// How many records the dossier had when this was decided.
    public var expectedVersion: Int
    /// The records, chained; may be none where only a job moves.
    public var records: [Record]
    /// The projection after the last record.
    public var projection: [UInt8]
    /// What happens to the orders' jobs.
    public var jobs: [JobChange]
    /// The request this answers, where the same request shall get the same answer for ever.
    public var idempotency: Idempotency?
    /// Personal data of orders that are created.
    public var sealed: [SealedData]
    /// Orders whose personal data are destroyed.
    public var shredded: [OrderNumber]

    /// A commit.
    public init(
        dossier: DossierID,
        expectedVersion: Int,
        records: [Record],
        projection: [UInt8],
        jobs: [JobChange] = [],
        idempotency: Idempotency? = nil,
        sealed: [SealedData] = [],
        shredded: [OrderNumber] = []
    ) {
        self.dossier = dossier
        self.expectedVersion = expectedVersion
        self.records = records
        self.projection = projection
        self.jobs = jobs
        self.idempotency = idempotency
        self.sealed = sealed
        self.shredded = shredded
    }
}

/// What happens to an order's job in a commit.
public enum JobChange: Hashable, Sendable {
    /// There is this job, and no other for the order: not leased, never tried.
    case set(OrderNumber, city: String, due: Moment)
    /// There is none.
    case clear(OrderNumber)

    /// The order.
    public var order: OrderNumber {
        switch self {
        case .set(let order, _, _), .clear(let order): order
        }
    }
}

/// A request that may come twice.
///
/// Keys never expire.
public struct Idempotency: Hashable, Sendable {
    /// The request's key: a form's hidden token, or what the caller sent.
    public var key: String
    /// The digest of what was asked, so that another request under the same key is noticed.
    public var request: Digest
    /// What is answered, now and ever after.
    public var reply: [UInt8]

    /// A request and its answer.
    public init(key: String, request: Digest, reply: [UInt8]) {
        self.key = key
        self.request = request
        self.reply = reply
    }
}

/// What became of a commit.
public enum AppendOutcome: Hashable, Sendable {
    /// It is durable.
    case committed
    /// Somebody else was faster: decide again from what there is now. Nothing was written.
    case versionDiffers(actual: Int)
    /// This very request was answered before; this is the answer. Nothing was written.
    case answeredBefore([UInt8])
    /// Another request had this key. Nothing was written.
    case keyTaken
    /// A number that must be unique belongs to something else. Nothing was written.
    case notUnique(UniqueNumber)
}

/// A number that at most one thing in a store may have.
public enum UniqueNumber: Hashable, Sendable {
    /// A provider's transaction.
    case transaction(TransactionID)
}

/// Why a store could not do what it was asked.
public enum StoreFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing was written: the store cannot be reached, or the disk is full.
    case unavailable(String)
    /// It may have been written or not: read before doing anything else.
    case outcomeUnknown(String)
    /// What is stored is damaged.
    case corrupt(String)
    /// What is stored was written by another version, older or newer.
    case otherVersion(String)
    /// Another process has the store.
    case inUse(String)
    /// A commit contradicts itself: its records do not follow, or its money does not add up. A bug of ours.
    case unsound(String)

    /// What happened and what to do, as a clause.
    public var description: String {
        switch self {
        case .unavailable(let detail): "the store is not available (\(detail)); nothing was written, try again"
        case .outcomeUnknown(let detail): "the store did not answer (\(detail)); read before trying again"
        case .corrupt(let detail): "the store is damaged (\(detail)); restore it from a backup"
        case .otherVersion(let detail): "the store has another format (\(detail)); use the version that wrote it"
        case .inUse(let detail): "another process has the store (\(detail)); stop it, or ask it"
        case .unsound(let detail): "a commit was refused because it is unsound (\(detail)); report this as a bug"
        }
    }
}
