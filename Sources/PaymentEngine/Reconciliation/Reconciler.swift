import CivilTime

/// Keeps the books of cities' days: fetches the lists when they are out, compares them with the log, and tells the core what it
/// does not know.
///
/// It remembers nothing that matters. The core is told first, one thing after the other, and each of them changes nothing when
/// it is told again; the day's own record comes last. So killed at any moment, it leaves a job whose lease runs out, and whoever
/// claims it next compares the day anew.
public final class Reconciler: Sendable {
    /// What a reconciler works with.
    public struct Settings: Sendable {
        /// How long a claimed day is kept from others: longer than fetching a city's lists takes.
        public var lease = Duration.minutes(15)
        /// How many days at once.
        public var days = 100
        /// How many dossiers are looked at in one go, so that payments need not wait for long.
        public var page = 500
        /// How long to sleep where nothing is due, at most.
        public var nap = Duration.minutes(1)

        /// The usual settings.
        public init() {}
    }

    private let cashier: Cashier
    private let store: any BookDayStore
    private let keeper: BookKeeper
    private let lists: DayLists
    private let recovery: any OrderRecovery
    private let seal: any PersonalDataSeal
    private let clock: any PaymentClock
    private let random: any RandomSource
    private let settings: Settings

    /// How often a commit is decided anew because somebody else was faster, or the store did not answer.
    private static let tries = 50

    /// A reconciler, which decides by the cashier's rules.
    public init(
        _ cashier: Cashier,
        store: any BookDayStore,
        rail: any PaymentRail,
        bureau: any BureauGateway,
        recovery: any OrderRecovery,
        seal: any PersonalDataSeal,
        clock: any PaymentClock,
        random: any RandomSource,
        settings: Settings = Settings()
    ) {
        self.cashier = cashier
        self.store = store
        self.keeper = BookKeeper(rules: cashier.machine.rules)
        self.lists = DayLists(rail: rail, bureau: bureau, sha256: cashier.sha256)
        self.recovery = recovery
        self.seal = seal
        self.clock = clock
        self.random = random
        self.settings = settings
    }

    /// Keeps the books of cities until the task is cancelled; a store that fails is asked again.
    public func run(in cities: [String]) async {
        while !Task.isCancelled {
            try? await begin(in: cities)
            let isIdle = await ((try? runDue()) ?? 0) == 0
            guard isIdle else { continue }
            let wait = min((try? await store.nextBooksDue()) ?? .distantFuture, clock.now() + settings.nap)
            try? await clock.sleep(until: max(wait, clock.now() + .seconds(1)))
        }
    }

    /// Begins the books of all days that are over and have none, from the last that has some; at first of the three days before.
    ///
    /// Days on which nothing ran are begun as well. Doing it twice changes nothing.
    ///
    /// - Throws: ``StoreFailure``; doing it again is safe.
    public func begin(in cities: [String]) async throws(StoreFailure) {
        let days = Reconciliation.days(before: clock.now().day)
        for city in cities {
            var day = try await store.lastBookDay(of: city).map { $0.next ?? .latest } ?? days.lowerBound
            while day <= days.upperBound {
                try await take(.begin, on: BookDayID(city, day))
                day = day.next ?? .latest
            }
        }
    }

    /// Compares what is due now, each city by itself.
    ///
    /// - Returns: how many days were compared.
    /// - Throws: ``StoreFailure``; what was claimed is claimed again when its lease has run out.
    @discardableResult
    public func runDue() async throws(StoreFailure) -> Int {
        let claim = Claim(now: clock.now(), limit: settings.days, lease: settings.lease)
        let jobs = try await store.claimBooks(claim)
        let cities = Dictionary(grouping: jobs, by: \.id.city).sorted { $0.key < $1.key }
        let failure = await withTaskGroup(of: StoreFailure?.self) { group in
            for (city, jobs) in cities {
                group.addTask {
                    do throws(StoreFailure) {
                        try await self.compare(jobs, in: city)
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(nil) { $0 ?? $1 }
        }
        if let failure { throw failure }
        return jobs.count
    }

    /// Has a person's decision about a day's books committed.
    ///
    /// - Throws: ``StoreFailure`` where nothing could be committed.
    @discardableResult
    public func take(_ input: BookDayInput, on id: BookDayID) async throws(StoreFailure) -> BookDayDecision {
        var failure = StoreFailure.unavailable("others were faster \(Self.tries) times")
        for _ in 0..<Self.tries {
            let stored = try await store.books(id)
            let now = clock.now()
            let decision = keeper.decide(about: try Self.day(of: stored), input, at: now)
            let append = BookDayAppend(
                id: id,
                expectedVersion: stored.records.count,
                records: BookDayRecord.records(
                    of: decision.facts,
                    after: stored.records.count,
                    head: stored.head(cashier.sha256),
                    at: now,
                    cashier.sha256
                ),
                due: decision.due
            )
            // A comparison that has brought nothing new moves the job all the same.
            if decision.facts.isEmpty, !input.isComparison || decision.due == nil { return decision }
            do {
                if try await store.append(append) == .committed { return decision }
            } catch .outcomeUnknown(let detail) {
                // What was decided is read back, and decided again if it is not there.
                failure = .outcomeUnknown(detail)
            } catch .unavailable(let detail) {
                // Where a try before may have been written, nobody is told that nothing was.
                if case .outcomeUnknown = failure { throw failure }
                throw .unavailable(detail)
            }
        }
        throw failure
    }

    private static func day(of stored: StoredBookDay) throws(StoreFailure) -> BookDay {
        do {
            return try stored.day()
        } catch {
            throw .corrupt("\(error)")
        }
    }

    /// Compares some days of a city.
    private func compare(_ jobs: [BookDayJob], in city: String) async throws(StoreFailure) {
        guard let first = jobs.map(\.id.day).min(), let last = lastDayOut(in: city), first <= last else {
            // The clock has gone back: the day is not over any more.
            for job in jobs {
                _ = try await store.postpone(job, until: keeper.rules.billIsOut(of: job.id.day, in: city))
            }
            return
        }
        var books = await lists.read(city: city, days: first...last)
        books.log = try await orders(of: city, namedIn: books, since: Moment(startOf: lists.start(of: first)))
        let report = books.reconcile(first...last)
        let days = Set(jobs.map(\.id.day))
        let rows = report.rows.filter { days.contains($0.day) }
        // Without its payment no refund can be taken over.
        var known = Set(books.log.map(\.number))
        for row in rows where row.subject.refund == nil {
            if try await tell(row, in: city) { known.insert(row.subject.order) }
        }
        for row in rows where row.subject.refund != nil { _ = try await tell(row, in: city) }
        for job in jobs {
            let comparison = lists.comparison(of: job.id.day, books, report, known: known)
            try await take(.compared(comparison), on: job.id)
        }
    }

    /// The last day whose bill can be had; nothing where the clock is before all calendars.
    private func lastDayOut(in city: String) -> CivilDate? {
        let now = clock.now()
        guard let yesterday = now.day.previous else { return nil }
        return keeper.rules.billIsOut(of: yesterday, in: city) <= now ? yesterday : yesterday.previous
    }

    /// Tells the core what came of comparing one payment or refund.
    ///
    /// - Returns: whether an order has been taken over.
    private func tell(_ row: Reconciliation.Row, in city: String) async throws(StoreFailure) -> Bool {
        let order = row.subject.order
        switch row.remedy {
        case .none, .wait, .person:
            return false
        case .tell(let inputs):
            for input in inputs {
                let decision = try await cashier.take(input, on: order.dossier, at: clock.now())
                guard decision.reply == .refused(.numberTaken) else { continue }
                // The provider names another bill's transaction: a person has to find out.
                let differs = Input.compared(order, refund: nil, .transactionDiffers, listedOn: nil)
                try await cashier.take(differs, on: order.dossier, at: clock.now())
            }
            return false
        case .adopt(let number, let payment):
            let known = await recovery.terms(
                of: number,
                paid: payment,
                in: city,
                salt: random.bytes(16),
                cashier.sha256,
                seal
            )
            let input = Input.adopt(number, known.terms, payment)
            let decision = try await cashier.take(input, on: number.dossier, at: clock.now(), seal: known.seal)
            return decision.reply != .refused(.numberTaken)
        }
    }

    /// The orders that the lists name, and those that have moved since a moment.
    private func orders(
        of city: String,
        namedIn books: Books,
        since moment: Moment
    ) async throws(StoreFailure) -> [Order] {
        var orders: [Order] = []
        var seen: Set<DossierID> = []
        var last: DossierID?
        repeat {
            let page = try await store.dossiers(changedSince: moment, after: last, limit: settings.page)
            for stored in page.dossiers where seen.insert(stored.id).inserted {
                orders += try Self.orders(of: stored).filter { $0.bill.city == city }
            }
            last = page.last
        } while last != nil
        for id in books.dossiers.subtracting(seen).sorted() {
            orders += try Self.orders(of: try await cashier.store.dossier(id))
        }
        return orders
    }

    private static func orders(of stored: StoredDossier) throws(StoreFailure) -> [Order] {
        do {
            return try stored.dossier().orders
        } catch {
            throw .corrupt("\(error)")
        }
    }
}

extension Books {
    /// The bills that the lists name.
    fileprivate var dossiers: Set<DossierID> {
        var ids: Set<DossierID> = []
        for entry in provider.values.flatMap({ $0.entries ?? [] }) {
            switch entry {
            case .payment(let order, _): ids.insert(order.dossier)
            case .refund(let refund, _): ids.insert(refund.order.dossier)
            }
        }
        for entry in bureau.values.flatMap({ $0.entries ?? [] }) {
            if let order = entry.order { ids.insert(order.dossier) }
        }
        return ids
    }
}
