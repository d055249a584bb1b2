import Money
import PaymentEngine
import Vocabulary

/// The provider: strict, and the truth about the money.
extension World {
    /// Takes an order, or says what has become of it.
    func place(_ order: Order, of applicant: Applicant) -> PlaceAnswer {
        subject = applicant.index
        checkConfig(order, applicant)
        if let account = applicant[order.number] {
            guard account.amount == order.bill.amount else { return .rejected }
            switch account.state {
            case .open: return .accepted(Prepay(handle: "handle", expiresAt: account.expiresAt))
            case .closed: return .rejected
            case .paid: return .unknown
            }
        }
        let open = applicant.accounts.filter { $0.state == .open && $0.expiresAt > now }
        if !open.isEmpty, !applicant.isLost {
            fail(.oneChargeableOrder, "\(order.number) can be paid while \(open[0].number) can be, too")
        }
        let account = ProviderOrder(
            number: order.number,
            amount: order.bill.amount,
            config: order.config,
            expiresAt: now + .minutes(15)
        )
        applicant[order.number] = account
        return .accepted(Prepay(handle: "handle", expiresAt: account.expiresAt))
    }

    /// Says what has become of an order.
    func query(_ order: Order, of applicant: Applicant) -> PaymentStatement {
        checkConfig(order, applicant)
        if strikes(.statementUnreadable, applicant) { return .unreadable }
        guard var account = applicant[order.number] else {
            applicant.saidNothing.insert(order.number)
            return .notFound
        }
        switch account.state {
        case .open: return account.isPaying && seed % 2 == 0 ? .paying : .notPaid
        case .closed:
            account.hasSaidDead = true
            applicant[order.number] = account
            return .closed
        case .paid:
            if let until = account.hiddenUntil, until > now { return .notPaid }
            return account.payment.map { .paid($0) } ?? .unknown
        }
    }

    /// Closes an order, unless it is paid.
    func close(_ number: OrderNumber, of applicant: Applicant) {
        guard var account = applicant[number], account.state == .open else { return }
        // While the bank is at it a close is refused, or goes through and the money lands all the same.
        guard !account.isPaying || account.landsAfterClose else { return }
        account.state = .closed
        applicant[number] = account
    }

    /// The payer pays; true where the provider lets them.
    func pay(_ number: OrderNumber, bankTakes duration: Duration, of applicant: Applicant) -> Bool {
        guard var account = applicant[number], account.state == .open, !account.isPaying, account.expiresAt > now
        else { return false }
        account.isPaying = true
        var wait = duration
        if strikes(.lateBankSuccess, applicant) { wait = applicant.chance.duration(10...600, .minutes(1)) }
        account.landsAfterClose = wait > .minutes(5)
        applicant[number] = account
        timetable.add(.landing(number), at: now + wait)
        return true
    }

    /// The money arrives.
    func land(_ number: OrderNumber) {
        guard let applicant = applicants[number.dossier], var account = applicant[number], account.payment == nil else {
            return
        }
        var amount = account.amount
        if strikes(.amountDiffers, applicant), let less = Amount(fen: amount.fen - 100) { amount = less }
        let payment = Payment(
            transaction: TransactionID("42-\(applicant.index)-\(number.attempt)"),
            amount: amount,
            instrument: applicant.instrument,
            succeededAt: now
        )
        account.payment = payment
        account.state = .paid
        if strikes(.paymentShownLate, applicant) { account.hiddenUntil = now + .minutes(3) }
        applicant[number] = account
        dailyBills[now.day, default: []].append(.payment(number, payment))
        tell(LocalizedText("the payment of \(number) lands", "\(number) 的款项到账"))
        notify(.payment(number, payment), of: applicant)
    }

    // MARK: Refunds

    /// Takes a refund, or says that it has it already.
    func refund(_ refund: Refund, _ order: Order, of applicant: Applicant) -> RefundAnswer {
        checkConfig(order, applicant)
        subject = applicant.index
        guard var account = applicant[order.number], let payment = account.payment,
            !account.rejected.contains(refund.number)
        else { return .rejected }
        if let known = account.refunds.first(where: { $0.number == refund.number }) {
            if known.amount != refund.amount, !applicant.isLost {
                fail(.refundsWithinPaid, "\(refund.number) is asked for again, for another amount")
            }
            return known.amount == refund.amount ? .accepted : .rejected
        }
        guard account.givenBack + refund.amount.fen <= payment.amount.fen else {
            if !applicant.isLost { fail(.refundsWithinPaid, "\(refund.number) is more than is left of the payment") }
            return .rejected
        }
        if strikes(.refundRejected, applicant) {
            account.rejected.insert(refund.number)
            applicant[order.number] = account
            return .rejected
        }
        account.refunds.append(ProviderRefund(number: refund.number, amount: refund.amount))
        applicant[order.number] = account
        timetable.add(.refundEnds(refund.number), at: now + applicant.chance.duration(5...600, .seconds(1)))
        return .accepted
    }

    /// Sends an abnormal refund elsewhere.
    func redirect(_ refund: Refund, of applicant: Applicant) -> RefundAnswer {
        guard var account = applicant[refund.number.order],
            let index = account.refunds.firstIndex(where: { $0.number == refund.number })
        else { return .rejected }
        guard account.refunds[index].state == .abnormal else { return .accepted }
        account.refunds[index].state = .succeeded(.otherAccount)
        applicant[refund.number.order] = account
        return .accepted
    }

    /// Says what has become of a refund.
    func query(_ number: RefundNumber, of applicant: Applicant) -> RefundStatement {
        guard let refund = applicant[number.order]?.refunds.first(where: { $0.number == number }) else {
            return .notFound
        }
        return statement(of: refund)
    }

    private func statement(of refund: ProviderRefund) -> RefundStatement {
        switch refund.state {
        case .processing: .processing
        case .succeeded(let channel): .succeeded(channel)
        case .abnormal: .abnormal
        case .closed: .closed
        }
    }

    /// The provider has finished with a refund, in one way or another.
    func end(_ number: RefundNumber) {
        guard let applicant = applicants[number.order.dossier], var account = applicant[number.order],
            let index = account.refunds.firstIndex(where: { $0.number == number }),
            account.refunds[index].state == .processing
        else { return }
        if strikes(.refundAbnormal, applicant) || applicant.refundsGoAbnormal {
            account.refunds[index].state = .abnormal
        } else if strikes(.refundClosed, applicant) {
            account.refunds[index].state = .closed
        } else {
            account.refunds[index].state = .succeeded(strikes(.refundElsewhere, applicant) ? .balance : .original)
            dailyBills[now.day, default: []].append(.refund(number, fen: account.refunds[index].amount.fen))
        }
        applicant[number.order] = account
        notify(.refund(number, statement(of: account.refunds[index])), of: applicant)
    }

    // MARK: Notifications

    /// Between one delivery and the next, in seconds: fifteen in about a day, and then silence.
    private static let patience: [Int64] = [
        0, 15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600,
    ]

    /// Begins to tell the service of something.
    func notify(_ matter: Notification.Matter, of applicant: Applicant) {
        let notification = Notification(matter: matter, key: platformKey)
        var wait = Duration.seconds(1)
        if strikes(.notificationLate, applicant) { wait = applicant.chance.duration(1...12, .hours(1)) }
        timetable.add(.notification(notification, attempt: 0), at: now + wait)
        if strikes(.notificationDoubled, applicant) {
            timetable.add(.notification(notification, attempt: 0), at: now + wait + .seconds(2))
        }
    }

    /// Delivers a notification, and tries again later where nobody took it.
    func deliver(_ notification: Notification, attempt: Int) async {
        guard let applicant = applicants[notification.order.dossier] else { return }
        if !strikes(.notificationLost, applicant), notificationsFrom.map({ $0 <= now }) ?? true,
            let instance = anyInstance(applicant),
            await instance.hear(notification, applicant)
        {
            return
        }
        guard attempt + 1 < Self.patience.count else { return }
        timetable.add(.notification(notification, attempt: attempt + 1), at: now + .seconds(Self.patience[attempt + 1]))
    }
}

extension Instance {
    /// Takes a notification in; true where it was acknowledged.
    func hear(_ notification: Notification, _ applicant: Applicant) async -> Bool {
        world.subject = applicant.index
        world.occurred.insert(.notify)
        if world.dies(.notify, .beforeSending, self) { return false }
        guard notification.key == knownKey || notification.key == knownKey - 1, notification.key > 0 else {
            // An unknown key is fetched, and the next delivery can be read; a forged one stays unknown.
            if notification.key > 0 { knownKey = world.platformKey }
            return false
        }
        let input: Input =
            switch notification.matter {
            case .payment(let order, let payment): .stated(order, .paid(payment), .notification)
            case .refund(let refund, let statement): .refundStated(refund, statement, .notification)
            }
        expectDeath(in: .notify, before: .sentNotApplied, after: .appliedAnswerLost)
        let answer = Answer()
        _ = try? await cashier?.take(input, on: applicant.dossier, at: clock, before: .beforeAcknowledging) { reply in
            if self.isAlive, !self.world.dies(.notify, .committedNotAcknowledged, self) {
                await self.world.acknowledged(notification, reply, applicant, answer)
            }
        }
        doom = nil
        return answer.isGiven
    }
}

/// Whether somebody has been answered.
final class Answer: @unchecked Sendable {
    var isGiven = false
}
