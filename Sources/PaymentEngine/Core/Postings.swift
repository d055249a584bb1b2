import Money

/// Where money can be, seen from this program.
public enum LedgerAccount: String, CaseIterable, Hashable, Sendable {
    /// With the payers. What was taken from them stands here as a negative balance.
    case payer
    /// Taken, and not yet shown by the bureau.
    case clearing
    /// Shown by the bureau.
    case bureau
    /// On its way back.
    case refund
}

/// So many fen on each account; what moves money moves it from one to another.
public struct Balances: Hashable, Sendable {
    /// Fen with the payers.
    public internal(set) var payer: Int64 = 0
    /// Fen taken and not yet shown.
    public internal(set) var clearing: Int64 = 0
    /// Fen shown by the bureau.
    public internal(set) var bureau: Int64 = 0
    /// Fen on their way back.
    public internal(set) var refund: Int64 = 0

    /// No money anywhere.
    public init() {}

    /// The fen on an account.
    public internal(set) subscript(account: LedgerAccount) -> Int64 {
        get {
            switch account {
            case .payer: payer
            case .clearing: clearing
            case .bureau: bureau
            case .refund: refund
            }
        }
        set {
            switch account {
            case .payer: payer = newValue
            case .clearing: clearing = newValue
            case .bureau: bureau = newValue
            case .refund: refund = newValue
            }
        }
    }

    /// All accounts together: always zero.
    public var sum: Int64 { payer + clearing + bureau + refund }

    /// Whether the accounts sum to zero and none but the payers' owes anything.
    public var isSound: Bool {
        sum == 0 && payer <= 0 && clearing >= 0 && bureau >= 0 && refund >= 0
    }

    mutating func post(_ posting: Posting?) {
        guard let posting else { return }
        self[posting.from] -= posting.fen
        self[posting.to] += posting.fen
    }
}

/// Fen moved from one account to another: an entry and its counter-entry in one.
public struct Posting: Hashable, Sendable {
    /// Where they were.
    public var from: LedgerAccount
    /// Where they are.
    public var to: LedgerAccount
    /// How many.
    public var fen: Int64

    /// What a fact moves, given the order before it; nothing where it moves nothing.
    static func made(by fact: Fact, to order: Order) -> Posting? {
        switch fact {
        case .paidConfirmed(let payment, _):
            return Posting(from: .payer, to: .clearing, fen: payment.amount.fen)
        case .syncReadBack, .syncResolved:
            return order.held.map { Posting(from: .clearing, to: .bureau, fen: $0) }
        case .syncNotShown where order.sync == .synced:
            return order.held.map { Posting(from: .bureau, to: .clearing, fen: $0) }
        case .refundRequested(_, let amount, _, _):
            return Posting(from: order.home, to: .refund, fen: amount.fen)
        case .refundSucceeded(let index, _), .refundSettledByHand(let index, _):
            let refund = order.refunds[index - 1]
            // What was closed or rejected has gone home; paying it by hand takes it from there.
            return Posting(from: refund.isDead ? order.home : .refund, to: .payer, fen: refund.amount.fen)
        case .refundClosed(let index), .refundRejected(let index):
            return Posting(from: .refund, to: order.home, fen: order.refunds[index - 1].amount.fen)
        case .refundHandedToTreasury(let index, _):
            let refund = order.refunds[index - 1]
            return refund.isDead ? Posting(from: order.home, to: .refund, fen: refund.amount.fen) : nil
        default:
            return nil
        }
    }
}

extension Order {
    /// The account that holds the payment while it is not on its way back.
    fileprivate var home: LedgerAccount {
        sync == .synced || sync == .resolved ? .bureau : .clearing
    }

    /// What is at home.
    fileprivate var held: Int64? {
        payment.map { $0.amount.fen - refundedOrUnderWay }
    }
}
