import CivilTime
import Money
import PaymentEngine
import StoreConformance
import Testing

/// Every world of one payment: what each of the three sides has of it, in every combination.
struct ReconciliationTests {
    private enum Provider: CaseIterable {
        case nothing, same, otherAmount, otherTransaction, twice, dayBefore, missingFile

        var isPresent: Bool { self != .nothing && self != .missingFile }
    }

    private enum Log: CaseIterable {
        case absent, awaiting, pending, sent, synced, unattributed, goingBack, resolved

        var steps: [Spec.Step] {
            switch self {
            case .absent: []
            case .awaiting: Way.awaiting
            case .pending: Way.paid
            case .sent: Way.sent
            case .synced: Way.synced
            case .unattributed: Way.unattributed
            case .goingBack: Way.refunding
            case .resolved: Way.unattributed + at(3, .decided(first, .resolveSync, evidence), [.syncResolved])
            }
        }

        var isPaid: Bool { self != .absent && self != .awaiting }
        var isToBeShown: Bool { self == .pending || self == .sent || self == .synced }
    }

    private enum Bureau: CaseIterable {
        case nothing, ours, orderOnly, transactionOnly, otherAmount, otherTransaction, twice, missingFile

        var isPresent: Bool { self != .nothing && self != .missingFile }
    }

    private static let today = Sample.noon.day
    private static let yesterday = today.adding(days: -1) ?? today
    private static let days = yesterday...today
    private static let stranger = BureauEntry(order: nil, transaction: TransactionID("counter 9"), amount: sixteen)

    private static func list(_ provider: Provider, _ day: CivilDate) -> DailyList<ProviderEntry> {
        let same = ProviderEntry.payment(first, Sample.payment())
        let other = ProviderEntry.payment(first, Sample.payment("T-9"))
        switch provider {
        case .nothing: return .entries([])
        case .same: return .entries(day == today ? [same] : [])
        case .otherAmount: return .entries(day == today ? [.payment(first, Sample.payment(fen: 1))] : [])
        case .otherTransaction: return .entries(day == today ? [other] : [])
        case .twice: return .entries(day == today ? [same, other] : [])
        case .dayBefore: return .entries(day == yesterday ? [same] : [])
        case .missingFile: return day == today ? .missing : .entries([])
        }
    }

    private static func list(_ bureau: Bureau, _ day: CivilDate) -> DailyList<BureauEntry> {
        let own = TransactionID("T-1")
        let ours = BureauEntry(order: first, transaction: own, amount: sixteen)
        guard day == today else { return .entries([]) }
        switch bureau {
        case .nothing: return .entries([])
        case .ours: return .entries([ours])
        case .orderOnly: return .entries([BureauEntry(order: first, transaction: nil, amount: sixteen)])
        case .transactionOnly: return .entries([BureauEntry(order: nil, transaction: own, amount: sixteen)])
        case .otherAmount:
            return .entries([BureauEntry(order: first, transaction: own, amount: Sample.amount(fen: 1))])
        case .otherTransaction:
            return .entries([BureauEntry(order: first, transaction: TransactionID("X"), amount: sixteen)])
        case .twice: return .entries([ours, ours])
        case .missingFile: return .missing
        }
    }

    private static func books(_ provider: Provider, _ dossier: Dossier, _ bureau: Bureau) -> Books {
        var books = Books(provider: [:], bureau: [:], log: dossier.orders)
        for offset in -4...0 {
            guard let day = today.adding(days: offset) else { continue }
            books.provider[day] = list(provider, day)
            books.bureau[day] = list(bureau, day)
        }
        return books
    }

    /// What must come of a world, written down before the code was looked at; nothing where there is nothing to compare.
    private static func expected(_ provider: Provider, _ log: Log, _ bureau: Bureau) -> Reconciliation.Outcome? {
        // Nobody knows whose an unknown transaction without an order is.
        let isListed = bureau.isPresent && (bureau != .transactionOnly || log.isPaid)
        switch (provider, log.isPaid) {
        case (.nothing, false): return isListed ? .bureauExtra : nil
        case (.missingFile, false): return isListed ? .unchecked : nil
        case (.nothing, true): return .oursOnly
        case (.missingFile, true): return .unchecked
        case (_, false): return .theirsOnly
        case (.otherTransaction, true), (.twice, true): return .transactionDiffers
        case (.otherAmount, true): return .amountDiffers
        case (.same, true), (.dayBefore, true):
            let agreed: Reconciliation.Outcome = provider == .same ? .matched : .dayBoundary
            switch bureau {
            case .otherTransaction: return .transactionDiffers
            case .otherAmount: return .amountDiffers
            case .twice: return .bureauExtra
            case .ours, .orderOnly, .transactionOnly: return log == .goingBack ? .bureauExtra : agreed
            case .nothing: return log.isToBeShown ? .bureauMissing : agreed
            case .missingFile: return log.isToBeShown ? .unchecked : agreed
            }
        }
    }

    @Test func `every combination of what three sides have comes to exactly one outcome`() throws {
        var outcomes: Set<Reconciliation.Outcome> = []
        for log in Log.allCases {
            let dossier = try Spec("\(log)", log.steps).run()
            for provider in Provider.allCases {
                for bureau in Bureau.allCases {
                    let report = Self.books(provider, dossier, bureau).reconcile(Self.days)
                    let rows = report.rows.filter { $0.subject == .payment(first) }
                    let expected = Self.expected(provider, log, bureau)
                    let world: Comment = "provider \(provider), log \(log), bureau \(bureau)"
                    #expect(rows.map(\.outcome) == (expected.map { [$0] } ?? []), world)
                    outcomes.formUnion(rows.map(\.outcome))

                    let isMissing = provider == .missingFile || bureau == .missingFile
                    #expect(report.alerts.isEmpty != isMissing, world)
                    let isInOrder = !isMissing && (expected?.isInOrder ?? true)
                    #expect(report.isInOrder == isInOrder, world)
                    for row in rows { try Self.check(row, dossier, world) }
                }
            }
        }
        #expect(outcomes == Set(Reconciliation.Outcome.allCases).subtracting([.refundDiffers]))
    }

    /// What is done about a row does something, and nothing is done where all is well.
    private static func check(_ row: Reconciliation.Row, _ dossier: Dossier, _ world: Comment) throws {
        switch row.remedy {
        case .tell(let inputs):
            var after = dossier
            for input in inputs {
                let decision = Machine().decide(about: after, input, at: Sample.noon + .hours(20))
                #expect(!decision.events.isEmpty, world)
                after = decision.dossier
            }
            if row.outcome.isInOrder { #expect(after.order(first)?.discrepancies == [], world) }
        case .adopt(let number, let payment):
            let input = Input.adopt(number, Sample.terms(), payment)
            let decision = Machine().decide(about: dossier, input, at: Sample.noon + .hours(20))
            #expect(decision.dossier.order(number)?.payment == payment, world)
        case .wait:
            // The log or the next run brings it forward.
            let hasJob = dossier.order(first).map { !$0.isFinished } ?? false
            #expect(hasJob || row.outcome == .unchecked, world)
        case .none:
            #expect(row.outcome.isInOrder, world)
        case .person:
            // The log has nothing that could be told about.
            #expect(dossier.order(first) == nil, world)
        }
    }

    @Test func `payments made elsewhere change no row, and are counted apart`() throws {
        for log in Log.allCases {
            let dossier = try Spec("\(log)", log.steps).run()
            var books = Self.books(.same, dossier, .ours)
            let before = books.reconcile(Self.days)
            guard case .entries(let entries) = books.bureau[Self.today] else { continue }
            books.bureau[Self.today] = .entries([Self.stranger] + entries)
            let after = books.reconcile(Self.days)
            #expect(after.rows == before.rows)
            #expect(after.totals[Self.today]?.elsewhere == Reconciliation.Sum(count: 1, fen: 16_000))
        }
    }

    @Test func `the totals count what each side has`() throws {
        let report = Self.books(.twice, try Spec("synced", Way.synced).run(), .ours).reconcile(Self.days)
        let totals = try #require(report.totals[Self.today])
        #expect(totals.provider == Reconciliation.Sum(count: 2, fen: 32_000))
        #expect(totals.log == Reconciliation.Sum(count: 1, fen: 16_000))
        #expect(totals.bureau == Reconciliation.Sum(count: 1, fen: 16_000))
    }

    private enum RefundListed: CaseIterable {
        case nothing, same, otherAmount, twice, dayBefore, missingFile
    }

    private static func list(_ listed: RefundListed, _ day: CivilDate) -> DailyList<ProviderEntry> {
        let same = ProviderEntry.refund(refund, fen: 16_000)
        let payment = ProviderEntry.payment(first, Sample.payment())
        let rest = day == today ? [payment] : []
        switch listed {
        case .nothing: return .entries(rest)
        case .same: return .entries(day == today ? [same] + rest : [])
        case .otherAmount: return .entries(day == today ? [.refund(refund, fen: 1)] + rest : [])
        case .twice: return .entries(day == today ? [same, same] + rest : [])
        case .dayBefore: return .entries(day == yesterday ? [same] : rest)
        case .missingFile: return day == today ? .missing : .entries([])
        }
    }

    @Test func `every combination of what log and provider have of a refund comes to exactly one outcome`() throws {
        let succeeded = at(4, .refundStated(refund, .succeeded(.original), .query), [.refundSucceeded])
        let ways: [(isHeard: Bool, steps: [Spec.Step])] = [
            (false, Way.paid), (false, Way.refunding), (false, Way.refundPending), (false, Way.abnormal),
            (false, Way.rejected), (true, Way.refundPending + succeeded),
            (
                false,
                Way.abnormal + at(5, .decided(first, .handToTreasury(refund), evidence), [.refundHandedToTreasury])
            ),
            (false, Way.abnormal + at(5, .decided(first, .settleByHand(refund), evidence), [.refundSettledByHand])),
        ]
        for (isHeard, steps) in ways {
            let dossier = try Spec("refund", steps).run()
            for listed in RefundListed.allCases {
                var books = Self.books(.nothing, dossier, .nothing)
                for day in books.provider.keys { books.provider[day] = Self.list(listed, day) }
                let rows = books.reconcile(Self.days).rows.filter { $0.subject == .refund(refund) }
                let expected: Reconciliation.Outcome? =
                    switch listed {
                    case .nothing: isHeard ? .refundDiffers : nil
                    case .missingFile: isHeard ? .unchecked : nil
                    case .same: isHeard ? .matched : .refundDiffers
                    case .dayBefore: isHeard ? .dayBoundary : .refundDiffers
                    case .otherAmount, .twice: .refundDiffers
                    }
                #expect(rows.map(\.outcome) == (expected.map { [$0] } ?? []), "\(listed), heard: \(isHeard)")
            }
        }
    }

    @Test func `the three days before a day are compared`() {
        let days = Reconciliation.days(before: Self.today)
        #expect(days.lowerBound.days(to: Self.today) == 3)
        #expect(days.upperBound.days(to: Self.today) == 1)
    }

    @Test func `a list whose totals are not those of its entries is an alert, and is not used`() throws {
        let entries = [ProviderEntry.payment(first, Sample.payment())]
        func fen(_ entry: ProviderEntry) -> Int64 {
            switch entry {
            case .payment(_, let payment): payment.amount.fen
            case .refund(_, let fen): -fen
            }
        }
        let good = DailyList.checked(entries, statedCount: 1, statedFen: 16_000, fen: fen)
        #expect(good == .entries(entries))
        var books = Self.books(.same, try Spec("synced", Way.synced).run(), .ours)
        for (count, sum) in [(2, 16_000), (1, 16_001), (0, 0)] as [(Int, Int64)] {
            books.provider[Self.today] = .checked(entries, statedCount: count, statedFen: sum, fen: fen)
            let report = books.reconcile(Self.days)
            #expect(report.alerts.map(\.side) == [.provider])
            #expect(report.alerts.allSatisfy { $0.contradiction != nil })
            #expect(report.rows.map(\.outcome) == [.unchecked])
        }
    }

    @Test func `a payment next to midnight waits for the neighbouring bill before it is called ours only`() throws {
        let midnight = Moment(startOf: Self.today)
        for (offset, outcome) in [(-1, .unchecked), (90, .oursOnly)] as [(Int64, Reconciliation.Outcome)] {
            let payment = Sample.payment(at: midnight + .minutes(offset))
            let dossier = try Spec(
                "near midnight",
                Way.awaiting + at(1, .stated(first, .paid(payment), .query), [.paidConfirmed, .syncDue])
            )
            .run()
            let day = payment.succeededAt.day
            let books = Books(provider: [day: .entries([])], bureau: [day: .entries([])], log: dossier.orders)
            #expect(books.reconcile(day...day).rows.map(\.outcome) == [outcome])
        }
    }
}
