import CivilTime
import PaymentEngine

/// Which side of the service a call goes to: each has faults of its own.
private struct Side {
    var isAway: Bool
    var requestLost: FaultKind
    var answerLost: FaultKind
    var slow: FaultKind
    var late: FaultKind
}

extension Instance {
    fileprivate var provider: Side {
        Side(
            isAway: world.providerAwayUntil.map { $0 > world.now } ?? false,
            requestLost: .providerRequestLost,
            answerLost: .providerAnswerLost,
            slow: .providerSlow,
            late: .providerRequestLate
        )
    }

    fileprivate var bureau: Side {
        Side(
            isAway: world.bureauAwayUntil.map { $0 > world.now } ?? false,
            requestLost: .bureauRequestLost,
            answerLost: .bureauAnswerLost,
            slow: .bureauSlow,
            late: .bureauRequestLate
        )
    }

    /// Calls the outside: the call may be lost, late, or applied with its answer lost, and the process may die in the middle.
    ///
    /// What arrives late is given as `late`, where it changes anything; `lost` is the answer where there is none.
    fileprivate func call<Answer>(
        _ effect: CrashEffect,
        _ order: OrderNumber,
        _ side: Side,
        late: LateCall?,
        lost: Answer,
        _ body: (Applicant) -> Answer
    ) async -> Answer {
        guard isAlive, world.violation == nil, let applicant = world.applicants[order.dossier] else { return lost }
        world.occurred.insert(effect)
        if world.dies(effect, .beforeSending, self) { return lost }
        if effect != .bureauWrite { await world.checkLease(of: order, self) }
        if world.dies(effect, .sentNotApplied, self) {
            if let late { world.timetable.add(.lateArrival(late), at: world.now + .seconds(30)) }
            return lost
        }
        if side.isAway || world.strikes(side.requestLost, applicant) {
            await world.pass(.seconds(10))
            return lost
        }
        if let late, world.strikes(side.late, applicant) {
            world.timetable.add(.lateArrival(late), at: world.now + .seconds(90))
            await world.pass(.seconds(10))
            return lost
        }
        if world.strikes(side.slow, applicant) { await world.pass(.seconds(5)) }
        world.tell(effect.text(order))
        let answer = body(applicant)
        if world.dies(effect, .appliedAnswerLost, self) { return lost }
        if world.strikes(side.answerLost, applicant) || world.answersFrom.map({ $0 > world.now }) ?? false {
            await world.pass(.seconds(10))
            return lost
        }
        if world.strikes(.crash, applicant) {
            die()
            return lost
        }
        if world.strikes(side.slow, applicant) { await world.pass(.seconds(5)) }
        guard isAlive else { return lost }
        expectDeath(in: effect, before: .answeredNotCommitted, after: .committedNotAcknowledged)
        return answer
    }
}

/// A process's way to the provider.
struct InstanceRail: PaymentRail {
    let instance: Instance

    private var world: World { instance.world }

    func place(_ order: Order) async -> Answered<PlaceAnswer> {
        await instance.call(.place, order.number, instance.provider, late: .place(order), lost: Answered(.unknown)) {
            Answered(world.strikes(.providerError, $0) ? .unknown : world.place(order, of: $0))
        }
    }

    func query(_ order: Order) async -> Answered<PaymentStatement> {
        await instance.call(.query, order.number, instance.provider, late: nil, lost: Answered(.unknown)) {
            if world.strikes(.providerError, $0) {
                return Answered(.unknown, notBefore: instance.clock + .seconds(60))
            }
            return Answered(world.query(order, of: $0))
        }
    }

    func close(_ order: Order) async {
        await instance.call(.close, order.number, instance.provider, late: .close(order.number), lost: ()) {
            world.close(order.number, of: $0)
        }
    }

    func refund(_ refund: Refund, of order: Order) async -> Answered<RefundAnswer> {
        let late = LateCall.refund(refund, order, isRedirection: false)
        return await instance.call(
            .refund,
            order.number,
            instance.provider,
            late: late,
            lost: Answered(.unknown)
        ) { Answered(world.refund(refund, order, of: $0)) }
    }

    func redirect(_ refund: Refund, of order: Order) async -> Answered<RefundAnswer> {
        let late = LateCall.refund(refund, order, isRedirection: true)
        return await instance.call(
            .refund,
            order.number,
            instance.provider,
            late: late,
            lost: Answered(.unknown)
        ) { Answered(world.redirect(refund, of: $0)) }
    }

    func query(_ refund: Refund, of order: Order) async -> Answered<RefundStatement> {
        await instance.call(.refundQuery, order.number, instance.provider, late: nil, lost: Answered(.unknown)) {
            Answered(world.query(refund.number, of: $0))
        }
    }

    func dailyBill(of day: CivilDate, city: String) async -> DailyList<ProviderEntry> {
        guard instance.isAlive else { return .missing }
        if let from = world.billsFrom[day], from > world.now { return .missing }
        return .entries(world.dailyBills[day] ?? [])
    }
}

/// A process's way to the bureau.
struct InstanceBureau: BureauGateway {
    let instance: Instance

    private var world: World { instance.world }

    func read(_ bill: BillReference) async -> Answered<BureauReading> {
        await instance.call(.bureauRead, bill.order, instance.bureau, late: nil, lost: Answered(.unknown)) {
            Answered(world.read(bill, of: $0))
        }
    }

    func write(_ payment: Payment, to bill: BillReference) async -> Answered<BureauWriteAnswer> {
        if let applicant = world.applicants[bill.order.dossier] {
            await world.checkWrite(payment, bill.order, applicant)
        }
        let late = LateCall.write(payment, bill.order)
        return await instance.call(.bureauWrite, bill.order, instance.bureau, late: late, lost: Answered(.unknown)) {
            Answered(world.record(payment, bill.order, of: $0))
        }
    }

    func payments(on day: CivilDate, city: String) async -> DailyList<BureauEntry> {
        guard instance.isAlive, world.bureauAwayUntil.map({ $0 <= world.now }) ?? true else { return .missing }
        let entries = world.applicants.values.sorted { $0.index < $1.index }.flatMap { applicant in
            applicant.entries.filter { $0.shownFrom.day == day }.map {
                BureauEntry(order: $0.order, transaction: $0.transaction, amount: $0.amount)
            }
        }
        return .entries(entries)
    }
}
