import Money

/// Giving money back: number and amount are fixed before the first call, and stay.
extension Draft {
    /// Gives back all that has not gone back yet.
    mutating func giveBack(_ number: OrderNumber, _ reason: ConflictReason) {
        record(number, .syncConflict(reason))
        guard let order = current(number), let payment = order.payment,
            let rest = Amount(fen: payment.amount.fen - order.refundedOrUnderWay), rest > .zero
        else { return }
        request(order, rest, .conflict)
    }

    /// Asks for a refund under the next number.
    @discardableResult
    private mutating func request(_ order: Order, _ amount: Amount, _ reason: RefundReason, renews: Int? = nil) -> Bool
    {
        guard let payment = order.payment,
            rules.holds(.refundWithinPaid, order.refundedOrUnderWay + amount.fen <= payment.amount.fen)
        else { return false }
        return record(order.number, .refundRequested(order.refunds.count + 1, amount, reason, renews: renews))
    }

    /// Takes over a refund that the log has lost; under the numbers before it that were lost as well no money moved.
    ///
    /// It is then asked for and asked about like any other, under its number, for which no provider pays twice.
    mutating func adoptRefund(_ order: Order, _ index: Int, _ amount: Amount) {
        guard index > order.refunds.count else { return }
        guard let payment = order.payment, order.refundedOrUnderWay + amount.fen <= payment.amount.fen else {
            // No payment, or more than was paid: a person has to find out.
            record(order.number, .discrepancyFound(.refundDiffers, refund: index))
            return
        }
        flag(order.number, .adopted)
        let isAll = order.refundedOrUnderWay + amount.fen == payment.amount.fen
        if order.sync == .pending, isAll { record(order.number, .syncConflict(.refundDecided)) }
        while let order = current(order.number), order.refunds.count < index {
            guard request(order, amount, .decided) else { return }
            if order.refunds.count + 1 < index { record(order.number, .refundRejected(order.refunds.count + 1)) }
        }
    }

    /// Hears what the provider says to a refund.
    mutating func refundAnswered(_ order: Order, _ index: Int, _ answer: RefundAnswer) {
        switch answer {
        case .accepted: record(order.number, .refundAccepted(index))
        case .rejected: record(order.number, .refundRejected(index))
        case .unknown: break
        }
    }

    /// Hears what the provider says of a refund.
    mutating func refundStated(
        _ order: Order,
        _ index: Int,
        _ statement: RefundStatement,
        _ source: StatementSource
    ) {
        switch statement {
        case .succeeded(let channel):
            guard record(order.number, .refundSucceeded(index, channel)) else { return }
            let isOriginal = order.payment?.leads(to: channel) ?? false
            if !rules.holds(.refundToOriginal, isOriginal) { flag(order.number, .instrumentMismatch) }
        case .abnormal:
            record(order.number, .refundAbnormal(index))
        case .closed:
            if rules.holds(.refundClosedByQuery, source == .query) {
                refundClosed(order, index)
            } else {
                hurry(order.number)
            }
        case .processing:
            record(order.number, .refundAccepted(index))
        case .notFound, .unknown:
            break
        }
    }

    /// Replaces a refund that is proven closed by one with a new number, a few times; then a person is asked.
    private mutating func refundClosed(_ order: Order, _ index: Int) {
        guard record(order.number, .refundClosed(index)), let closed = current(order.number)?.refunds[index - 1],
            let order = current(order.number)
        else { return }
        let renewals = order.refunds.count { $0.renews != nil }
        if rules.holds(.refundRenewalsLeft, renewals < rules.refundRenewals) {
            request(order, closed.amount, closed.reason, renews: index)
        }
    }

    /// Does what a person has decided, if it is a legal move, rests on evidence and enough persons stand for it.
    mutating func decided(_ order: Order, _ decision: PersonDecision, _ approval: Approval) {
        guard rules.holds(.evidenceGiven, !approval.evidence.isEmpty && !approval.persons.isEmpty) else {
            return refuse(.evidenceMissing)
        }
        let needsTwo = (order.payment?.amount.fen ?? 0) >= rules.twoPersonsFromFen
        guard rules.holds(.twoPersons, !needsTwo || Set(approval.persons).count >= 2) else {
            return refuse(.secondPersonMissing)
        }
        let isDone =
            switch decision {
            case .refund(let amount): decidedRefund(order, amount)
            case .retrySync: order.refundedOrUnderWay == 0 && order.sync == .conflict && record(order.number, .syncDue)
            case .reopenSync: reopenSync(order)
            case .resolveSync: record(order.number, .syncResolved(approval))
            case .redirectRefund(let number):
                number.order == order.number && record(order.number, .refundRedirected(number.index, approval))
            case .handToTreasury(let number): byHand(order, number, .refundHandedToTreasury(number.index, approval))
            case .settleByHand(let number): byHand(order, number, .refundSettledByHand(number.index, approval))
            case .explain(let kind, let refund):
                (refund ?? RefundNumber(order.number, index: 1)).order == order.number
                    && record(order.number, .discrepancyExplained(kind, refund: refund?.index, approval))
            }
        if !isDone, !hasRefused { refuse(.notNow) }
    }

    /// A refund that a person decided; all of it where the bureau has not been told means that it never will be.
    private mutating func decidedRefund(_ order: Order, _ amount: Amount) -> Bool {
        guard let payment = order.payment, amount > .zero else { return false }
        guard rules.holds(.refundWithinPaid, order.refundedOrUnderWay + amount.fen <= payment.amount.fen) else {
            refuse(.moreThanPaid)
            return false
        }
        guard rules.holds(.syncNotInTheAir, order.sync != .sent) else {
            refuse(.syncInTheAir)
            return false
        }
        let isAll = order.refundedOrUnderWay + amount.fen == payment.amount.fen
        if order.sync == .pending, isAll { record(order.number, .syncConflict(.refundDecided)) }
        // A dead refund of as much is what the person means to make good: it is replaced, and owed no longer.
        let dead = order.openRefunds.first { $0.isDead && $0.amount == amount }
        return current(order.number).map { request($0, amount, .decided, renews: dead?.number.index) } ?? false
    }

    /// A refund outside the provider: within what was paid, and never of one that has been replaced.
    private mutating func byHand(_ order: Order, _ number: RefundNumber, _ fact: Fact) -> Bool {
        guard let refund = order.refund(number), let payment = order.payment,
            !order.refunds.contains(where: { $0.renews == number.index })
        else { return false }
        let more = refund.isDead ? refund.amount.fen : 0
        guard rules.holds(.refundWithinPaid, order.refundedOrUnderWay + more <= payment.amount.fen) else {
            refuse(.moreThanPaid)
            return false
        }
        return record(order.number, fact)
    }
}
