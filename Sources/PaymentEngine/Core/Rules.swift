/// A condition that decides whether something is done.
///
/// Each can be switched off, so that a test can prove that it matters.
public enum Guard: String, CaseIterable, Hashable, Sendable {
    /// A bill has at most one order that is not proven dead.
    case oneLiveOrder = "one-live-order"
    /// A bill whose money is here is not paid again.
    case notPaidYet = "not-paid-yet"
    /// A bill of nothing is not paid.
    case somethingToPay = "something-to-pay"
    /// An order is resumed only for the amount it was created with.
    case billUnchanged = "bill-unchanged"
    /// A city that is switched off takes no new payment.
    case cityTakesPayments = "city-takes-payments"
    /// A provider's order can be paid only by the amount that was asked for.
    case paidAmountEquals = "paid-amount-equals"
    /// An order is paid once: another transaction is a matter for people.
    case oneTransaction = "one-transaction"
    /// Of two payments one goes back.
    case onePaymentPerBill = "one-payment-per-bill"
    /// Of two payments the earlier one is kept, while the bureau has been told of neither.
    case earliestPaymentKept = "earliest-payment-kept"
    /// An order idles for a while before it is given up.
    case idleTimeOver = "idle-time-over"
    /// An order can be paid until its time is over.
    case payingTimeOver = "paying-time-over"
    /// A suspicion outlives the first NOTPAY.
    case suspicionTimeOver = "suspicion-time-over"
    /// An order the provider does not know may still be on its way there.
    case arrivalTimeOver = "arrival-time-over"
    /// A closed order is looked at once more, a day later.
    case lastLookDue = "last-look-due"
    /// The bureau is told of a payment of exactly what it asks.
    case bureauAmountEquals = "bureau-amount-equals"
    /// The bureau shows our payment if it shows our transaction.
    case bureauShowsOurs = "bureau-shows-ours"
    /// What was sent may take a while to show.
    case readBackTimeOver = "read-back-time-over"
    /// A bill that is not there may be a slip of the bureau's.
    case billGoneForLong = "bill-gone-for-long"
    /// A payment that is not shown for long is put before a person.
    case syncOverdue = "sync-overdue"
    /// No more goes back than was paid.
    case refundWithinPaid = "refund-within-paid"
    /// While it is open whether the bureau has been told, nothing is decided against it.
    case syncNotInTheAir = "sync-not-in-the-air"
    /// A refund is closed only by the answer to a question: then it is replaced under a new number.
    case refundClosedByQuery = "refund-closed-by-query"
    /// Refunds are not replaced without end.
    case refundRenewalsLeft = "refund-renewals-left"
    /// A payment that the bureau has lost is shown again only while the money is here.
    case moneyHeldToBeShown = "money-held-to-be-shown"
    /// A refund goes back to where the payment came from.
    case refundToOriginal = "refund-to-original"
    /// A person's decision rests on evidence.
    case evidenceGiven = "evidence-given"
    /// Large sums take two persons.
    case twoPersons = "two-persons"
    /// A day's books are closed only when all sides agree.
    case booksAgree = "books-agree"
    /// A day's books stay open as long as a side may list late what it did.
    case lateDataOver = "late-data-over"
    /// A day's books are given to people when they have stayed open for too long.
    case booksTooOld = "books-too-old"
    /// Comparing a day again writes only what is new.
    case comparisonIsNew = "comparison-is-new"
}

/// A place where something must be durable before something else happens.
public enum CommitPoint: String, CaseIterable, Hashable, Sendable {
    /// A notification is in the log before it is answered.
    case beforeAcknowledging = "before-acknowledging"
    /// What the payer is told has been committed before.
    case beforeAnswering = "before-answering"
    /// What is to be written to the bureau has been committed before.
    case beforeWriting = "before-writing"
    /// A job is leased before its call is made.
    case beforeCalling = "before-calling"
    /// A call's result is committed before its job is given back.
    case beforeReleasing = "before-releasing"
}

/// One thing that a test can switch off.
public enum Mutation: Hashable, Sendable {
    /// A legal move of an order.
    case order(Move<OrderStage>)
    /// A legal move of showing a payment.
    case sync(Move<SyncStage>)
    /// A legal move of a refund.
    case refund(Move<RefundStage>)
    /// A legal move of a discrepancy.
    case discrepancy(Move<DiscrepancyStage>)
    /// A legal move of a day's books.
    case day(Move<BookDayStage>)
    /// A condition: then it always holds.
    case `guard`(Guard)
    /// A commit: then it happens afterwards.
    case commit(CommitPoint)

    /// Its name in reports: `order: created, submit-intended`.
    public var name: String {
        switch self {
        case .order(let move): "order: \(move.from.rawValue), \(move.by.rawValue)"
        case .sync(let move): "sync: \(move.from.rawValue), \(move.by.rawValue)"
        case .refund(let move): "refund: \(move.from.rawValue), \(move.by.rawValue)"
        case .discrepancy(let move): "discrepancy: \(move.from.rawValue), \(move.by.rawValue)"
        case .day(let move): "day: \(move.from.rawValue), \(move.by.rawValue)"
        case .guard(let condition): "guard: \(condition.rawValue)"
        case .commit(let point): "commit: \(point.rawValue)"
        }
    }

    /// Everything that can be switched off.
    public static var all: [Mutation] {
        OrderStage.moves.map(Mutation.order) + SyncStage.moves.map(Mutation.sync)
            + RefundStage.moves.map(Mutation.refund) + DiscrepancyStage.moves.map(Mutation.discrepancy)
            + BookDayStage.moves.map(Mutation.day) + Guard.allCases.map(Mutation.guard)
            + CommitPoint.allCases.map(Mutation.commit)
    }
}

/// The rules decisions are made by: durations and limits, and in tests what is switched off.
public struct Rules: Hashable, Sendable {
    /// How long an order may stay unsubmitted.
    public var idleTime = Duration.minutes(30)
    /// How long NOTPAY is not believed once somebody has said that it may be paid.
    public var suspicionTime = Duration.minutes(5)
    /// How long a call may be on its way to the provider.
    public var arrivalTime = Duration.minutes(10)
    /// How long after its close an order is looked at for the last time: then the daily bill of its day is out.
    public var lastLookTime = Duration.hours(36)
    /// How often an unpaid order is asked about.
    public var pollTime = Duration.seconds(30)
    /// How long the bureau may take to show what it was told; doubled at each round, up to a day.
    public var readBackTime = Duration.minutes(10)
    /// How long a missing bill may be a slip.
    public var billGoneTime = Duration.hours(2)
    /// How long showing a payment may take before a person is told.
    public var syncTime = Duration.minutes(15)
    /// How often a refund is renewed under a new number before a person is asked.
    public var refundRenewals = 3
    /// How many working days the treasury may take to pay a refund.
    public var treasuryWorkingDays = 30
    /// From which minute of the next day on the provider's bill of a day can be had, 0...1439, in Shanghai.
    public var billMinute = 10 * 60
    /// The same for cities whose provider has another time.
    public var billMinutes: [String: Int] = [:]
    /// On how many days after it a day's books are compared, because a side may list late what it did.
    public var lateDays = 3
    /// When a list that was not there is asked for again.
    public var listRetryTime = Duration.hours(1)
    /// How many days a day's books may stay open before people take them over.
    public var openDays = 30
    /// From how many fen on a decision takes two persons.
    public var twoPersonsFromFen: Int64 = 200_000

    /// What a test has switched off.
    public var disabled: Mutation?

    /// The rules as they stand.
    public static let standard = Rules()

    /// The rules as they stand, but for one thing.
    public init(without disabled: Mutation? = nil) {
        self.disabled = disabled
    }

    /// Whether a condition holds, or is switched off.
    func holds(_ condition: Guard, _ isTrue: @autoclosure () -> Bool) -> Bool {
        disabled == .guard(condition) || isTrue()
    }

    /// Whether a condition that does not hold is insisted on.
    func insist(on condition: Guard) -> Bool {
        !holds(condition, false)
    }

    /// Whether a commit comes where it belongs.
    func commits(_ point: CommitPoint) -> Bool {
        disabled != .commit(point)
    }

    /// Whether a fact's moves are all switched on, for an order where it stands.
    func allow(_ fact: Fact, for order: Order) -> Bool {
        switch disabled {
        case .order(let move): !(move.from == order.stage && move.by == fact.kind)
        case .sync(let move): !(move.from == order.sync && move.by == fact.kind)
        case .refund(let move):
            !(move.by == fact.kind && move.from == (fact.refundIndex.flatMap { order.refundStage($0) } ?? .none))
        case .discrepancy(let move): !(move.by == fact.kind && move.from == order.discrepancyStage(before: fact))
        case .day, .guard, .commit, nil: true
        }
    }

    /// Whether the move that a fact makes of a day's books is switched on.
    func allow(_ fact: BookDayFact, for day: BookDay) -> Bool {
        if case .day(let move) = disabled { !(move.from == day.stage && move.by == fact.kind) } else { true }
    }
}

extension Order {
    fileprivate func discrepancyStage(before fact: Fact) -> DiscrepancyStage? {
        switch fact {
        case .discrepancyFound(let kind, let refund), .discrepancySettled(let kind, let refund),
            .discrepancyExplained(let kind, let refund, _):
            discrepancyStage(kind, refund: refund)
        default: nil
        }
    }

    fileprivate func refundStage(_ index: Int) -> RefundStage? {
        refunds.indices.contains(index - 1) ? refunds[index - 1].stage : nil
    }
}
