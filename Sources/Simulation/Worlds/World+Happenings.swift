import CivilTime
import Money
import PaymentEngine
import Vocabulary

/// What happens, one thing after the other.
extension World {
    func happen(_ happening: Occurrence) async {
        switch happening {
        case .arrival(let index): await arrive(index)
        case .act(let index, let act):
            guard let applicant = applicants[Self.dossier(index)] else { return }
            await perform(act, applicant)
        case .notification(let notification, let attempt): await deliver(notification, attempt: attempt)
        case .landing(let order): land(order)
        case .refundEnds(let refund): end(refund)
        case .lateArrival(let call): arrive(call)
        case .restart(let number): restart(number)
        case .secondStops: stopSecond()
        case .clockRight(let number): for instance in instances where instance.number == number { instance.skew = 0 }
        case .cityOpens: isCityOpen = true
        case .dayBegins(let day): await beginDay(day)
        case .reconciliation: await reconcile()
        case .people: await visitPeople()
        case .trouble(let kind, let duration): begin(kind, for: duration)
        case .custom(let custom): await custom(self)
        }
    }

    /// A call that its sender did not live to see arrive.
    private func arrive(_ call: LateCall) {
        switch call {
        case .place(let order):
            if let applicant = applicants[order.number.dossier] { _ = place(order, of: applicant) }
        case .close(let number):
            if let applicant = applicants[number.dossier] { close(number, of: applicant) }
        case .refund(let refund, let order, let isRedirection):
            guard let applicant = applicants[order.number.dossier] else { return }
            _ = isRedirection ? redirect(refund, of: applicant) : self.refund(refund, order, of: applicant)
        case .write(let payment, let number):
            if let applicant = applicants[number.dossier] { _ = record(payment, number, of: applicant) }
        }
    }

    // MARK: Processes

    /// A process has died: it starts again, unless it was only a second one.
    func died(_ instance: Instance) {
        instances.removeAll { $0 === instance }
        guard instance.number == 0 else { return }
        timetable.add(.restart(instance.number), at: now + .seconds(40))
    }

    private func restart(_ number: Int) {
        guard !instances.contains(where: { $0.number == number }) else { return }
        tell(LocalizedText("the process starts again", "进程重新启动"))
        instances.insert(Instance(number, in: self), at: 0)
    }

    func stopSecond() {
        for instance in instances where instance.number != 0 { instance.die() }
    }

    /// A process that an applicant or the provider reaches.
    func anyInstance(_ applicant: Applicant) -> Instance? {
        instances.isEmpty ? nil : instances[Int(applicant.chance.below(Int64(instances.count)))]
    }

    // MARK: Days

    /// Draws what goes wrong on a day, and looks after what is over.
    private func beginDay(_ day: Int) async {
        let whom = -1 - day
        var chance = Chance(seed, UInt64(bitPattern: Int64(whom)))
        for kind in FaultKind.allCases where kind.befallsDays && faults.strikes(kind, whom, 0) {
            let (hour, length) = (chance.duration(0...1439, .minutes(1)), chance.duration(30...480, .minutes(1)))
            timetable.add(.trouble(kind, length), at: now + hour)
        }
        let yesterday = now.day.adding(days: -1)
        let old = now.day.adding(days: -5)
        dailyBills = dailyBills.filter { $0.key > old ?? $0.key || openDays.contains($0.key) }
        billsFrom = billsFrom.filter { $0.key > old ?? $0.key || openDays.contains($0.key) }
        if let yesterday, billsFrom[yesterday] == nil { billsFrom[yesterday] = now + .hours(9) }
        await sweep()
        timetable.add(.people, at: now + .hours(9))
        timetable.add(.reconciliation, at: now + .hours(10))
        timetable.add(.people, at: now + .hours(15))
        if isGoingOn || !applicants.isEmpty { timetable.add(.dayBegins(day + 1), at: now + .hours(24)) }
    }

    /// Something goes wrong for a while.
    private func begin(_ kind: FaultKind, for duration: Duration) {
        guard faults.isOn else { return }
        tell(kind.text)
        switch kind {
        case .providerDown: providerAwayUntil = now + duration
        case .bureauDown: bureauAwayUntil = now + duration
        case .bureauMaintenance: bureauAwayUntil = now + .hours(1)
        case .keyRotated: platformKey += 1
        case .dailyBillLate:
            if let yesterday = now.day.adding(days: -1) { billsFrom[yesterday] = now + .hours(30) }
        case .secondProcess:
            guard instances.count == 1 else { return }
            instances.append(Instance(1, in: self))
            timetable.add(.secondStops, at: now + duration)
        case .clockForward, .clockBack:
            guard let instance = instances.first else { return }
            let minutes = duration.wholeMilliseconds / 60_000 / 6 + 1
            instance.skew = (kind == .clockForward ? 1 : -1) * minutes * 60_000
            timetable.add(.clockRight(instance.number), at: now + duration)
        case .cityPaused:
            isCityOpen = false
            timetable.add(.cityOpens, at: now + duration)
            for applicant in everybody { timetable.add(.act(applicant.index, .cityIsClosed), at: now) }
        case .configChanged: configChanges()
        case .lyingDisk: loseTail(Int(duration.wholeMilliseconds / 60_000 % 20) + 1)
        default: break
        }
    }

    /// Everybody there is, in a fixed order.
    var everybody: [Applicant] { applicants.values.sorted { $0.index < $1.index } }

    /// From here on, orders are created under a new config.
    func configChanges() {
        configNumber += 1
        config = ConfigVersion("config-\(configNumber)")
    }

    /// The power fails, and what the disk has only claimed to write is gone.
    func loseTail(_ count: Int) {
        for instance in instances { instance.die() }
        let lost = Set(lastCommits.suffix(disk.forget(last: count)))
        lastCommits.removeLast(min(count, lastCommits.count))
        for dossier in lost.sorted() {
            guard let applicant = applicants[dossier] else { continue }
            applicant.isLost = true
            timetable.add(.custom { world in await world.seeAgain(applicant) }, at: now)
        }
    }

    /// Looks at a bill as if for the first time.
    private func seeAgain(_ applicant: Applicant) async {
        let stored = await disk.dossier(applicant.dossier)
        for violation in stored.violations(QuickDigest.function) { fail(violation) }
        applicant.seen = (try? stored.dossier()) ?? Dossier(applicant.dossier)
        applicant.seenHead = stored.head(QuickDigest.function)
        finished(applicant, stored)
    }

    /// Takes leave of bills about which nothing has happened for days.
    private func sweep() async {
        let limit = now + .hours(-84)
        for applicant in everybody {
            if let since = applicant.finishedAt, since < limit {
                await expunge(applicant)
                await settle(applicant)
                leave(applicant)
            } else if applicant.seen.orders.isEmpty, applicant.arrivedAt < limit,
                applicant.accounts.allSatisfy({ $0.payment == nil })
            {
                tally.unpaid += 1
                tally.settled += 1
                leave(applicant)
            }
        }
    }

    private func leave(_ applicant: Applicant) {
        applicants[applicant.dossier] = nil
        disk.remove(applicant.dossier)
    }

    /// Destroys the personal data of what is finished.
    func expunge(_ applicant: Applicant) async {
        guard let instance = instances.first(where: \.isAlive), let cashier = instance.cashier else { return }
        for order in applicant.seen.orders where !order.isExpunged && order.isFinished {
            occurred.insert(.expunge)
            if dies(.expunge, .beforeSending, instance) { return }
            instance.expectDeath(in: .expunge, before: .sentNotApplied, after: .appliedAnswerLost)
            _ = try? await cashier.take(.expunge(order.number), on: applicant.dossier, at: instance.clock, seal: nil) {
                _ in
                _ = self.dies(.expunge, .committedNotAcknowledged, instance)
            }
            instance.doom = nil
            guard instance.isAlive else { return }
            if await disk.sealed(order.number) != nil, faults.counts.allSatisfy({ $0 == 0 }) {
                fail(.noPersonalData, "the personal data of \(order.number) are still there")
            }
        }
    }
}
