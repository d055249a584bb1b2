import CivilTime

/// Hearing what the day's lists say.
extension Draft {
    /// Hears how a day's lists compare with the log, for a payment or a refund.
    ///
    /// A discrepancy is found once, however often the lists are compared, and settled once they agree. Where the bureau's list
    /// misses what the bureau has shown, the bureau is looked at again, and told again if it then shows nothing.
    mutating func compared(_ order: Order, _ refund: Int?, _ kind: Discrepancy.Kind?, listedOn day: CivilDate?) {
        if let day, refund == nil { record(order.number, .paymentListed(day)) }
        for open in order.discrepancies where open.stage == .open && open.refund == refund && open.kind != kind {
            record(order.number, .discrepancySettled(open.kind, refund: refund))
        }
        guard let kind, record(order.number, .discrepancyFound(kind, refund: refund)) else { return }
        if kind == .bureauMissing, let order = current(order.number) { reopenSync(order) }
    }

    /// Has a payment shown anew that the bureau has lost, unless its money has gone back.
    @discardableResult
    mutating func reopenSync(_ order: Order) -> Bool {
        order.sync == .synced && rules.holds(.moneyHeldToBeShown, order.holdsMoney)
            && record(order.number, .syncNotShown)
    }
}
