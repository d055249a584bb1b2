public import CivilTime
public import Money

/// What an order is created with.
public struct OrderTerms: Hashable, Sendable {
    /// The bill.
    public var bill: Bill
    /// The config it is pinned to.
    public var config: ConfigVersion
    /// The commitment to the payer's name and receipt number.
    public var personal: SealedCommitment

    /// Terms of an order.
    public init(bill: Bill, config: ConfigVersion, personal: SealedCommitment) {
        self.bill = bill
        self.config = config
        self.personal = personal
    }
}

/// How somebody came to say that an order is paid, closed or unpaid.
public enum StatementSource: String, CaseIterable, Hashable, Sendable {
    /// The provider told us.
    case notification
    /// We asked.
    case query
    /// The provider's daily bill.
    case dailyBill = "daily-bill"
}

/// A person's decision, with who made it and on what evidence.
public struct Approval: Hashable, Sendable {
    /// The persons, by the names the service knows its operators by.
    public var persons: [String]
    /// Where the evidence is: a reference into the bureau's or the bank's papers, without personal data.
    public var evidence: String

    /// A decision.
    public init(persons: [String], evidence: String) {
        self.persons = persons
        self.evidence = evidence
    }
}

/// One thing that happened to an order; for each legal move exactly one kind of fact.
public enum Fact: Hashable, Sendable {
    // Taking money.
    case orderCreated(OrderTerms)
    case submitIntended
    case orderAbandoned
    case providerAccepted(Prepay)
    case paymentSuspected
    case paymentRuledOut
    case paidConfirmed(Payment, StatementSource)
    case closeIntended(CloseReason)
    case closedConfirmed
    case laidToRest

    // Showing the payment.
    case syncDue
    case syncIntended
    case syncReadBack
    case syncNotShown
    case syncConflict(ConflictReason)
    case syncResolved(Approval)

    // Giving money back; the number says which refund of the order.
    case refundRequested(Int, Amount, RefundReason, renews: Int?)
    case refundAccepted(Int)
    case refundSucceeded(Int, RefundChannel)
    case refundAbnormal(Int)
    case refundClosed(Int)
    case refundRejected(Int)
    case refundRedirected(Int, Approval)
    case refundHandedToTreasury(Int, Approval)
    case refundSettledByHand(Int, Approval)

    // Comparing the day's lists.
    case discrepancyFound(Discrepancy.Kind, refund: Int?)
    case discrepancySettled(Discrepancy.Kind, refund: Int?)
    case discrepancyExplained(Discrepancy.Kind, refund: Int?, Approval)

    // What is not a move.
    case paymentListed(CivilDate)
    case flagged(Flag)
    case expunged

    /// The kinds of facts, by the words the log writes.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case orderCreated = "order-created"
        case submitIntended = "submit-intended"
        case orderAbandoned = "order-abandoned"
        case providerAccepted = "provider-accepted"
        case paymentSuspected = "payment-suspected"
        case paymentRuledOut = "payment-ruled-out"
        case paidConfirmed = "paid-confirmed"
        case closeIntended = "close-intended"
        case closedConfirmed = "closed-confirmed"
        case laidToRest = "laid-to-rest"
        case syncDue = "sync-due"
        case syncIntended = "sync-intended"
        case syncReadBack = "sync-read-back"
        case syncNotShown = "sync-not-shown"
        case syncConflict = "sync-conflict"
        case syncResolved = "sync-resolved"
        case refundRequested = "refund-requested"
        case refundAccepted = "refund-accepted"
        case refundSucceeded = "refund-succeeded"
        case refundAbnormal = "refund-abnormal"
        case refundClosed = "refund-closed"
        case refundRejected = "refund-rejected"
        case refundRedirected = "refund-redirected"
        case refundHandedToTreasury = "refund-handed-to-treasury"
        case refundSettledByHand = "refund-settled-by-hand"
        case discrepancyFound = "discrepancy-found"
        case discrepancySettled = "discrepancy-settled"
        case discrepancyExplained = "discrepancy-explained"
        case paymentListed = "payment-listed"
        case flagged
        case expunged
    }

    /// Which kind it is.
    public var kind: Kind {
        switch self {
        case .orderCreated: .orderCreated
        case .submitIntended: .submitIntended
        case .orderAbandoned: .orderAbandoned
        case .providerAccepted: .providerAccepted
        case .paymentSuspected: .paymentSuspected
        case .paymentRuledOut: .paymentRuledOut
        case .paidConfirmed: .paidConfirmed
        case .closeIntended: .closeIntended
        case .closedConfirmed: .closedConfirmed
        case .laidToRest: .laidToRest
        case .syncDue: .syncDue
        case .syncIntended: .syncIntended
        case .syncReadBack: .syncReadBack
        case .syncNotShown: .syncNotShown
        case .syncConflict: .syncConflict
        case .syncResolved: .syncResolved
        case .refundRequested: .refundRequested
        case .refundAccepted: .refundAccepted
        case .refundSucceeded: .refundSucceeded
        case .refundAbnormal: .refundAbnormal
        case .refundClosed: .refundClosed
        case .refundRejected: .refundRejected
        case .refundRedirected: .refundRedirected
        case .refundHandedToTreasury: .refundHandedToTreasury
        case .refundSettledByHand: .refundSettledByHand
        case .discrepancyFound: .discrepancyFound
        case .discrepancySettled: .discrepancySettled
        case .discrepancyExplained: .discrepancyExplained
        case .paymentListed: .paymentListed
        case .flagged: .flagged
        case .expunged: .expunged
        }
    }

    /// Which refund of the order it is about, from 1; nothing where it is about none.
    public var refundIndex: Int? {
        switch self {
        case .refundRequested(let index, _, _, _), .refundAccepted(let index), .refundSucceeded(let index, _),
            .refundAbnormal(let index), .refundClosed(let index), .refundRejected(let index),
            .refundRedirected(let index, _), .refundHandedToTreasury(let index, _),
            .refundSettledByHand(let index, _):
            index
        default: nil
        }
    }
}

/// A fact, and the order it happened to.
public struct Event: Hashable, Sendable {
    /// The order.
    public var order: OrderNumber
    /// What happened.
    public var fact: Fact

    /// An event.
    public init(_ order: OrderNumber, _ fact: Fact) {
        self.order = order
        self.fact = fact
    }
}
