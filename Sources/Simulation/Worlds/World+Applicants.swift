import Money
import PaymentEngine
import ServiceConfig
import Vocabulary

/// What applicants do.
extension World {
    /// The next applicant comes.
    func arrive(_ index: Int) async {
        let applicant = Applicant(index, seed: seed, dossier: Self.dossier(index))
        welcome(applicant)
        if let (next, moment) = arrivals?.next(after: index) { timetable.add(.arrival(next), at: moment) }
        applicant.makePlan()
        if strikes(.billChanged, applicant) {
            let fen = applicant.bill.fen + applicant.chance.below(3) * 1_000 - 1_000
            timetable.add(
                .act(index, .billChanges(fen: fen)),
                at: now + applicant.chance.duration(1...900, .seconds(1))
            )
        }
        if strikes(.paidAtCounter, applicant) {
            timetable.add(.act(index, .payAtCounter), at: now + applicant.chance.duration(1...1800, .seconds(1)))
        }
        if strikes(.billGone, applicant) {
            applicant.billGoneUntil = now + applicant.chance.duration(1...200, .minutes(1))
        }
        if strikes(.notificationForged, applicant) { forge(applicant) }
        if strikes(.signatureProbe, applicant) { forge(applicant) }
        for (after, act) in applicant.later { timetable.add(.act(index, act), at: now + after) }
        await perform(.open(device: 0), applicant)
    }

    /// Somebody is there.
    func welcome(_ applicant: Applicant) {
        applicant.arrivedAt = now
        applicants[applicant.dossier] = applicant
        tally.applications += 1
    }

    /// Somebody else says that it is paid; or the provider, to see whether we check.
    private func forge(_ applicant: Applicant) {
        let payment = Payment(
            transaction: TransactionID("forged-\(applicant.index)"),
            amount: applicant.bill,
            instrument: "BALANCE",
            succeededAt: now
        )
        let order = OrderNumber(applicant.dossier, attempt: 1)
        timetable.add(
            .notification(Notification(matter: .payment(order, payment), key: 0), attempt: 14),
            at: now + .seconds(60)
        )
    }

    /// Does what an applicant does, or what happens to the bill.
    func perform(_ act: Act, _ applicant: Applicant) async {
        tell(act.text(applicant.index))
        subject = applicant.index
        switch act {
        case .open(let device): await open(device, applicant)
        case .submit: await submit(applicant)
        case .pay(let duration): pay(duration, applicant)
        case .comeBack:
            if let order = applicant.order { await say(.payerReturned(order), applicant) }
            proceed(applicant)
        case .cancel:
            if let order = applicant.order { await say(.cancel(order), applicant) }
            proceed(applicant)
        case .payAtCounter: payAtCounter(applicant)
        case .billChanges(let fen):
            if applicant.entries.isEmpty, let amount = Amount(fen: fen) { applicant.bill = amount }
        case .grantsLess(let fen): await grantLess(fen, applicant)
        case .cityIsClosed: await say(.cityClosed, applicant)
        case .expunge: await expunge(applicant)
        }
    }

    /// The next thing the applicant means to do.
    private func proceed(_ applicant: Applicant) {
        applicant.tries = 0
        guard !applicant.plan.isEmpty else { return }
        let (after, act) = applicant.plan.removeFirst()
        timetable.add(.act(applicant.index, act), at: now + after)
    }

    /// The same again, a little later; and not for ever.
    private func again(_ act: Act, _ applicant: Applicant, after wait: Duration = .seconds(45)) {
        applicant.tries += 1
        guard applicant.tries < 30 else { return }
        timetable.add(.act(applicant.index, act), at: now + wait)
    }

    /// Says something to the service that needs no answer.
    private func say(_ input: Input, _ applicant: Applicant) async {
        guard let instance = anyInstance(applicant) else { return }
        _ = try? await instance.cashier?.take(input, on: applicant.dossier, at: instance.clock)
    }

    /// Asks the service for something, under a key; asked again, it is asked under the same key.
    private func ask(
        _ input: Input,
        _ applicant: Applicant,
        key: String,
        _ effect: CrashEffect? = nil
    ) async -> Reply? {
        guard let instance = anyInstance(applicant), let cashier = instance.cashier else { return nil }
        if let effect {
            occurred.insert(effect)
            if dies(effect, .beforeSending, instance) { return nil }
            instance.expectDeath(in: effect, before: .sentNotApplied, after: .appliedAnswerLost)
        }
        let heard = Heard()
        let personal = applicant.personal
        _ = try? await cashier.take(
            input,
            on: applicant.dossier,
            at: instance.clock,
            request: Cashier.Request(key: key, digest: QuickDigest.function(Array(key.utf8))),
            seal: { OpenSeal().seal(personal, salt: [], for: $0) }
        ) { reply in
            guard instance.isAlive else { return }
            if let effect, self.dies(effect, .committedNotAcknowledged, instance) { return }
            await self.checkAnswer(reply, key, applicant)
            heard.reply = reply
        }
        instance.doom = nil
        return heard.reply
    }

    /// What is answered is in the log, and is what was answered before.
    private func checkAnswer(_ reply: Reply, _ key: String, _ applicant: Applicant) async {
        let stored = await disk.dossier(applicant.dossier)
        if case .opened(let order) = reply, (try? stored.dossier().order(order)) == nil, !applicant.isLost {
            fail(.sameRequestSameAnswer, "\(order) was answered and is not in the log")
        }
        if let before = applicant.answers[key], before != reply, !applicant.isLost {
            fail(.sameRequestSameAnswer, "request \(key) was answered differently the second time")
        }
        applicant.answers[key] = reply
    }

    private func open(_ device: Int, _ applicant: Applicant) async {
        // The page shows what the bureau shows.
        guard applicant.entries.isEmpty, isCityOpen || applicant.tries > 0 else { return }
        let terms = OrderTerms(
            bill: Bill(city: "simulated", feeName: "Simulated fee", amount: applicant.bill),
            config: config,
            personal: SealedCommitment(
                to: applicant.personal,
                salt: Array(repeating: UInt8(applicant.index & 255), count: 16),
                QuickDigest.function
            )
        )
        if applicant.tries == 0 { applicant.requests += 1 }
        let key = "open-\(applicant.index)-\(applicant.requests)"
        let reply = await ask(.open(terms), applicant, key: key, .create)
        switch reply {
        case .opened(let order)?, .resumed(let order)?:
            applicant.order = order
            if applicant.chance.happens(perMille: 80) { _ = await ask(.open(terms), applicant, key: key) }
            if device > 0 { applicant.makePlan() }
            proceed(applicant)
        case .refused(.earlierOrderClosing)?:
            // The next try is another request: the answer to this one stands.
            applicant.requests += 1
            again(.open(device: device), applicant, after: .minutes(3))
        case nil: again(.open(device: device), applicant)
        case .refused?, .recorded?, .nothingToDo?: break
        }
    }

    private func submit(_ applicant: Applicant) async {
        guard let order = applicant.order else { return }
        let key = "submit-\(order)"
        let reply = await ask(.submit(order, cityTakesPayments: isCityOpen), applicant, key: key)
        switch reply {
        case .recorded?, .resumed?: proceed(applicant)
        case nil: again(.submit, applicant)
        case .refused?, .opened?, .nothingToDo?: break
        }
    }

    private func pay(_ duration: Duration, _ applicant: Applicant) {
        guard let order = applicant.order else { return }
        if pay(order, bankTakes: duration, of: applicant) {
            proceed(applicant)
        } else if applicant[order] == nil {
            again(.pay(bankTakes: duration), applicant)
        }
    }

    /// The bureau grants less than was applied for: people give back the rest.
    private func grantLess(_ fen: Int64?, _ applicant: Applicant) async {
        for order in applicant.seen.orders where order.sync == .synced && order.refundedOrUnderWay == 0 {
            guard let payment = order.payment, let amount = Amount(fen: fen ?? payment.amount.fen),
                amount < payment.amount || fen == nil
            else { continue }
            await say(.decided(order.number, .refund(amount), World.approval), applicant)
        }
    }
}

extension Applicant {
    /// Draws what the applicant means to do.
    func makePlan() {
        let thinking = chance.duration(5...60, .seconds(1))
        switch chance.below(100) {
        case 0..<3: plan = []
        case 3..<7: plan = [(thinking, .submit)]
        case 7..<10: plan = [(thinking, .submit), (.seconds(90), .cancel)]
        default:
            // Most pay within two minutes, some in the last one.
            let isLate = chance.happens(perMille: 30)
            let waiting = isLate ? chance.duration(800...920, .seconds(1)) : chance.duration(8...120, .seconds(1))
            let bank = chance.happens(perMille: 30) ? chance.duration(30...600, .seconds(1)) : .milliseconds(300)
            plan = [(thinking, .submit), (waiting, .pay(bankTakes: bank))]
            if chance.happens(perMille: 700) { plan.append((chance.duration(1...40, .seconds(1)), .comeBack)) }
        }
    }

    /// What is to come whatever becomes of the plan.
    var later: [(Duration, Act)] {
        var later: [(Duration, Act)] = [(.minutes(40), .open(device: 1))]
        if chance.happens(perMille: 15) {
            later.append((.hours(6), .grantsLess(fen: chance.happens(perMille: 300) ? nil : 6_000)))
        }
        later.append((.hours(26), .open(device: 2)))
        return later
    }
}

extension Act {
    /// What happens, as a clause.
    func text(_ index: Int) -> LocalizedText {
        switch self {
        case .open: LocalizedText("applicant \(index) opens the bill", "申请人 \(index) 打开缴费单")
        case .submit: LocalizedText("applicant \(index) submits the order", "申请人 \(index) 提交订单")
        case .pay: LocalizedText("applicant \(index) pays in the wallet", "申请人 \(index) 在微信中支付")
        case .comeBack: LocalizedText("applicant \(index) comes back from the wallet", "申请人 \(index) 从微信返回")
        case .cancel: LocalizedText("applicant \(index) cancels", "申请人 \(index) 取消订单")
        case .payAtCounter: LocalizedText("the bill of applicant \(index) is paid at the counter", "申请人 \(index) 在柜台缴费")
        case .billChanges(let fen):
            LocalizedText("the bureau now asks applicant \(index) for \(fen) fen", "申请人 \(index) 的应缴金额改为 \(fen) 分")
        case .grantsLess: LocalizedText("people give back a part to applicant \(index)", "工作人员决定向申请人 \(index) 退款")
        case .cityIsClosed: LocalizedText("the city takes no payments any more", "该市停止收费")
        case .expunge: LocalizedText("the personal data of applicant \(index) are destroyed", "销毁申请人 \(index) 的个人数据")
        }
    }
}

/// What somebody was told.
final class Heard: @unchecked Sendable {
    var reply: Reply?
}
