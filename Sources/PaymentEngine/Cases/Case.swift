public import CivilTime
import Money

/// Something about an order that only a person can bring forward, with what the person may do.
///
/// A case is no record of its own: it follows from the log, it is there as long as the log says so, and each of its actions is
/// a legal move that becomes an event. So nobody can forget to open or to close one.
public struct Case: Hashable, Sendable {
    /// Why a person is needed, the most urgent first.
    public enum Reason: String, CaseIterable, Hashable, Comparable, Sendable {
        /// The provider names two transactions for one order: somebody may have been charged twice.
        case secondTransaction = "second-transaction"
        /// The treasury has not paid back in its time.
        case treasuryOverdue = "treasury-overdue"
        /// The payer's instrument did not take the refund.
        case refundAbnormal = "refund-abnormal"
        /// The provider refuses the refund.
        case refundRejected = "refund-rejected"
        /// The provider has closed the refund as often as it is renewed.
        case refundClosed = "refund-closed"
        /// The bureau refuses the payment.
        case refusedByBureau = "refused-by-bureau"
        /// The bureau shows a payment and does not say whose.
        case unattributed
        /// A person has begun to give the money back, and not all of it is on its way.
        case refundIncomplete = "refund-incomplete"
        /// The log has a payment that the provider's bill does not list.
        case oursOnly = "ours-only"
        /// The day's lists and the log name different amounts.
        case amountDiffers = "amount-differs"
        /// The day's lists and the log name different transactions.
        case transactionDiffers = "transaction-differs"
        /// Provider and log disagree about a refund.
        case refundDiffers = "refund-differs"
        /// The bureau lists a payment that nobody made, that has gone back, or that it lists twice.
        case bureauExtra = "bureau-extra"
        /// The bureau's list misses a payment that the bureau has shown. It is looked at again.
        case bureauMissing = "bureau-missing"
        /// The bureau takes longer than it should. Retries go on.
        case syncStuck = "sync-stuck"
        /// The provider said something about a payment that nobody could read.
        case unreadableStatement = "unreadable-statement"
        /// The treasury is paying back.
        case treasuryPending = "treasury-pending"
        /// A refund went elsewhere than the payment came from: the payer is told where.
        case instrumentMismatch = "instrument-mismatch"

        /// The most urgent first.
        public static func < (left: Reason, right: Reason) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The order.
    public var order: OrderNumber
    /// The refund it is about; nothing where it is about none.
    public var refund: RefundNumber?
    /// Why.
    public var reason: Reason
    /// Since when.
    public var since: Moment
    /// What may be decided now.
    public var actions: [PersonDecision]
    /// How many persons have to stand for it.
    public var persons: Int
}

extension Dossier {
    /// What a person has to look at, the most urgent first.
    public func cases(by calendar: WorkingDayCalendar, _ rules: Rules = .standard, at now: Moment) -> [Case] {
        orders.flatMap { order in
            let actions = actions(on: order, rules, at: now)
            let persons = (order.payment?.amount.fen ?? 0) >= rules.twoPersonsFromFen ? 2 : 1
            return order.reasons(by: calendar, rules, at: now).map { reason in
                Case(
                    order: order.number,
                    refund: reason.refund,
                    reason: reason.reason,
                    since: reason.since,
                    actions: actions.filter { $0.concerns(reason.refund, reason.reason) },
                    persons: persons
                )
            }
        }
        .sorted { ($0.reason, $0.since, $0.order) < ($1.reason, $1.since, $1.order) }
    }

    /// What a person may decide about an order now: whatever the core would not refuse.
    public func actions(on order: Order, _ rules: Rules = .standard, at now: Moment) -> [PersonDecision] {
        let rest = (order.payment?.amount.fen ?? 0) - order.refundedOrUnderWay
        let refund = Amount(fen: rest).flatMap { $0 > .zero ? PersonDecision.refund($0) : nil }
        let candidates =
            [.retrySync, .resolveSync, .reopenSync] + (refund.map { [$0] } ?? [])
            + order.openRefunds.map(\.number).flatMap { number -> [PersonDecision] in
                [.redirectRefund(number), .handToTreasury(number), .settleByHand(number)]
            }
            + order.discrepancies.map { discrepancy in
                .explain(discrepancy.kind, discrepancy.refund.map { RefundNumber(order.number, index: $0) })
            }
        let machine = Machine(rules: rules)
        // Who decides and on what evidence is asked when it is decided; here it is given.
        let approval = Approval(persons: ["first", "second"], evidence: "given")
        return candidates.filter { candidate in
            let decision = machine.decide(about: self, .decided(order.number, candidate, approval), at: now)
            if case .refused = decision.reply { return false }
            return !decision.events.isEmpty
        }
    }
}

extension PersonDecision {
    /// The refund it is about; nothing where it is about none.
    public var refund: RefundNumber? {
        switch self {
        case .redirectRefund(let number), .handToTreasury(let number), .settleByHand(let number): number
        case .explain(_, let number): number
        case .refund, .retrySync, .resolveSync, .reopenSync: nil
        }
    }

    /// Whether it helps with a refund, or where none is given with anything else.
    fileprivate func concerns(_ number: RefundNumber?, _ reason: Case.Reason) -> Bool {
        if case .explain(let kind, let refund) = self { return refund == number && kind.rawValue == reason.rawValue }
        guard number != nil, case .refund = self else { return refund == number }
        return true
    }
}
