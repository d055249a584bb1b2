import Money
import PaymentEngine
import ServiceConfig

/// What an applicant does, or what happens to the bill.
enum Act: Hashable, Sendable {
    /// Opens the bill to pay it, on this device.
    case open(device: Int)
    /// Submits the order.
    case submit
    /// Pays in the wallet; the bank may need a while.
    case pay(bankTakes: Duration)
    /// Comes back from the wallet.
    case comeBack
    /// Does not want the order any more.
    case cancel
    /// Pays at the counter instead, or as well.
    case payAtCounter
    /// The bureau asks another amount.
    case billChanges(fen: Int64)
    /// The bureau grants less: people give back so many fen, or all where nothing is said.
    case grantsLess(fen: Int64?)
    /// Hears that the city is switched off.
    case cityIsClosed
    /// The personal data are destroyed.
    case expunge
}

/// One bill: who has it, and the truth about it at the provider and at the bureau, which the engine can only ask for.
///
/// `@unchecked` because it belongs to a ``World``, in which nothing runs beside anything else.
final class Applicant: @unchecked Sendable {
    let index: Int
    var arrivedAt = World.beginning
    let dossier: DossierID
    let personal: PersonalData
    let instrument: String
    var chance: Chance
    /// How many chances there were of each fault.
    var chances = Array(repeating: 0, count: FaultKind.allCases.count)
    /// What the applicant still means to do after opening the order, with the time between.
    var plan: [(after: Duration, act: Act)] = []
    /// How often the current act has been tried.
    var tries = 0
    /// How many requests with keys of their own the applicant has made.
    var requests = 0
    /// The order the applicant was told of.
    var order: OrderNumber?
    /// What was answered to each request.
    var answers: [String: Reply] = [:]

    /// What the bureau asks.
    var bill: Amount
    /// The config each attempt was created under.
    var configs: [ConfigVersion] = []

    // The provider's books.
    var accounts: [ProviderOrder] = []
    /// Orders the provider has verifiably said not to know.
    var saidNothing: Set<OrderNumber> = []
    /// Whether the payer's instrument takes no refunds.
    var refundsGoAbnormal = false

    // The bureau's books.
    var entries: [BureauRecord] = []
    var billGoneUntil: Moment?
    var refusesOurs = false
    var hidesWhose = false

    // What the watch has seen.
    var seen: Dossier
    var seenHead: Digest
    var needsPerson = false
    /// How often the bureau was told, by attempt and round: once each.
    var told: Set<[Int]> = []
    /// Whether a disk that lied has lost some of it.
    var isLost = false
    /// Since when all is done.
    var finishedAt: Moment?

    init(_ index: Int, seed: UInt64, dossier: DossierID) {
        self.index = index
        self.dossier = dossier
        self.chance = Chance(seed, UInt64(index))
        self.personal = PersonalData(receiptNumber: "*\(index)", displayName: "N** \(index)**")
        self.instrument = ["BALANCE", "DEBIT", "CREDIT"][Int(chance.below(3))]
        self.bill = Self.fees[Int(chance.below(Int64(Self.fees.count)))]
        self.seen = Dossier(dossier)
        self.seenHead = Chain.origin(of: dossier, QuickDigest.function)
    }

    /// What only personal data have in them: a star.
    static let mark = UInt8(ascii: "*")

    /// What bills ask for, in fen.
    private static let fees = [16_000, 40_000, 80_000, 100_000, 230_000].compactMap { Amount(fen: $0) }

    /// The provider's account of an order.
    subscript(order: OrderNumber) -> ProviderOrder? {
        get { accounts.first { $0.number == order } }
        set {
            if let index = accounts.firstIndex(where: { $0.number == order }) {
                if let newValue { accounts[index] = newValue }
            } else if let newValue {
                accounts.append(newValue)
            }
        }
    }
}

/// What the provider knows of an order.
struct ProviderOrder {
    enum State { case open, paid, closed }

    let number: OrderNumber
    let amount: Amount
    let config: ConfigVersion
    let expiresAt: Moment
    var state = State.open
    /// Whether the payer has paid and the bank is still at it.
    var isPaying = false
    /// Whether closing it does not keep the money from landing.
    var landsAfterClose = false
    var payment: Payment?
    /// Until when NOTPAY is said all the same.
    var hiddenUntil: Moment?
    /// Whether the provider has verifiably said that it can never be paid, or does not exist.
    var hasSaidDead = false
    var refunds: [ProviderRefund] = []
    /// Refunds it will never do.
    var rejected: Set<RefundNumber> = []

    /// What has gone back, or will.
    var givenBack: Int64 { refunds.reduce(0) { $0 + ($1.state == .closed ? 0 : $1.amount.fen) } }
    /// What has arrived.
    var arrived: Int64 {
        refunds.reduce(0) { sum, refund in
            if case .succeeded = refund.state { sum + refund.amount.fen } else { sum }
        }
    }
}

/// What the provider knows of a refund.
struct ProviderRefund {
    enum State: Equatable { case processing, succeeded(RefundChannel), abnormal, closed }

    let number: RefundNumber
    let amount: Amount
    var state = State.processing
}

/// A payment the bureau has recorded.
struct BureauRecord {
    /// The transaction; nothing where it was paid at the counter.
    var transaction: TransactionID?
    var amount: Amount
    var order: OrderNumber?
    /// From when on it is shown.
    var shownFrom: Moment
}

/// What the provider tells by itself.
struct Notification: Hashable, Sendable {
    enum Matter: Hashable, Sendable {
        case payment(OrderNumber, Payment)
        case refund(RefundNumber, RefundStatement)
    }

    var matter: Matter
    /// The platform key it is signed with; 0 is nobody's.
    var key: Int

    var order: OrderNumber {
        switch matter {
        case .payment(let order, _): order
        case .refund(let refund, _): refund.order
        }
    }
}
