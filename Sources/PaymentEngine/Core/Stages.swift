/// How far the taking of money has come.
public enum OrderStage: String, CaseIterable, Hashable, Sendable {
    /// The bill is fixed, and so are the order's number and its config. The provider knows nothing yet.
    case created
    /// Calling the provider is decided; the call may or may not have happened.
    case submitted
    /// The provider has the order, and the payer can pay it.
    case awaitingPayment = "awaiting-payment"
    /// Somebody says that it may be paid, and nobody has proved it. No timer ends this in failure.
    case paidUnconfirmed = "paid-unconfirmed"
    /// The provider has verifiably said SUCCESS. As far as taking money goes this is final.
    case paid
    /// The order shall die, and its death is not proven yet.
    case closing
    /// The provider has verifiably said CLOSED. Final for the page, never for money.
    case closed
}

/// How far the bureau's own system shows the payment.
public enum SyncStage: String, CaseIterable, Hashable, Sendable {
    /// There is nothing to show.
    case none
    /// It is paid, and the bureau has not been told.
    case pending
    /// Telling the bureau is decided; the call may or may not have happened. Only reading can tell.
    case sent
    /// Read back: the bureau shows our transaction.
    case synced
    /// The bureau shows something that excludes our payment.
    case conflict
    /// A person has decided, with evidence.
    case resolved
}

/// How far one refund has come.
public enum RefundStage: String, CaseIterable, Hashable, Sendable {
    /// Nobody has asked for it.
    case none
    /// Amount and number are fixed; the call may or may not have happened.
    case requested
    /// The provider is at it.
    case pending
    /// The provider says that the payer has the money.
    case succeeded
    /// The payer's instrument took no money; the same refund can be sent elsewhere.
    case abnormal
    /// Sending it elsewhere is decided, under the same number.
    case redirected
    /// The provider has closed it, and no money moved.
    case closed
    /// The provider will not do it.
    case rejected
    /// The treasury is paying it back, which may take thirty working days.
    case atTreasury = "at-treasury"
    /// A person has recorded, with evidence, that the payer has the money.
    case settledByHand = "settled-by-hand"
}

/// One legal step on an axis: a fact of this kind, and no other, leads from one stage to another.
public struct Move<Stage: Axis>: Hashable, Sendable {
    /// The stage before.
    public let from: Stage
    /// The kind of fact.
    public let by: Stage.Kind
    /// The stage after.
    public let to: Stage

    init(_ from: Stage, _ by: Stage.Kind, _ to: Stage) {
        self.from = from
        self.by = by
        self.to = to
    }
}

/// An axis along which an order moves.
public protocol Axis: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The kinds of facts that move something along it.
    associatedtype Kind: RawRepresentable<String>, Hashable, Sendable = Fact.Kind
    /// The legal moves, and nothing else is one.
    static var moves: [Move<Self>] { get }
}

extension Axis {
    /// The stage a fact leads to from here; nothing where it is not legal.
    public func after(_ kind: Kind) -> Self? {
        Self.moves.first { $0.from == self && $0.by == kind }?.to
    }
}

extension OrderStage: Axis {
    /// The legal moves of an order.
    public static let moves: [Move<OrderStage>] = [
        Move(.created, .submitIntended, .submitted),
        Move(.created, .orderAbandoned, .closed),
        // The number is derived, so a payment can turn up of which a failing disk has forgotten the beginning.
        Move(.created, .paidConfirmed, .paid),
        Move(.submitted, .providerAccepted, .awaitingPayment),
        Move(.submitted, .closeIntended, .closing),
        Move(.submitted, .paidConfirmed, .paid),
        Move(.awaitingPayment, .paymentSuspected, .paidUnconfirmed),
        Move(.awaitingPayment, .closeIntended, .closing),
        Move(.awaitingPayment, .paidConfirmed, .paid),
        Move(.paidUnconfirmed, .paymentRuledOut, .awaitingPayment),
        Move(.paidUnconfirmed, .closeIntended, .closing),
        Move(.paidUnconfirmed, .paidConfirmed, .paid),
        Move(.closing, .closedConfirmed, .closed),
        Move(.closing, .paidConfirmed, .paid),
        Move(.closed, .paidConfirmed, .paid),
    ]
}

extension SyncStage: Axis {
    /// The legal moves of showing a payment.
    public static let moves: [Move<SyncStage>] = [
        Move(.none, .syncDue, .pending),
        Move(.none, .syncConflict, .conflict),
        Move(.pending, .syncIntended, .sent),
        Move(.pending, .syncReadBack, .synced),
        Move(.pending, .syncConflict, .conflict),
        Move(.pending, .syncResolved, .resolved),
        Move(.sent, .syncReadBack, .synced),
        Move(.sent, .syncNotShown, .pending),
        Move(.sent, .syncConflict, .conflict),
        Move(.sent, .syncResolved, .resolved),
        Move(.synced, .syncNotShown, .pending),
        Move(.conflict, .syncDue, .pending),
        Move(.conflict, .syncReadBack, .synced),
        Move(.conflict, .syncResolved, .resolved),
    ]
}

extension RefundStage: Axis {
    /// The legal moves of a refund.
    public static let moves: [Move<RefundStage>] = [
        Move(.none, .refundRequested, .requested),
        Move(.requested, .refundAccepted, .pending),
        Move(.requested, .refundSucceeded, .succeeded),
        Move(.requested, .refundAbnormal, .abnormal),
        Move(.requested, .refundClosed, .closed),
        Move(.requested, .refundRejected, .rejected),
        Move(.pending, .refundSucceeded, .succeeded),
        Move(.pending, .refundAbnormal, .abnormal),
        Move(.pending, .refundClosed, .closed),
        Move(.abnormal, .refundRedirected, .redirected),
        Move(.abnormal, .refundSucceeded, .succeeded),
        Move(.abnormal, .refundHandedToTreasury, .atTreasury),
        Move(.abnormal, .refundSettledByHand, .settledByHand),
        Move(.redirected, .refundSucceeded, .succeeded),
        Move(.redirected, .refundAbnormal, .abnormal),
        Move(.rejected, .refundHandedToTreasury, .atTreasury),
        Move(.rejected, .refundSettledByHand, .settledByHand),
        Move(.closed, .refundHandedToTreasury, .atTreasury),
        Move(.closed, .refundSettledByHand, .settledByHand),
        Move(.atTreasury, .refundSettledByHand, .settledByHand),
    ]
}
