import Money
import PaymentEngine
import ServiceConfig
import Vocabulary

/// The promises, held against what the log says after every commit, and against what is true outside.
extension World {
    /// After a commit: everything that can be said about the bill by now.
    func committed(_ append: Append, by instance: Instance) async {
        tally.commits += 1
        lastCommits.append(append.dossier)
        if lastCommits.count > 128 { lastCommits.removeFirst(64) }
        guard let applicant = applicants[append.dossier] else { return }
        subject = applicant.index
        let stored = await disk.dossier(append.dossier)
        follow(append, stored, applicant)
        if let last = append.records.last { trace.add(last.digest.description) }
        for violation in applicant.seen.violations(jobs: stored.jobs) { fail(violation) }
        checkJobs(stored.jobs, applicant)
        finished(applicant, stored)
    }

    /// Follows the log: the chain goes on, each event is legal, and each is true.
    private func follow(_ append: Append, _ stored: StoredDossier, _ applicant: Applicant) {
        guard stored.records.count == applicant.seen.version + append.records.count else {
            return fail(
                .projectionIsFold,
                "\(stored.id) has \(stored.records.count) records, not as many as were committed"
            )
        }
        for record in append.records {
            let bytes = record.canonicalBytes
            if bytes.contains(Applicant.mark) {
                fail(.noPersonalData, "record \(record.sequence) of \(stored.id) holds personal data")
            }
            guard QuickDigest.function(Array(applicant.seenHead.description.utf8) + bytes) == record.digest else {
                return fail(.chainVerifies, "record \(record.sequence) of \(stored.id) does not follow")
            }
            applicant.seenHead = record.digest
            let before = applicant.seen.order(record.event.order)
            guard (try? applicant.seen.apply(record.event, at: record.at)) != nil else {
                return fail(.projectionIsFold, "record \(record.sequence) of \(stored.id) cannot have happened")
            }
            if let order = applicant.seen.order(record.event.order) {
                checkGrowth(from: before, to: order)
                checkTruth(of: record.event.fact, order, applicant)
            }
            tell(
                LocalizedText(
                    "the log: \(record.event.order) \(record.event.fact.kind.rawValue)",
                    "日志：\(record.event.order) \(record.event.fact.kind.rawValue)"
                )
            )
        }
        if stored.records.last?.digest != applicant.seenHead, !stored.records.isEmpty {
            fail(.chainVerifies, "the head of \(stored.id) is another")
        }
        if stored.projection != append.projection {
            fail(.projectionIsFold, "the projection of \(stored.id) is another than was committed")
        }
    }

    /// What has happened to money only grows.
    private func checkGrowth(from before: Order?, to order: Order) {
        guard let before else { return }
        if let known = before.payment, known != order.payment {
            fail(.projectionIsFold, "the payment of \(order.number) changed")
        }
        if before.refunded > order.refunded { fail(.projectionIsFold, "a refund of \(order.number) was undone") }
        if before.config != order.config { fail(.configIsPinned, "\(order.number) runs under another config") }
    }

    /// What the log says is true, or was verifiably said.
    private func checkTruth(of fact: Fact, _ order: Order, _ applicant: Applicant) {
        let account = applicant[order.number]
        switch fact {
        case .orderCreated:
            applicant.configs.append(order.config)
            if order.config != config, !applicant.isLost {
                fail(.configIsPinned, "\(order.number) was created under an old config")
            }
        case .paidConfirmed(let payment, _):
            if account?.payment != payment {
                fail(.saysOnlyWhatIsProven, "\(order.number) is called paid, and the provider took nothing")
            }
        case .closedConfirmed:
            if account?.hasSaidDead != true, !applicant.saidNothing.contains(order.number) {
                fail(.saysOnlyWhatIsProven, "\(order.number) is called closed, and the provider has not said so")
            }
        case .orderAbandoned:
            if account != nil, !applicant.isLost {
                fail(.saysOnlyWhatIsProven, "\(order.number) is called abandoned, and the provider has it")
            }
        case .syncReadBack:
            if !applicant.entries.contains(where: { $0.transaction == order.payment?.transaction }) {
                fail(.saysOnlyWhatIsProven, "\(order.number) is called shown, and the bureau has no such payment")
            }
        case .refundSucceeded(let index, let channel):
            let refund = account?.refunds.first { $0.number.index == index }
            if refund?.state != .succeeded(channel) {
                fail(.saysOnlyWhatIsProven, "refund \(index) of \(order.number) is called done, and it is not")
            }
        case .refundClosed(let index):
            let refund = account?.refunds.first { $0.number.index == index }
            if refund?.state != .closed {
                fail(.refundsWithinPaid, "refund \(index) of \(order.number) is replaced while it is open")
            }
        default:
            break
        }
    }

    /// Every order that is not finished has one job, and it comes soon enough.
    func checkJobs(of dossier: DossierID) async {
        guard let applicant = applicants[dossier] else { return }
        checkJobs(await disk.dossier(dossier).jobs, applicant)
    }

    private func checkJobs(_ jobs: [Job], _ applicant: Applicant) {
        for job in jobs where job.due > now + .hours(72) {
            fail(.exactlyOneJob, "the job of \(job.order) is put off for more than three days")
        }
    }

    /// A call is made only by who has the job.
    func checkLease(of order: OrderNumber, _ instance: Instance) async {
        guard skews == 0, let job = await disk.dossier(order.dossier).jobs.first(where: { $0.order == order }) else {
            return
        }
        if job.lease.map({ $0.until <= instance.clock }) ?? true {
            fail(.exactlyOneJob, "a call for \(order) is made, and nobody has its job")
        }
    }

    /// The bureau is told of a payment only once that is decided and durable, and only what is true.
    func checkWrite(_ payment: Payment, _ number: OrderNumber, _ applicant: Applicant) async {
        let order = try? await disk.dossier(number.dossier).dossier().order(number)
        guard let order, order.sync == .sent, order.payment == payment else {
            return fail(.bureauHearsTheTruth, "the bureau is told of \(number) before that is committed")
        }
        if applicant[number]?.payment != payment {
            fail(.bureauHearsTheTruth, "the bureau is told of \(number), which the provider has not taken")
        }
        if payment.amount != order.bill.amount {
            fail(.bureauHearsTheTruth, "the bureau is told of \(number), which is of another amount")
        }
        if !applicant.told.insert([number.attempt, order.syncRounds]).inserted, !applicant.isLost {
            fail(.bureauHearsTheTruth, "the bureau is told twice of \(number) for one decision")
        }
    }

    /// An order runs under its own config to the end.
    func checkConfig(_ order: Order, _ applicant: Applicant) {
        if let account = applicant[order.number], account.config != order.config, !applicant.isLost {
            fail(.configIsPinned, "\(order.number) is run under another config than it was placed with")
        }
    }

    /// The provider was told that its notification was taken: then it is in the log.
    func acknowledged(_ notification: Notification, _ reply: Reply, _ applicant: Applicant, _ answer: Answer) async {
        if case .refused = reply { return }
        answer.isGiven = true
        guard case .payment(let number, let payment) = notification.matter else { return }
        let order = try? await disk.dossier(number.dossier).dossier().order(number)
        if order?.payment != payment {
            fail(.acknowledgedIsDurable, "the payment of \(number) was acknowledged and is not in the log")
        }
    }

    /// By how much clocks are off.
    private var skews: Int64 { instances.reduce(0) { $0 + abs($1.skew) } }
}
