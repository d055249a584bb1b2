/// How long to wait before trying again: some time between nothing and a limit that doubles at each try ("full jitter").
///
/// There is no last try.
public struct Backoff: Hashable, Sendable {
    /// The limit at the first try.
    public var base = Duration.seconds(1)
    /// The limit that is never exceeded, unless an order's stage allows more.
    public var cap = Duration.minutes(15)

    /// One second, up to a quarter of an hour.
    public init() {}

    /// How long to wait after so many tries, at least one.
    public func delay(after attempt: Int, cap: Duration? = nil, _ random: some RandomSource) -> Duration {
        let doublings = min(max(attempt - 1, 0), 30)
        let limit = min(base * (1 << doublings), cap ?? self.cap).wholeMilliseconds
        return .milliseconds(Int64(truncatingIfNeeded: random.next() % UInt64(max(limit, 1) + 1)))
    }
}

extension Order {
    /// The longest wait between two tries at a stage; nothing where the usual one will do.
    var longestWait: Duration? {
        switch stage {
        case .created, .submitted, .closing, .paidUnconfirmed: nil
        case .awaitingPayment: .minutes(2)
        case .closed: .hours(6)
        case .paid:
            sync == .pending || sync == .sent
                ? nil : openRefunds.allSatisfy { $0.isWithPeople } ? .hours(24) : .hours(1)
        }
    }
}

extension Refund {
    /// Whether it moves only when a person has done something.
    fileprivate var isWithPeople: Bool {
        switch stage {
        case .abnormal, .atTreasury, .closed, .rejected: true
        case .none, .requested, .pending, .redirected, .succeeded, .settledByHand: false
        }
    }
}
