public import CivilTime
public import Money

/// What the bureau asked for when an order was created.
///
/// It never changes; the bureau's bill may.
public struct Bill: Hashable, Sendable {
    /// The city's slug.
    public var city: String
    /// The name of the fee, as the bill prints it.
    public var feeName: String
    /// What is to be paid.
    public var amount: Amount

    /// A bill.
    public init(city: String, feeName: String, amount: Amount) {
        self.city = city
        self.feeName = feeName
        self.amount = amount
    }
}

/// What the payer needs to pay an order at the provider.
public struct Prepay: Hashable, Sendable {
    /// The provider's handle: a prepay id or the address in a QR code.
    public var handle: String
    /// Until when a payment can be begun.
    ///
    /// One begun before may still land after.
    public var expiresAt: Moment

    /// A handle and its end.
    public init(handle: String, expiresAt: Moment) {
        self.handle = handle
        self.expiresAt = expiresAt
    }
}

/// Money the provider has verifiably taken.
public struct Payment: Hashable, Sendable {
    /// The provider's number.
    public var transaction: TransactionID
    /// How much was taken.
    public var amount: Amount
    /// From what it was taken: ``balance``, or else the provider's word for a kind of card; never a card's number.
    public var instrument: String
    /// When, in the provider's time.
    public var succeededAt: Moment

    /// A payment.
    public init(transaction: TransactionID, amount: Amount, instrument: String, succeededAt: Moment) {
        self.transaction = transaction
        self.amount = amount
        self.instrument = instrument
        self.succeededAt = succeededAt
    }
}

extension Payment {
    /// The word for the payer's balance, whatever a provider calls it.
    public static let balance = "BALANCE"

    /// The channel, besides the provider's own word for it, by which a refund goes back where this payment came from: the
    /// balance for what was paid from the balance; nothing for a card, to which no other channel is sure to lead.
    public var channel: RefundChannel? { instrument == Self.balance ? .balance : nil }

    /// Whether a refund's channel leads back to what was paid with; true as long as there is none.
    func leads(to channel: RefundChannel?) -> Bool {
        channel.map { $0 == .original || $0 == self.channel } ?? true
    }
}

/// Something about an order that a person ought to see.
///
/// A flag is raised once and stays.
public enum Flag: String, CaseIterable, Hashable, Sendable {
    /// The bill was paid twice through this program.
    case doublePayment = "double-payment"
    /// The payment landed after the order was proven closed.
    case paidAfterClose = "paid-after-close"
    /// The bureau now asks another amount.
    case billChanged = "bill-changed"
    /// The city was switched off while the order was under way.
    case cityDisabled = "city-disabled"
    /// The provider took another amount than the order's.
    case amountMismatch = "amount-mismatch"
    /// The provider said something about a payment that cannot be read, such as another currency.
    case unreadableStatement = "unreadable-statement"
    /// The provider named two transactions for one order.
    case secondTransaction = "second-transaction"
    /// A refund went elsewhere than the payment came from.
    case instrumentMismatch = "instrument-mismatch"
    /// The bureau shows somebody else's payment, made at the counter or in another channel.
    case bureauShowsOtherPayment = "bureau-shows-other-payment"
    /// The bureau takes longer to show the payment than it should. Retries go on.
    case syncStuck = "sync-stuck"
    /// The order, or a refund of it, was known to the provider and not to us.
    case adopted
}

/// Why an order is closed.
public enum CloseReason: String, CaseIterable, Hashable, Sendable {
    /// Its time was over.
    case expired
    /// The payer changed their mind, or never submitted it.
    case cancelled
    /// The bill has changed or is settled otherwise.
    case superseded
    /// The city was switched off.
    case cityClosed = "city-closed"
    /// The provider refused it for good.
    case rejected
}

/// Why a payment cannot be shown by the bureau.
public enum ConflictReason: String, CaseIterable, Hashable, Sendable {
    /// Another payment of this program settles the bill.
    case doublePayment = "double-payment"
    /// A payment made elsewhere settles the bill.
    case otherPayment = "other-payment"
    /// The bureau asks another amount now.
    case billChanged = "bill-changed"
    /// The bureau has no such bill any more.
    case billGone = "bill-gone"
    /// The provider took another amount than the bill's.
    case amountMismatch = "amount-mismatch"
    /// It was decided to give the money back.
    case refundDecided = "refund-decided"
    /// The bureau shows a payment without saying whose.
    case unattributed
    /// The bureau refuses the payment.
    case refusedByBureau = "refused-by-bureau"

    /// Whether the money goes back without a person's asking; the other reasons need a person to look first.
    public var refundsByItself: Bool {
        switch self {
        case .doublePayment, .otherPayment, .billChanged, .billGone, .amountMismatch: true
        case .refundDecided, .unattributed, .refusedByBureau: false
        }
    }
}

/// One attempt to pay a bill, along the three axes.
///
/// Stages say who is to act next. What has happened to money stands beside them and only ever grows.
public struct Order: Hashable, Sendable {
    /// Its number at the provider.
    public let number: OrderNumber
    /// The bill it is for.
    public let bill: Bill
    /// The config it runs under to its end.
    public let config: ConfigVersion
    /// The commitment to the personal data that are kept apart.
    public let personal: SealedCommitment
    /// When it was created.
    public let createdAt: Moment

    /// How far the taking of money has come.
    public internal(set) var stage = OrderStage.created
    /// When it came to that stage.
    public internal(set) var stageSince: Moment
    /// What the payer pays with; nothing until the provider has accepted the order.
    public internal(set) var prepay: Prepay?
    /// Why it is closed; nothing while nobody has decided that.
    public internal(set) var closeReason: CloseReason?
    /// The money taken.
    public internal(set) var payment: Payment?
    /// Whether the last look at a closed order has been taken.
    public internal(set) var isAtRest = false

    /// How far the bureau shows the payment.
    public internal(set) var sync = SyncStage.none
    /// When it came to that stage.
    public internal(set) var syncSince: Moment
    /// Since when the bureau should show the payment; nothing where it should not.
    public internal(set) var syncDueSince: Moment?
    /// How often the bureau has been told.
    public internal(set) var syncRounds = 0
    /// Why the bureau cannot show it.
    public internal(set) var conflict: ConflictReason?

    /// The refunds, in order of their numbers.
    public internal(set) var refunds: [Refund] = []
    /// On which day's bill the provider lists the payment: the day it settles; nothing until that is known.
    public internal(set) var listedOn: CivilDate?
    /// What the day's lists have said otherwise than the log, in order of finding.
    public internal(set) var discrepancies: [Discrepancy] = []
    /// What a person ought to see, in order of raising.
    public internal(set) var flags: [Flag] = []
    /// Whether the personal data are gone.
    public internal(set) var isExpunged = false

    init(_ number: OrderNumber, _ terms: OrderTerms, at moment: Moment) {
        self.number = number
        self.bill = terms.bill
        self.config = terms.config
        self.personal = terms.personal
        self.createdAt = moment
        self.stageSince = moment
        self.syncSince = moment
    }
}

/// One refund of an order.
public struct Refund: Hashable, Sendable {
    /// Its number at the provider, fixed before the first call.
    public let number: RefundNumber
    /// How much goes back.
    public let amount: Amount
    /// Why.
    public let reason: RefundReason
    /// The refund the provider closed and this one replaces.
    public let renews: Int?
    /// How far it has come.
    public internal(set) var stage = RefundStage.requested
    /// When it came to that stage.
    public internal(set) var stageSince: Moment
    /// Where the provider says the money went.
    public internal(set) var channel: RefundChannel?
}

/// Why money goes back.
public enum RefundReason: String, CaseIterable, Hashable, Sendable {
    /// The payment could not be shown, for the order's conflict.
    case conflict
    /// A person decided it: the bureau granted less, or nothing.
    case decided
}

/// Where the provider sent a refund.
public enum RefundChannel: String, CaseIterable, Hashable, Sendable {
    /// Back to what was paid with: balance to balance, card to card.
    case original
    /// To the payer's balance.
    case balance
    /// To another account of the payer.
    case otherAccount = "other-account"
}
