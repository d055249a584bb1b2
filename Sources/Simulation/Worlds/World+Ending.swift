import Money
import PaymentEngine
import Vocabulary

/// Whether all is well in the end.
extension World {
    /// Takes note that nothing is left to do about a bill, or that something is after all.
    func finished(_ applicant: Applicant, _ stored: StoredDossier) {
        let orders = applicant.seen.orders
        applicant.needsPerson = orders.contains { $0.needsPerson }
        guard !orders.isEmpty, orders.allSatisfy(\.isFinished) else {
            applicant.finishedAt = nil
            return
        }
        if applicant.finishedAt == nil { applicant.finishedAt = now }
    }

    /// Looks at everything about a bill for the last time.
    func settle(_ applicant: Applicant) async {
        subject = applicant.index
        let stored = await disk.dossier(applicant.dossier)
        for violation in stored.violations(QuickDigest.function) { fail(violation) }
        await repeatEverything(applicant)
        checkMoney(applicant)
        tally.settled += 1
        count(applicant)
    }

    /// Every payment has come to an end: shown, refunded in full, or decided by people.
    private func checkMoney(_ applicant: Applicant) {
        var kept: Int64 = 0
        for account in applicant.accounts {
            guard let payment = account.payment else { continue }
            guard let order = applicant.seen.order(account.number), order.payment == payment else {
                fail(.paidMeansShown, "\(account.number) is paid, and the log does not know")
                continue
            }
            let isShown = applicant.entries.contains { $0.transaction == payment.transaction }
            let isBack = account.arrived + order.byHand == payment.amount.fen
            if !order.isFinished || !(isShown || isBack || order.sync == .resolved) {
                fail(.paidMeansShown, "\(account.number) is paid, and neither shown nor refunded nor decided")
            }
            if order.sync == .synced, !isShown { fail(.paidMeansShown, "\(account.number) is not shown") }
            if account.arrived + order.byHand != order.refunded {
                fail(.moneyIsConserved, "what went back of \(account.number) is not what the log says")
            }
            kept += payment.amount.fen - order.refunded
        }
        if -applicant.seen.balances.payer != kept {
            fail(
                .moneyIsConserved,
                "the payer of \(applicant.dossier) paid \(kept) fen, and the accounts say otherwise"
            )
        }
        let dearest = applicant.accounts.map(\.amount.fen).max() ?? 0
        if kept > dearest { fail(.oneChargeableOrder, "more is kept of \(applicant.dossier) than its bill") }
    }

    /// Everything the provider has said is said once more, last things first: nothing changes.
    private func repeatEverything(_ applicant: Applicant) async {
        guard let instance = instances.first(where: \.isAlive), let cashier = instance.cashier else { return }
        let version = applicant.seen.version
        for account in applicant.accounts.reversed() {
            for refund in account.refunds.reversed() {
                guard case .succeeded(let channel) = refund.state else { continue }
                _ = try? await cashier.take(
                    .refundStated(refund.number, .succeeded(channel), .notification),
                    on: applicant.dossier,
                    at: instance.clock
                )
            }
            guard let payment = account.payment else { continue }
            for source in StatementSource.allCases {
                _ = try? await cashier.take(
                    .stated(account.number, .paid(payment), source),
                    on: applicant.dossier,
                    at: instance.clock
                )
            }
        }
        if applicant.seen.version != version {
            fail(.orderDoesNotMatter, "saying everything about \(applicant.dossier) again changed something")
        }
    }

    private func count(_ applicant: Applicant) {
        let paid = applicant.seen.orders.filter { $0.payment != nil }
        if paid.isEmpty { tally.unpaid += 1 }
        if paid.contains(where: { $0.sync == .synced }) { tally.shown += 1 }
        if paid.contains(where: \.isRefundedInFull) { tally.refunded += 1 }
        if paid.contains(where: { $0.sync == .resolved || $0.byHand > 0 }) { tally.byHand += 1 }
    }
}

extension Order {
    /// Whether it waits for a person.
    var needsPerson: Bool {
        if sync == .conflict, holdsMoney { return true }
        return openRefunds.contains { refund in
            switch refund.stage {
            case .abnormal, .atTreasury, .closed, .rejected: true
            case .none, .requested, .pending, .redirected, .succeeded, .settledByHand: false
            }
        }
    }

    /// What people have paid back, in fen.
    var byHand: Int64 {
        refunds.reduce(0) { $0 + ($1.stage == .settledByHand ? $1.amount.fen : 0) }
    }
}
