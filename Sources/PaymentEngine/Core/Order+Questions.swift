import Money

extension Order {
    /// Whether somebody might still be able to pay it, as far as we can prove.
    public var mayBeCharged: Bool {
        switch stage {
        case .submitted, .awaitingPayment, .paidUnconfirmed, .closing: true
        case .created, .paid, .closed: false
        }
    }

    /// Whether it stands in the way of another order for the same bill.
    public var isLive: Bool {
        mayBeCharged || stage == .created
    }

    /// The sum of the refunds that have arrived or may arrive.
    public var refundedOrUnderWay: Int64 {
        refunds.reduce(0) { $0 + ($1.isDead ? 0 : $1.amount.fen) }
    }

    /// The sum of the refunds that have arrived, by the provider's word or by a person's evidence.
    public var refunded: Int64 {
        refunds.reduce(0) { $0 + ($1.hasArrived ? $1.amount.fen : 0) }
    }

    /// Whether all the money taken is back.
    public var isRefundedInFull: Bool {
        payment.map { refunded == $0.amount.fen } ?? false
    }

    /// Whether money was taken and not all of it is back or on its way.
    public var holdsMoney: Bool {
        payment.map { refundedOrUnderWay < $0.amount.fen } ?? false
    }

    /// The refunds that still need something done, a person's decision included.
    ///
    /// One that is dead needs nothing once another has replaced it, or once its money has gone back under other numbers.
    public var openRefunds: [Refund] {
        let free = (payment?.amount.fen ?? 0) - refundedOrUnderWay
        return refunds.filter { refund in
            !refund.hasArrived && !(refund.isDead && refund.amount.fen > free)
                && !refunds.contains { $0.renews == refund.number.index }
        }
    }

    /// A refund by its number.
    public func refund(_ number: RefundNumber) -> Refund? {
        refunds.first { $0.number == number }
    }

    /// Whether nothing remains to be done, ever: shown, refunded in full, decided by a person, or never paid.
    public var isFinished: Bool {
        switch stage {
        case .created, .submitted, .awaitingPayment, .paidUnconfirmed, .closing:
            return false
        case .closed:
            return isAtRest
        case .paid:
            guard openRefunds.isEmpty else { return false }
            return sync == .synced || sync == .resolved || isRefundedInFull
        }
    }
}

extension Refund {
    /// Whether the payer has the money.
    public var hasArrived: Bool {
        stage == .succeeded || stage == .settledByHand
    }

    /// Whether no money moves under this number any more.
    ///
    /// One that was closed or rejected is dead only where something replaces it: until then its amount is still owed.
    public var isDead: Bool {
        stage == .closed || stage == .rejected
    }
}
