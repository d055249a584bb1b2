import CivilTime
import Money
import PaymentEngine
import StoreConformance
import Testing

/// One city whose days are reconciled, with everything a test looks at.
private struct Town {
    let base: MemoryStore
    let store: any PaymentStore & BookDayStore
    let cashier: Cashier
    let lists = ListKeeper()
    let clock = VirtualClock()
    let reconciler: Reconciler

    init(
        _ base: MemoryStore = MemoryStore(sha256),
        failing: (Int, StoreFailingOnce.Way)? = nil,
        recovery: any OrderRecovery = SampleRecovery()
    ) {
        self.base = base
        self.store = failing.map { StoreFailingOnce(base, at: $0.0, $0.1) } ?? base
        self.cashier = Cashier(store: store, sha256)
        self.reconciler = Reconciler(
            cashier,
            store: store,
            rail: lists,
            bureau: lists,
            recovery: recovery,
            seal: PlainSeal(),
            clock: clock,
            random: FixedChance()
        )
    }

    /// What happens before the lists are out, whatever the store does.
    func happen(_ steps: [Spec.Step], on id: DossierID = Sample.dossier(1)) async throws {
        let cashier = Cashier(store: base, sha256)
        for step in steps {
            try await cashier.take(step.input, on: id, at: Sample.noon + .minutes(step.minute))
            try await check()
        }
    }

    /// Goes on to a moment, begins and compares what is due.
    func run(at moment: Moment) async throws {
        clock.advance(to: moment)
        try await reconciler.begin(in: ["mistport"])
        try await check()
        try await reconciler.runDue()
        try await check()
    }

    /// The promises, held against everything that is stored.
    func check() async throws {
        for stored in await base.dossiers(after: nil, limit: 100) as [StoredDossier] {
            #expect(stored.violations(sha256) == [])
        }
        for stored in await base.books(after: nil, limit: 100) { #expect(stored.violations(sha256) == []) }
    }

    func order(_ number: OrderNumber = first) async throws -> Order? {
        try await base.dossier(number.dossier).dossier().order(number)
    }

    func day(_ later: Int = 0) async throws -> BookDay {
        try await base.books(BookDayID("mistport", Sample.day(later))).day()
    }

    /// Everything that is stored but for moments: what happened, in which order.
    func story() async throws -> [String] {
        let dossiers = await base.dossiers(after: nil, limit: 100) as [StoredDossier]
        let books = await base.books(after: nil, limit: 100)
        return dossiers.map { "\($0.id): \($0.records.map(\.event.fact.kind.rawValue))" }
            + books.map { "\($0.id): \($0.records.map(\.fact.kind.rawValue))" }
    }
}

struct ReconcilerTests {
    private static let payment = ProviderEntry.payment(first, Sample.payment())
    private static let shown = BureauEntry(order: first, transaction: TransactionID("T-1"), amount: sixteen)
    private static let two = Approval(persons: ["ops-1", "ops-2"], evidence: "ledger 7")

    private static func morning(_ later: Int) -> Moment { DaySpec.morning(later) }

    @Test func `the last three days are begun once, and none that is missing is skipped later`() async throws {
        let town = Town()
        try await town.run(at: Self.morning(1) + .hours(-5))
        let begun = await town.base.books(after: nil, limit: 100).map(\.id.day)
        #expect(begun == [-2, -1, 0].map(Sample.day))
        try await town.reconciler.begin(in: ["mistport"])
        #expect(await town.base.books(after: nil, limit: 100).count == 3)

        try await town.run(at: Self.morning(9))
        let later = await town.base.books(after: nil, limit: 100).map(\.id.day)
        #expect(later == (-2...8).map(Sample.day))
        for day in -2...4 { #expect(try await town.day(day).stage == .settled) }
    }

    @Test func `nothing is asked of anybody before the bill is out, and each list once`() async throws {
        let town = Town()
        try await town.run(at: Self.morning(1) + .milliseconds(-1))
        let before = town.lists.asked
        try await town.run(at: Self.morning(1))
        // Two days that are open, and three before them; the third was settled.
        #expect((before, town.lists.asked) == (5, 5 + 5))
    }

    @Test func `books that agree are written once and settled on the third morning`() async throws {
        let town = Town()
        try await town.happen(Way.synced)
        town.lists.list(Self.payment, on: Sample.day())
        town.lists.list(Self.shown, on: Sample.day())
        try await town.run(at: Self.morning(1))
        #expect(try await town.order()?.listedOn == Sample.day())
        let stored = await town.base.dossier(Sample.dossier(1))
        for later in 2...5 { try await town.run(at: Self.morning(later)) }
        let books = await town.base.books(BookDayID("mistport", Sample.day()))
        #expect(books.records.map(\.fact.kind) == [.dayBegun, .dayCompared, .daySettled])
        #expect(try books.day().comparison?.totals.provider == Reconciliation.Sum(count: 1, fen: 16_000))
        #expect(try books.day().comparison?.totals.bureau == Reconciliation.Sum(count: 1, fen: 16_000))
        #expect(await town.base.dossier(Sample.dossier(1)) == stored)
    }

    @Test func `comparing the same day again changes nothing`() async throws {
        for scenario in Self.scenarios {
            let town = Town()
            try await scenario.prepare(town)
            try await town.run(at: Self.morning(1))
            try await town.run(at: Self.morning(1) + .hours(2))
            let story = try await town.story()
            try await town.run(at: Self.morning(1) + .hours(4))
            for id in [-2, -1, 0].map({ BookDayID("mistport", Sample.day($0)) }) {
                _ = try await town.reconciler.take(.begin, on: id)
            }
            #expect(try await town.story() == story, "\(scenario.name)")
        }
    }

    @Test func `a payment nobody had told of is taken in from the daily bill and shown`() async throws {
        let town = Town()
        try await town.happen(Way.awaiting)
        town.lists.list(Self.payment, on: Sample.day())
        try await town.run(at: Self.morning(1))
        let order = try #require(try await town.order())
        #expect(order.payment == Sample.payment() && order.sync == .pending)
        #expect(try await town.day().stage == .open)
    }

    @Test func `a payment of a bill the log has lost is taken over with what is known of it`() async throws {
        let town = Town()
        town.lists.list(Self.payment, on: Sample.day())
        try await town.run(at: Self.morning(1))
        let order = try #require(try await town.order())
        #expect(order.payment == Sample.payment() && order.flags == [.adopted])
        #expect(order.bill == Sample.terms().bill && order.personal == Sample.terms().personal)
        let sealed = await town.base.sealed(first)
        #expect(sealed.flatMap { PlainSeal().open($0) } == Sample.personal)
    }

    @Test func `a payment of which nobody knows the bill is taken over all the same, and is people's`() async throws {
        let town = Town(recovery: NothingRecovered(config: ConfigVersion("config-9")))
        town.lists.list(Self.payment, on: Sample.day())
        try await town.run(at: Self.morning(1))
        try await town.happen(at(60 * 24, .woken(first)))
        let dossier = try await town.base.dossier(Sample.dossier(1)).dossier()
        let order = try #require(dossier.order(first))
        #expect(order.payment == Sample.payment() && order.config == ConfigVersion("config-9"))
        #expect(order.bill.amount == sixteen && order.bill.city == "mistport")
        #expect(await town.base.sealed(first) == nil)
        let actions = dossier.actions(on: order, at: town.clock.now())
        #expect(actions.contains(.refund(sixteen)) && actions.contains(.resolveSync))
    }

    @Test func `a refund the log has lost is taken over after its payment`() async throws {
        let town = Town()
        // The list has the refund first.
        town.lists.list(.refund(refund, fen: 16_000), on: Sample.day())
        town.lists.list(Self.payment, on: Sample.day())
        try await town.run(at: Self.morning(1))
        let order = try #require(try await town.order())
        #expect(order.refunds.map(\.amount) == [sixteen] && order.refundedOrUnderWay == 16_000)
    }

    @Test func `a refund beyond what was paid is put before people`() async throws {
        let town = Town()
        try await town.happen(Way.synced)
        town.lists.list(Self.payment, on: Sample.day())
        town.lists.list(Self.shown, on: Sample.day())
        town.lists.list(.refund(refund, fen: 16_001), on: Sample.day())
        try await town.run(at: Self.morning(1))
        #expect(try await town.order()?.discrepancy(.refundDiffers, refund: 1)?.stage == .open)
    }

    @Test func `a payment the provider does not list is a case, and none any more once it does`() async throws {
        let town = Town()
        try await town.happen(Way.synced)
        town.lists.list(Self.shown, on: Sample.day())
        try await town.run(at: Self.morning(1))
        #expect(try await town.order()?.discrepancy(.oursOnly, refund: nil)?.stage == .open)
        town.lists.list(Self.payment, on: Sample.day())
        try await town.run(at: Self.morning(2))
        #expect(try await town.order()?.discrepancy(.oursOnly, refund: nil)?.stage == .settled)
        try await town.run(at: Self.morning(3))
        #expect(try await town.day().stage == .settled)
    }

    @Test func `what a person has explained does not keep a day open`() async throws {
        let town = Town()
        try await town.happen(Way.synced)
        town.lists.list(Self.shown, on: Sample.day())
        try await town.run(at: Self.morning(1))
        try await town.happen(
            at(60 * 23, .decided(first, .explain(.oursOnly, nil), evidence), [.discrepancyExplained])
        )
        for later in 2...3 { try await town.run(at: Self.morning(later)) }
        #expect(try await town.day().stage == .settled)
    }

    @Test func `a payment the bureau's list has lost is shown again`() async throws {
        let town = Town()
        try await town.happen(Way.synced)
        town.lists.list(Self.payment, on: Sample.day())
        try await town.run(at: Self.morning(1))
        let order = try #require(try await town.order())
        #expect(order.sync == .pending && order.discrepancy(.bureauMissing, refund: nil)?.stage == .open)
        #expect(await town.base.dossier(Sample.dossier(1)).jobs.count == 1)
    }

    @Test func `a bill that is missing is an alert, asked for each hour, and never an empty one`() async throws {
        let town = Town()
        try await town.happen(Way.synced)
        town.lists.list(Self.payment, on: Sample.day())
        town.lists.list(Self.shown, on: Sample.day())
        town.lists.withhold(Sample.day(), true)
        try await town.run(at: Self.morning(1))
        let alert = try await town.day()
        #expect(alert.comparison?.provider == .missing && alert.comparison?.unsettled == 1)
        #expect(await town.base.books(alert.id).job?.due == Self.morning(1) + .hours(1))
        #expect(try await town.order()?.discrepancies == [])

        town.lists.withhold(Sample.day(), false)
        try await town.run(at: Self.morning(1) + .hours(1))
        #expect(try await town.day().comparison?.isClean == true)
    }

    @Test func `a bill that never comes ages the day, and two people may say why`() async throws {
        let town = Town()
        town.lists.withhold(Sample.day(), true)
        for later in 1...30 { try await town.run(at: Self.morning(later)) }
        #expect(try await town.day().stage == .aged)
        let one = try await town.reconciler.take(.accept(evidence), on: DaySpec.id)
        #expect(one.reply == .refused(.secondPersonMissing))
        try await town.reconciler.take(.accept(Self.two), on: DaySpec.id)
        #expect(try await town.day().stage == .accepted)
        try await town.check()
    }

    @Test func `what the bureau lists and nobody knows is a stray of the day`() async throws {
        let town = Town()
        town.lists.list(BureauEntry(order: first, transaction: nil, amount: sixteen), on: Sample.day())
        try await town.run(at: Self.morning(1))
        let strays = try await town.day().comparison?.strays
        #expect(strays == [BookDayComparison.Stray(subject: .payment(first), outcome: .bureauExtra)])
        #expect(await town.base.dossier(Sample.dossier(1)).records == [])
    }

    @Test func `a transaction that belongs to another bill is put before people, and taken in by nobody`() async throws
    {
        let town = Town()
        try await town.happen(Way.synced)
        let known = OrderNumber(Sample.dossier(2), attempt: 1)
        let lost = OrderNumber(Sample.dossier(3), attempt: 1)
        for input in Story.happy(known.dossier).prefix(3) {
            try await town.cashier.take(input, on: known.dossier, at: Sample.noon)
        }
        town.lists.list(Self.payment, on: Sample.day())
        town.lists.list(Self.shown, on: Sample.day())
        for number in [known, lost] { town.lists.list(.payment(number, Sample.payment("T-1")), on: Sample.day()) }
        for later in 1...3 { try await town.run(at: Self.morning(later)) }
        let order = try #require(try await town.order(known))
        #expect(order.payment == nil && order.discrepancy(.transactionDiffers, refund: nil)?.stage == .open)
        #expect(try await town.order(lost) == nil)
        let day = try await town.day()
        #expect(day.comparison?.strays == [BookDayComparison.Stray(subject: .payment(lost), outcome: .theirsOnly)])
        #expect(day.stage == .open)
        // Found once, however often the day is compared.
        let kinds = await town.base.dossier(known.dossier).records.map(\.event.fact.kind)
        #expect(kinds.count { $0 == .discrepancyFound } == 1 && !kinds.contains(.discrepancySettled))
    }

    @Test func `a clock that has gone back does not compare a day that is not over`() async throws {
        let town = Town()
        let id = BookDayID("mistport", Sample.day(5))
        _ = try await town.reconciler.take(.begin, on: id)
        let claimed = await town.base.claimBooks(Claim(now: Self.morning(6), limit: 9, lease: .zero))
        _ = await town.base.postpone(try #require(claimed.first), until: Sample.noon)
        #expect(try await town.reconciler.runDue() == 1)
        #expect(await town.base.books(id).job?.due == Self.morning(6))
        #expect(try await town.day(5).stage == .due)
    }

    @Test func `each city's lists are its own`() async throws {
        let town = Town()
        try await town.happen(Way.synced)
        town.lists.list(Self.payment, on: Sample.day())
        town.lists.list(Self.shown, on: Sample.day())
        town.clock.advance(to: Self.morning(1))
        try await town.reconciler.begin(in: ["fogtown", "mistport"])
        #expect(try await town.reconciler.runDue() == 6)
        try await town.check()
        let other = try await town.base.books(BookDayID("fogtown", Sample.day())).day()
        #expect(other.comparison?.isClean == true && other.comparison?.totals == Reconciliation.Totals())
        #expect(try await town.day().comparison?.totals.log == Reconciliation.Sum(count: 1, fen: 16_000))
    }

    /// What the lists may have to say, one kind of finding each.
    private static let scenarios: [(name: String, prepare: @Sendable (Town) async throws -> Void)] = [
        (
            "matched",
            { town in
                try await town.happen(Way.synced)
                town.lists.list(payment, on: Sample.day())
                town.lists.list(shown, on: Sample.day())
            }
        ),
        (
            "missed",
            { town in
                try await town.happen(Way.awaiting)
                town.lists.list(payment, on: Sample.day())
            }
        ),
        (
            "lost",
            { town in
                town.lists.list(.refund(refund, fen: 6_000), on: Sample.day())
                town.lists.list(payment, on: Sample.day())
            }
        ),
        ("ours only", { try await $0.happen(Way.synced) }),
        (
            "bureau missing",
            { town in
                try await town.happen(Way.synced)
                town.lists.list(payment, on: Sample.day())
            }
        ),
        (
            "two transactions",
            { town in
                try await town.happen(Way.synced)
                town.lists.list(payment, on: Sample.day())
                town.lists.list(.payment(first, Sample.payment("T-9")), on: Sample.day())
                town.lists.list(shown, on: Sample.day())
            }
        ),
        ("stray", { $0.lists.list(shown, on: Sample.day()) }),
    ]

    @Test func `whichever operation fails, and however, the books and the log come to the same`() async throws {
        for scenario in Self.scenarios {
            let plain = Town()
            try await scenario.prepare(plain)
            try await plain.run(at: Self.morning(1))
            try await plain.run(at: Self.morning(1) + .hours(2))
            let story = try await plain.story()
            for way in StoreFailingOnce.Way.allCases {
                var number = 1
                while true {
                    let town = Town(failing: (number, way))
                    try await scenario.prepare(town)
                    // Killed there, and started again once the lease has run out.
                    try? await town.run(at: Self.morning(1))
                    guard let store = town.store as? StoreFailingOnce, store.hasFailed else { break }
                    try await town.run(at: Self.morning(1) + .hours(1))
                    try await town.run(at: Self.morning(1) + .hours(2))
                    #expect(try await town.story() == story, "\(scenario.name), operation \(number), \(way)")
                    number += 1
                }
                #expect(number > 15, "\(scenario.name): only \(number - 1) operations failed")
            }
        }
    }

    @Test func `two reconcilers at once come to what one comes to`() async throws {
        for scenario in Self.scenarios {
            let one = Town()
            try await scenario.prepare(one)
            try await one.run(at: Self.morning(1))
            let both = Town()
            try await scenario.prepare(both)
            both.clock.advance(to: Self.morning(1))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await both.reconciler.begin(in: ["mistport"])
                        try await both.reconciler.runDue()
                    }
                }
                try await group.waitForAll()
            }
            try await both.check()
            #expect(try await both.story() == one.story(), "\(scenario.name)")
        }
    }
}
