/// When an order is looked after next.
///
/// What it then needs follows from its stage, so a job cannot disagree with it.
public struct Job: Hashable, Sendable {
    /// The order; it has at most one job.
    public var order: OrderNumber
    /// The city, so that one bureau's trouble does not become another's.
    public var city: String
    /// When.
    public var due: Moment
    /// How often it has been claimed since the order last moved.
    public var attempt: Int
    /// Who is at it, and until when; nothing where nobody is.
    public var lease: Lease?

    /// A job.
    public init(order: OrderNumber, city: String, due: Moment, attempt: Int = 0, lease: Lease? = nil) {
        self.order = order
        self.city = city
        self.due = due
        self.attempt = attempt
        self.lease = lease
    }

    /// Whether it can be claimed.
    public func isClaimable(at now: Moment) -> Bool {
        due <= now && (lease.map { $0.until <= now } ?? true)
    }
}

/// The right to run a job for a while.
public struct Lease: Hashable, Sendable {
    /// Different for every claim there has ever been; whoever comes back with an old one is too late.
    public var token: Int64
    /// Until when others keep away.
    public var until: Moment

    /// A lease.
    public init(token: Int64, until: Moment) {
        self.token = token
        self.until = until
    }
}

/// What is asked of a store when jobs are claimed.
public struct Claim: Hashable, Sendable {
    /// What time it is.
    public var now: Moment
    /// How many jobs at most, at least one.
    public var limit: Int
    /// How long others keep away from them.
    public var lease: Duration
    /// Cities whose jobs are left where they are.
    public var excluding: Set<String>

    /// A claim.
    public init(now: Moment, limit: Int, lease: Duration, excluding: Set<String> = []) {
        self.now = now
        self.limit = limit
        self.lease = lease
        self.excluding = excluding
    }
}
