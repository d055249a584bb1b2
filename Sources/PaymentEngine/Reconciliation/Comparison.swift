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
        return row(.payment(number), day, outcome, remedy(outcome, number, listed, order))
    }

    private func row(
        _ subject: Reconciliation.Subject,
        _ day: CivilDate,
        _ outcome: Reconciliation.Outcome,
        _ remedy: Reconciliation.Remedy
    ) -> Reconciliation.Row {
        var row = Reconciliation.Row(subject: subject, day: day, outcome: outcome, remedy: remedy)
        if let kind = outcome.discrepancy, let order = orders[subject.order] {
            row.isExplained = order.discrepancyStage(kind, refund: subject.refund?.index) == .explained
        }
        return row
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
        // Another transaction than the log's: the core takes it in, or has a person look at it.
        let new = listed.first { $0.value.transaction != order?.payment?.transaction }?.value
        guard let order else { return new.map { .adopt(number, $0) } ?? (outcome == .unchecked ? .wait : .person) }
        switch outcome {
        case .unchecked: return .wait
        // The order's job is still at it.
        case .bureauMissing where order.sync != .synced: return .wait
        case .matched, .dayBoundary, .theirsOnly, .oursOnly, .amountDiffers, .transactionDiffers, .bureauMissing,
            .bureauExtra, .refundDiffers:
            let stated = new.map { Input.stated(number, .paid($0), .dailyBill) }
            let day = (listed.first { $0.value.transaction == order.payment?.transaction } ?? listed.first)?.day
            let compared = Input.compared(number, refund: nil, outcome.discrepancy, listedOn: day)
            let isNews = outcome != .theirsOnly && !order.knows(outcome, refund: nil, listedOn: day)
            let news = [stated, isNews ? compared : nil].compactMap(\.self)
            return news.isEmpty ? (outcome.isInOrder ? .none : .person) : .tell(news)
        }
    }

    private func refundRow(_ number: RefundNumber) -> Reconciliation.Row? {
        let listed = refunds[number] ?? []
        let refund = orders[number.order]?.refund(number)
        let heard = refund.flatMap { $0.stage == .succeeded ? $0.stageSince.day : nil }
        guard let day = listed.first?.day ?? heard else { return nil }
        func row(_ outcome: Reconciliation.Outcome, _ remedy: Reconciliation.Remedy? = nil) -> Reconciliation.Row {
            self.row(.refund(number), day, outcome, remedy ?? self.remedy(outcome, number))
        }
        guard let first = listed.first else {
            let earliest = day.adding(days: -Self.refundLateness) ?? day
            return hasProvider(earliest, day) ? row(.refundDiffers) : row(.unchecked, .wait)
        }
        guard listed.count == 1 else { return row(.refundDiffers) }
        guard let refund else {
            // The core takes it over where the payment is there; payments are told before refunds.
            guard let amount = Amount(fen: first.value), amount > .zero else { return row(.refundDiffers) }
            return row(.refundDiffers, .tell([.adoptRefund(number, amount)]))
        }
        guard first.value == refund.amount.fen else { return row(.refundDiffers) }
        switch refund.stage {
        case .succeeded: return row(heard == day ? .matched : .dayBoundary)
        // The order's job asks the provider and hears the same.
        case .requested, .pending, .redirected, .abnormal: return row(.refundDiffers, .wait)
        case .none, .closed, .rejected, .atTreasury, .settledByHand: return row(.refundDiffers)
        }
    }

    private func remedy(_ outcome: Reconciliation.Outcome, _ number: RefundNumber) -> Reconciliation.Remedy {
        guard let order = orders[number.order] else { return .person }
        if order.knows(outcome, refund: number.index, listedOn: nil) { return outcome.isInOrder ? .none : .person }
        return .tell([.compared(number.order, refund: number.index, outcome.discrepancy, listedOn: nil)])
    }
}

extension Reconciliation.Subject {
    /// The refund; nothing where it is a payment.
    public var refund: RefundNumber? {
        if case .refund(let number) = self { number } else { nil }
    }
}

extension Order {
    /// Whether telling the core what came of a comparison would change nothing.
    fileprivate func knows(_ outcome: Reconciliation.Outcome, refund: Int?, listedOn day: CivilDate?) -> Bool {
        if day != nil, payment != nil, listedOn == nil { return false }
        let kind = outcome.discrepancy
        let isAnyOther = discrepancies.contains { $0.refund == refund && $0.stage == .open && $0.kind != kind }
        return !isAnyOther && kind.map { discrepancyStage($0, refund: refund).after(.discrepancyFound) == nil } ?? true
    }

    /// Whether the bureau ought to list the payment by now, or soon.
    fileprivate var oughtToBeShown: Bool {
        guard holdsMoney else { return false }
        switch sync {
        case .pending, .sent, .synced: return true
        case .none, .conflict, .resolved: return false
        }
    }
}
