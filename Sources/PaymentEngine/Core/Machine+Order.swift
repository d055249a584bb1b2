import Money

/// Taking money.
extension Draft {
    /// Opens an order for a bill, or finds the one that is under way.
    mutating func open(_ terms: OrderTerms) {
        if dossier.orders.contains(where: \.holdsMoney), rules.insist(on: .notPaidYet) {
            return refuse(.alreadyPaid)
        }
        if let live = dossier.orders.first(where: \.isLive), rules.insist(on: .oneLiveOrder) {
            return resume(live, terms)
        }
        guard rules.holds(.somethingToPay, terms.bill.amount > .zero) else { return refuse(.nothingToPay) }
        let number = dossier.nextNumber
        guard record(number, .orderCreated(terms)) else { return refuse(.notNow) }
        answer(.opened(number))
    }

    /// Goes on with an order, unless the bill has changed since: then it has to be proven dead first.
    private mutating func resume(_ live: Order, _ terms: OrderTerms) {
        guard live.stage != .closing else { return refuse(.earlierOrderClosing) }
        guard rules.holds(.billUnchanged, live.bill.amount == terms.bill.amount) else {
            flag(live.number, .billChanged)
            end(live.number, .superseded)
            return refuse(.earlierOrderClosing)
        }
        answer(.resumed(live.number))
    }

    /// Decides to call the provider.
    mutating func submit(_ order: Order, cityTakesPayments: Bool) {
        guard order.stage == .created else { return answer(.resumed(order.number)) }
        guard rules.holds(.cityTakesPayments, cityTakesPayments) else {
            flag(order.number, .cityDisabled)
            end(order.number, .cityClosed)
            return refuse(.cityTakesNoPayments)
        }
        record(order.number, .submitIntended)
    }

    /// Ends an order on the payer's wish, unless it may be paid already.
    mutating func close(_ order: Order, _ reason: CloseReason) {
        guard order.isLive else { return refuse(.notNow) }
        end(order.number, reason)
    }

    /// Begins to end an order; one the provider never heard of ends at once.
    mutating func end(_ number: OrderNumber, _ reason: CloseReason) {
        if current(number)?.stage == .created {
            record(number, .orderAbandoned)
        } else {
            record(number, .closeIntended(reason))
        }
    }

    /// Ends what is not paid when the city is switched off.
    ///
    /// What is paid goes on under its own config.
    mutating func closeCity() {
        for order in dossier.orders where order.isLive && order.stage != .closing {
            flag(order.number, .cityDisabled)
            end(order.number, .cityClosed)
        }
    }

    /// Takes note that it may be paid.
    mutating func suspect(_ order: Order) {
        record(order.number, .paymentSuspected)
        if order.mayBeCharged { hurry(order.number) }
    }

    /// Does what time alone decides.
    mutating func wake(_ order: Order) {
        switch order.stage {
        case .created:
            if rules.holds(.idleTimeOver, now >= order.createdAt + rules.idleTime) { end(order.number, .cancelled) }
        case .awaitingPayment:
            guard let prepay = order.prepay else { return }
            if rules.holds(.payingTimeOver, now >= prepay.expiresAt) { end(order.number, .expired) }
        case .paid:
            guard let since = order.syncDueSince, !order.flags.contains(.syncStuck) else { return }
            if rules.holds(.syncOverdue, now >= since + rules.syncTime) { flag(order.number, .syncStuck) }
        case .submitted, .paidUnconfirmed, .closing, .closed:
            break
        }
    }

    /// Hears what the provider says to a new order.
    mutating func placed(_ order: Order, _ answer: PlaceAnswer) {
        switch answer {
        case .accepted(let prepay): record(order.number, .providerAccepted(prepay))
        case .rejected where order.stage == .submitted: record(order.number, .closeIntended(.rejected))
        case .rejected, .unknown: break
        }
    }

    /// Hears what the provider says of an order.
    mutating func stated(_ order: Order, _ statement: PaymentStatement, _ source: StatementSource) {
        switch statement {
        case .paid(let payment):
            paid(order, payment, source)
        case .closed:
            if order.stage == .closing {
                record(order.number, .closedConfirmed)
            } else if order.isLive {
                // It was closed without us: by its time limit, or by hand.
                end(order.number, .expired)
            } else {
                rest(order)
            }
        case .notFound:
            notPaid(order)
            let isOver = now >= order.stageSince + rules.arrivalTime
            if order.stage == .closing, rules.holds(.arrivalTimeOver, isOver) {
                record(order.number, .closedConfirmed)
            }
        case .notPaid:
            notPaid(order)
        case .unreadable:
            if order.isLive { flag(order.number, .unreadableStatement) }
            record(order.number, .paymentSuspected)
        case .paying, .unknown:
            record(order.number, .paymentSuspected)
        }
    }

    /// Believes NOTPAY where nothing can be on its way any more.
    private mutating func notPaid(_ order: Order) {
        switch order.stage {
        case .paidUnconfirmed:
            let isOver = now >= order.stageSince + rules.suspicionTime
            if rules.holds(.suspicionTimeOver, isOver) { record(order.number, .paymentRuledOut) }
        case .closed:
            rest(order)
        case .created, .submitted, .awaitingPayment, .closing, .paid:
            break
        }
    }

    /// Takes the last look at a closed order.
    private mutating func rest(_ order: Order) {
        guard order.stage == .closed else { return }
        if rules.holds(.lastLookDue, now >= order.stageSince + rules.lastLookTime) {
            record(order.number, .laidToRest)
        }
    }

    /// Takes in a verified SUCCESS, which beats every other state.
    mutating func paid(_ order: Order, _ payment: Payment, _ source: StatementSource) {
        if let known = order.payment {
            if !rules.holds(.oneTransaction, known.transaction == payment.transaction) {
                flag(order.number, .secondTransaction)
            }
            return
        }
        guard record(order.number, .paidConfirmed(payment, source)) else { return }
        if order.stage == .closed { flag(order.number, .paidAfterClose) }
        for other in dossier.orders where other.isLive && other.number != order.number {
            end(other.number, .superseded)
        }
        if rules.holds(.paidAmountEquals, payment.amount == order.bill.amount) {
            keepOnePayment(order.number, payment)
        } else {
            flag(order.number, .amountMismatch)
            giveBack(order.number, .amountMismatch)
        }
    }

    /// Has the bureau shown one payment of a bill, and gives back the others at once.
    private mutating func keepOnePayment(_ number: OrderNumber, _ payment: Payment) {
        let kept = dossier.orders.first { $0.number != number && $0.holdsMoney && $0.conflict?.refundsByItself != true }
        guard let kept, let first = kept.payment, rules.insist(on: .onePaymentPerBill) else {
            record(number, .syncDue)
            return
        }
        flag(number, .doublePayment)
        let isEarlier = (payment.succeededAt, number) < (first.succeededAt, kept.number)
        if kept.sync == .pending, kept.refunds.isEmpty, rules.holds(.earliestPaymentKept, isEarlier) {
            flag(kept.number, .doublePayment)
            giveBack(kept.number, .doublePayment)
            record(number, .syncDue)
        } else {
            flag(kept.number, .doublePayment)
            giveBack(number, .doublePayment)
        }
    }

    /// Takes over a payment the log has lost, or never had.
    mutating func adopt(_ number: OrderNumber, _ terms: OrderTerms, _ payment: Payment) {
        if dossier.order(number) == nil {
            while dossier.nextNumber < number { record(dossier.nextNumber, .orderCreated(terms)) }
            record(number, .orderCreated(terms))
            flag(number, .adopted)
        }
        with(number) { $0.paid($1, payment, .dailyBill) }
    }
}
