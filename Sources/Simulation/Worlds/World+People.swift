import CivilTime
import Money
import PaymentEngine

/// What people of the service do: they decide what needs a person, and compare the day's lists.
extension World {
    /// Two persons and where it is written.
    static let approval = Approval(persons: ["desk-1", "desk-2"], evidence: "simulated file 1")

    /// Looks at every bill that needs a person.
    func visitPeople() async {
        for applicant in everybody where applicant.needsPerson {
            for order in applicant.seen.orders { await visit(order, applicant) }
        }
    }

    private func visit(_ order: Order, _ applicant: Applicant) async {
        if order.sync == .conflict, order.holdsMoney {
            await decide(conflict(of: order, applicant), order, applicant)
        }
        for refund in order.openRefunds {
            // Whoever decides looks at the provider's own page first: the log may lag behind, or have lost something.
            let account = applicant[order.number]?.refunds.first { $0.number == refund.number }
            if let account, account.state != .abnormal, account.state != .closed { continue }
            switch refund.stage {
            case .abnormal:
                let roll = applicant.chance.below(10)
                let decision: PersonDecision =
                    roll < 6
                    ? .redirectRefund(refund.number)
                    : roll < 8 ? .handToTreasury(refund.number) : .settleByHand(refund.number)
                await decide(decision, order, applicant)
            case .atTreasury:
                if applicant.chance.below(10) < 3 { await decide(.settleByHand(refund.number), order, applicant) }
            case .closed, .rejected:
                let isQuick = applicant.chance.below(2) == 0
                await decide(
                    isQuick ? .settleByHand(refund.number) : .handToTreasury(refund.number),
                    order,
                    applicant
                )
            case .none, .requested, .pending, .redirected, .succeeded, .settledByHand: break
            }
        }
    }

    /// What is decided about a payment that the bureau cannot show.
    private func conflict(of order: Order, _ applicant: Applicant) -> PersonDecision {
        let rest = (order.payment?.amount.fen ?? 0) - order.refundedOrUnderWay
        let refund = PersonDecision.refund(Amount(fen: rest) ?? order.bill.amount)
        if applicant.entries.contains(where: { $0.transaction == order.payment?.transaction }) { return .resolveSync }
        if !applicant.entries.isEmpty || applicant.bill != order.payment?.amount { return refund }
        guard applicant.chance.below(2) == 0 else { return refund }
        // The bureau has been called, and takes it now.
        applicant.refusesOurs = false
        return .retrySync
    }

    private func decide(_ decision: PersonDecision, _ order: Order, _ applicant: Applicant) async {
        guard let instance = anyInstance(applicant), let cashier = instance.cashier else { return }
        _ = try? await cashier.take(
            .decided(order.number, decision, Self.approval),
            on: applicant.dossier,
            at: instance.clock
        )
    }

    /// Takes what the provider's bills of the last three days say into the log, where the log does not know it.
    ///
    /// A day whose bill was missing, or of which something could not be committed, stays open and comes again.
    func reconcile() async {
        guard let instance = instances.first else {
            return timetable.add(.reconciliation, at: now + .minutes(5))
        }
        let recent = (1...3).compactMap { now.day.adding(days: -$0) }
        for day in openDays.union(recent).sorted() {
            if await reconcile(day, instance) { openDays.remove(day) } else { openDays.insert(day) }
        }
    }

    /// Reconciles one day; true where all of it is in the log.
    ///
    /// Payments come first: without its payment no refund can be taken over.
    private func reconcile(_ day: CivilDate, _ instance: Instance) async -> Bool {
        let rail = InstanceRail(instance: instance)
        guard case .entries(let entries) = await rail.dailyBill(of: day, city: "simulated") else { return false }
        var isClean = true
        for case .payment(let number, let payment) in entries {
            guard let applicant = applicants[number.dossier], applicant.seen.order(number)?.payment == nil else {
                continue
            }
            isClean = await take(input(for: number, payment, applicant), applicant, instance) && isClean
        }
        for case .refund(let number, let fen) in entries {
            guard let applicant = applicants[number.order.dossier], let order = applicant.seen.order(number.order),
                order.payment != nil, order.refund(number) == nil, let amount = Amount(fen: fen)
            else { continue }
            isClean = await take(.adoptRefund(number, amount), applicant, instance) && isClean
        }
        return isClean
    }

    /// Has something committed; false where that did not work.
    private func take(_ input: Input, _ applicant: Applicant, _ instance: Instance) async -> Bool {
        let personal = applicant.personal
        let decision = try? await instance.cashier?.take(
            input,
            on: applicant.dossier,
            at: instance.clock,
            seal: { OpenSeal().seal(personal, salt: [], for: $0) }
        )
        return decision != nil
    }

    /// A payment the log does not know; where it does not even know the order, the order comes with it.
    private func input(for number: OrderNumber, _ payment: Payment, _ applicant: Applicant) -> Input {
        guard applicant.seen.order(number) == nil, let account = applicant[number] else {
            return .stated(number, .paid(payment), .dailyBill)
        }
        let terms = OrderTerms(
            bill: Bill(city: "simulated", feeName: "Simulated fee", amount: account.amount),
            config: account.config,
            personal: SealedCommitment(
                to: applicant.personal,
                salt: Array(repeating: UInt8(applicant.index & 255), count: 16),
                QuickDigest.function
            )
        )
        return .adopt(number, terms, payment)
    }
}
