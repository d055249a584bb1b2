/// Showing a payment: it counts as shown only when the bureau, read back, shows our transaction.
extension Draft {
    /// Hears what the bureau shows.
    mutating func bureauRead(_ order: Order, _ reading: BureauReading) {
        guard let payment = order.payment else { return billSeen(order, reading) }
        guard order.sync == .pending || order.sync == .sent || order.sync == .conflict else { return }
        switch reading {
        case .paid(let transaction?):
            if rules.holds(.bureauShowsOurs, transaction == payment.transaction) {
                shown(order)
            } else {
                conflict(order, .otherPayment, .bureauShowsOtherPayment)
            }
        case .paid(nil):
            conflict(order, .unattributed, .bureauShowsOtherPayment)
        case .unpaid(let amount):
            notShown(order, payment, asking: amount == payment.amount)
        case .gone:
            let isOver = now >= (order.syncDueSince ?? now) + rules.billGoneTime
            if rules.holds(.billGoneForLong, isOver) { conflict(order, .billGone, nil) }
        case .refusing:
            conflict(order, .refusedByBureau, nil)
        case .unknown:
            break
        }
    }

    /// The bureau shows our transaction.
    private mutating func shown(_ order: Order) {
        // What is on its way back is not shown as paid, whatever the bureau says: that is for a person.
        guard order.refundedOrUnderWay == 0 || order.sync != .conflict else { return }
        record(order.number, .syncReadBack)
    }

    /// The bureau does not show it: tell it, or wait for it, or give the money back.
    private mutating func notShown(_ order: Order, _ payment: Payment, asking isEqual: Bool) {
        switch order.sync {
        case .pending:
            if rules.holds(.bureauAmountEquals, isEqual) {
                if record(order.number, .syncIntended) { write = order.number }
            } else {
                conflict(order, .billChanged, .billChanged)
            }
        case .sent:
            let patience = rules.readBackTime * (1 << min(order.syncRounds - 1, 7))
            if rules.holds(.readBackTimeOver, now >= order.syncSince + patience) {
                record(order.number, .syncNotShown)
            }
        case .none, .synced, .conflict, .resolved:
            break
        }
    }

    /// The bureau shows something that excludes our payment.
    private mutating func conflict(_ order: Order, _ reason: ConflictReason, _ flag: Flag?) {
        guard order.sync == .pending || order.sync == .sent else { return }
        if let flag { self.flag(order.number, flag) }
        if reason.refundsByItself {
            giveBack(order.number, reason)
        } else {
            record(order.number, .syncConflict(reason))
        }
    }

    /// The bill of an order that is not paid.
    private mutating func billSeen(_ order: Order, _ reading: BureauReading) {
        guard order.isLive, order.stage != .closing else { return }
        switch reading {
        case .unpaid(let amount) where amount != order.bill.amount:
            flag(order.number, .billChanged)
            end(order.number, .superseded)
        case .paid:
            flag(order.number, .bureauShowsOtherPayment)
            end(order.number, .superseded)
        case .unpaid, .gone, .refusing, .unknown:
            break
        }
    }
}
