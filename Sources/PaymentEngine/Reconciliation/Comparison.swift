import CivilTime
import Money

/// How one payment and one refund are compared: the first that applies, from the provider's word to the bureau's.
extension Sorted {
    /// How close to midnight the provider may take a payment for one of the next day.
    private static let boundary = Duration.hours(1)
    /// How many days the provider may have known of a refund before we did.
    private static let refundLateness = 3

    /// The row of a subject; nothing where no side has anything to compare.
    func row(of subject: Reconciliation.Subject, through last: CivilDate) -> Reconciliation.Row? {
        switch subject {
        case .payment(let number): paymentRow(number, through: last)
        case .refund(let number): refundRow(number)
        }
    }

    private func paymentRow(_ number: OrderNumber, through last: CivilDate) -> Reconciliation.Row? {
        let listed = payments[number] ?? []
        let shown = shown[number] ?? []
        let order = orders[number]
        guard let day = listed.first?.day ?? order?.payment?.succeededAt.day ?? shown.first?.day else { return nil }
        let outcome = outcome(listed, order, shown, day, through: last)
        let remedy = remedy(outcome, number, listed, order)
        return Reconciliation.Row(subject: .payment(number), day: day, outcome: outcome, remedy: remedy)
    }

    private func outcome(
        _ listed: [Listed<Payment>],
        _ order: Order?,
        _ shown: [Listed<BureauEntry>],
        _ day: CivilDate,
        through last: CivilDate
    ) -> Reconciliation.Outcome {
        guard let first = listed.first?.value else {
            guard hasProvider(around: order?.payment?.succeededAt, day) else { return .unchecked }
            return order?.payment == nil ? .bureauExtra : .oursOnly
        }
        guard let order, let payment = order.payment else { return .theirsOnly }
        guard listed.allSatisfy({ $0.value.transaction == payment.transaction }) else { return .transactionDiffers }
        guard listed.allSatisfy({ $0.value.amount == payment.amount }) else { return .amountDiffers }
        guard shown.allSatisfy({ ($0.value.transaction ?? first.transaction) == payment.transaction }) else {
            return .transactionDiffers
        }
        guard shown.allSatisfy({ $0.value.amount == payment.amount }) else { return .amountDiffers }
        if shown.count > 1 || (!shown.isEmpty && !order.holdsMoney) { return .bureauExtra }
        if shown.isEmpty, order.oughtToBeShown {
            let until = order.sync == .synced ? max(order.syncSince.day, day) : last
            return hasBureau(payment.succeededAt.day, until) ? .bureauMissing : .unchecked
        }
        return day == payment.succeededAt.day ? .matched : .dayBoundary
    }

    /// Whether the provider's bills are there on which a payment would be listed.
    private func hasProvider(around moment: Moment?, _ day: CivilDate) -> Bool {
        guard let moment else { return hasProvider(day, day) }
        return hasProvider((moment + (.zero - Self.boundary)).day, (moment + Self.boundary).day)
    }

    private func remedy(
        _ outcome: Reconciliation.Outcome,
        _ number: OrderNumber,
        _ listed: [Listed<Payment>],
        _ order: Order?
    ) -> Reconciliation.Remedy {
        switch outcome {
        case .matched, .dayBoundary: return .none
        case .unchecked: return .wait
        case .bureauMissing: return order?.sync == .synced ? .person : .wait
        case .theirsOnly, .transactionDiffers:
            // The core takes it in, or raises a flag that a person sees.
            guard let new = listed.first(where: { $0.value.transaction != order?.payment?.transaction }) else {
                return .person
            }
            return order == nil ? .adopt(number, new.value) : .tell(.stated(number, .paid(new.value), .dailyBill))
        case .oursOnly, .amountDiffers, .bureauExtra, .refundDiffers: return .person
        }
    }

    private func refundRow(_ number: RefundNumber) -> Reconciliation.Row? {
        let listed = refunds[number] ?? []
        let refund = orders[number.order]?.refund(number)
        let heard = refund.flatMap { $0.stage == .succeeded ? $0.stageSince.day : nil }
        guard let day = listed.first?.day ?? heard else { return nil }
        func row(_ outcome: Reconciliation.Outcome, _ remedy: Reconciliation.Remedy) -> Reconciliation.Row {
            Reconciliation.Row(subject: .refund(number), day: day, outcome: outcome, remedy: remedy)
        }
        guard let first = listed.first else {
            let earliest = day.adding(days: -Self.refundLateness) ?? day
            return hasProvider(earliest, day) ? row(.refundDiffers, .person) : row(.unchecked, .wait)
        }
        guard let refund, listed.count == 1, first.value == refund.amount.fen else {
            return row(.refundDiffers, .person)
        }
        switch refund.stage {
        case .succeeded: return row(heard == day ? .matched : .dayBoundary, .none)
        // The order's job asks the provider and hears the same.
        case .requested, .pending, .redirected, .abnormal: return row(.refundDiffers, .wait)
        case .none, .closed, .rejected, .atTreasury, .settledByHand: return row(.refundDiffers, .person)
        }
    }
}

extension Order {
    /// Whether the bureau ought to list the payment by now, or soon.
    fileprivate var oughtToBeShown: Bool {
        guard holdsMoney else { return false }
        switch sync {
        case .pending, .sent, .synced: return true
        case .none, .conflict, .resolved: return false
        }
    }
}
