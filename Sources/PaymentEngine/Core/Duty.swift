/// A call to the outside.
///
/// Each is safe to repeat: it carries a number that was committed before.
public enum Call: Hashable, Sendable {
    /// Give the order to the provider.
    case place(OrderNumber)
    /// Ask the provider about the order.
    case query(OrderNumber)
    /// Have the provider close the order.
    case close(OrderNumber)
    /// Read what the bureau shows.
    case readBureau(OrderNumber)
    /// Write the payment to the bureau; only ever right after the commit that decided it.
    case writeBureau(OrderNumber)
    /// Ask the provider for the refund.
    case refund(RefundNumber)
    /// Send an abnormal refund elsewhere, under the same number.
    case redirectRefund(RefundNumber)
    /// Ask the provider about the refund.
    case queryRefund(RefundNumber)
}

extension Order {
    /// What an order that is not finished needs next, given how often it has been tried since it last moved, from 1.
    ///
    /// This is the only place that says what is done at a stage. A job knows no more than when to look here.
    public func call(attempt: Int) -> Call? {
        switch stage {
        case .created: nil
        case .submitted: attempt.isOdd ? .place(number) : .query(number)
        case .awaitingPayment, .paidUnconfirmed, .closed: .query(number)
        // Query, close, query: only a query proves that it is closed.
        case .closing: attempt.isOdd ? .query(number) : .close(number)
        case .paid: paidCall(attempt: attempt)
        }
    }

    /// The payment and its refunds take turns, so that none waits for another that is stuck.
    private func paidCall(attempt: Int) -> Call? {
        let refunds = openRefunds
        let turns = refunds.count + (needsBureau ? 1 : 0)
        guard turns > 0 else { return nil }
        let (round, turn) = (attempt - 1).quotientAndRemainder(dividingBy: turns)
        guard turn < refunds.count else { return .readBureau(number) }
        return refunds[turn].call(round: round)
    }

    /// Whether what the bureau shows can still change what is done.
    private var needsBureau: Bool {
        switch sync {
        case .pending, .sent: true
        case .conflict: holdsMoney
        case .none, .synced, .resolved: false
        }
    }

    /// When an order that has just moved is looked after.
    func due(_ rules: Rules, _ now: Moment) -> Moment {
        switch stage {
        case .created: createdAt + rules.idleTime
        case .awaitingPayment: min(now + rules.pollTime, prepay?.expiresAt ?? now)
        case .closed: stageSince + rules.lastLookTime
        case .submitted, .paidUnconfirmed, .closing: now
        case .paid: now
        }
    }
}

extension Refund {
    fileprivate func call(round: Int) -> Call {
        switch stage {
        case .requested where !round.isOdd: .refund(number)
        case .redirected where !round.isOdd: .redirectRefund(number)
        default: .queryRefund(number)
        }
    }
}

extension Int {
    fileprivate var isOdd: Bool { self % 2 != 0 }
}
