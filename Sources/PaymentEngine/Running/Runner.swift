import Synchronization

/// Looks after orders when they are due: makes the call an order needs, and gives the answer to the core.
///
/// It remembers nothing that matters. Killed at any moment, it leaves a job whose lease runs out, and whoever claims it next
/// finds in the log how far things had come.
public final class Runner: Sendable {
    /// What a runner works with.
    public struct Settings: Sendable {
        /// How long a claimed job is kept from others: longer than any call.
        public var lease = Duration.minutes(2)
        /// How many jobs of one city run at once, so that a slow bureau does not hold up the others.
        public var jobsPerCity = 8
        /// How many jobs run at once.
        public var jobs = 64
        /// How long to wait before trying again.
        public var backoff = Backoff()
        /// When bureaus are known to be away.
        public var maintenance = Maintenance()
        /// How long to sleep where nothing is due, at most: other processes may add jobs.
        public var nap = Duration.seconds(1)

        /// The usual settings.
        public init() {}
    }

    private enum Side: Hashable {
        case rail(String)
        case bureau(String)
    }

    private let cashier: Cashier
    private let rail: any PaymentRail
    private let bureau: any BureauGateway
    private let seal: any PersonalDataSeal
    private let clock: any PaymentClock
    private let random: any RandomSource
    private let settings: Settings
    private let breakers = Mutex<[Side: CircuitBreaker]>([:])
    private let underWay = Mutex<[String: Int]>([:])

    /// A runner.
    public init(
        _ cashier: Cashier,
        rail: any PaymentRail,
        bureau: any BureauGateway,
        seal: any PersonalDataSeal,
        clock: any PaymentClock,
        random: any RandomSource,
        settings: Settings = Settings()
    ) {
        self.cashier = cashier
        self.rail = rail
        self.bureau = bureau
        self.seal = seal
        self.clock = clock
        self.random = random
        self.settings = settings
    }

    /// Works until the task is cancelled; what has begun is then finished.
    ///
    /// A store that fails is asked again: nothing is lost by waiting.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            var running = 0
            while !Task.isCancelled {
                let jobs = (try? await claim(limit: settings.jobs - running)) ?? []
                for job in jobs {
                    running += 1
                    begin(job)
                    group.addTask { await self.finish(job) }
                }
                if running >= settings.jobs {
                    await group.next()
                    running -= 1
                } else if jobs.isEmpty {
                    let wait = min((try? await cashier.store.nextDue()) ?? .distantFuture, clock.now() + settings.nap)
                    try? await clock.sleep(until: max(wait, clock.now() + .milliseconds(10)))
                }
            }
        }
    }

    /// Runs what is due now, one after the other.
    ///
    /// - Returns: how many jobs were run.
    /// - Throws: ``StoreFailure``; what was claimed is claimed again when its lease has run out.
    @discardableResult
    public func runDue(limit: Int = 100) async throws(StoreFailure) -> Int {
        let jobs = try await claim(limit: limit)
        for job in jobs { try await run(job) }
        return jobs.count
    }

    private func claim(limit: Int) async throws(StoreFailure) -> [Job] {
        let full = underWay.withLock { counts in counts.filter { $0.value >= settings.jobsPerCity }.map(\.key) }
        let claim = Claim(
            now: clock.now(),
            limit: limit,
            lease: rules.commits(.beforeCalling) ? settings.lease : .zero,
            excluding: Set(full)
        )
        return try await cashier.store.claim(claim)
    }

    private func begin(_ job: Job) {
        underWay.withLock { $0[job.city, default: 0] += 1 }
    }

    /// Runs a job to its end, whether or not somebody wants the runner to stop.
    private func finish(_ job: Job) async {
        try? await run(job)
        underWay.withLock { $0[job.city, default: 1] -= 1 }
    }

    /// Looks after one order.
    private func run(_ job: Job) async throws(StoreFailure) {
        let woken = try await cashier.take(.woken(job.order), on: job.order.dossier, at: clock.now())
        guard woken.effects.isEmpty, let order = woken.dossier.order(job.order), !order.isFinished else { return }
        guard let call = order.call(attempt: job.attempt) else {
            return try await postpone(job, until: order.due(rules, clock.now()))
        }
        if let until = pause(before: call, in: job.city) { return try await postpone(job, until: until) }
        guard try await holds(job) else { return }

        let answer = await make(call, for: order)
        if !rules.commits(.beforeReleasing) { try await postpone(job, until: .distantFuture) }
        if let input = answer.value, try await commit(input, of: order) { return }
        let delay = settings.backoff.delay(after: job.attempt, cap: order.longestWait, random)
        let earliest = order.stage == .closed ? order.due(rules, clock.now()) : clock.now()
        try await postpone(job, until: max(clock.now() + delay, earliest, answer.notBefore ?? earliest))
    }

    /// Whether the job is still ours: a commit whose answer was lost, or somebody else, may have given the order a new one.
    private func holds(_ job: Job) async throws(StoreFailure) -> Bool {
        try await cashier.store.dossier(job.order.dossier).jobs.contains {
            $0.order == job.order && $0.lease == job.lease
        }
    }

    /// Commits what an answer comes to, and writes to the bureau what was committed.
    ///
    /// - Returns: whether the order has a new job.
    private func commit(_ input: Input, of order: Order) async throws(StoreFailure) -> Bool {
        if !rules.commits(.beforeWriting) {
            let stored = try await cashier.store.dossier(order.number.dossier)
            if let early = try? cashier.machine.decide(about: stored.dossier(), input, at: clock.now()) {
                try await write(early)
            }
        }
        let decision = try await cashier.take(input, on: order.number.dossier, at: clock.now())
        if rules.commits(.beforeWriting) { try await write(decision) }
        return !decision.effects.isEmpty
    }

    /// Writes a payment to the bureau if that has just been decided.
    ///
    /// Only what is read back later counts.
    private func write(_ decision: Decision) async throws(StoreFailure) {
        guard let number = decision.write, let order = decision.dossier.order(number), let payment = order.payment,
            let bill = try await reference(to: order)
        else { return }
        let answer = await bureau.write(payment, to: bill)
        note(.writeBureau(number), in: bill.city, answered: answer.value != .unknown)
        guard answer.value == .refused else { return }
        try await cashier.take(.bureauRead(number, .refusing), on: number.dossier, at: clock.now())
    }

    /// Makes a call.
    ///
    /// An answer that is lost is an answer too.
    private func make(_ call: Call, for order: Order) async -> Answered<Input?> {
        let number = order.number
        switch call {
        case .place:
            let answer = await rail.place(order)
            note(call, in: order.bill.city, answered: answer.value != .unknown)
            return Answered(.placed(number, answer.value), notBefore: answer.notBefore)
        case .query:
            let answer = await rail.query(order)
            note(call, in: order.bill.city, answered: answer.value != .unknown)
            return Answered(.stated(number, answer.value, .query), notBefore: answer.notBefore)
        case .close:
            await rail.close(order)
            return Answered(nil)
        case .readBureau, .writeBureau:
            guard let bill = try? await reference(to: order) else { return Answered(nil) }
            let answer = await bureau.read(bill)
            note(call, in: order.bill.city, answered: answer.value != .unknown)
            return Answered(.bureauRead(number, answer.value), notBefore: answer.notBefore)
        case .refund(let refundNumber), .redirectRefund(let refundNumber):
            guard let refund = order.refund(refundNumber) else { return Answered(nil) }
            let isRefund = call == .refund(refundNumber)
            let answer = isRefund ? await rail.refund(refund, of: order) : await rail.redirect(refund, of: order)
            note(call, in: order.bill.city, answered: answer.value != .unknown)
            return Answered(.refundAnswered(refundNumber, answer.value), notBefore: answer.notBefore)
        case .queryRefund(let refundNumber):
            guard let refund = order.refund(refundNumber) else { return Answered(nil) }
            let answer = await rail.query(refund, of: order)
            note(call, in: order.bill.city, answered: answer.value != .unknown)
            return Answered(.refundStated(refundNumber, answer.value, .query), notBefore: answer.notBefore)
        }
    }

    /// How the bureau finds the bill; nothing where its personal data are gone.
    private func reference(to order: Order) async throws(StoreFailure) -> BillReference? {
        guard let sealed = try await cashier.store.sealed(order.number), let personal = seal.open(sealed) else {
            return nil
        }
        return BillReference(city: order.bill.city, order: order.number, personal: personal)
    }

    private func postpone(_ job: Job, until due: Moment) async throws(StoreFailure) {
        _ = try await cashier.store.postpone(job, until: due)
    }

    private var rules: Rules { cashier.machine.rules }

    /// Until when a call has to wait: the bureau is away, or nobody answers there.
    private func pause(before call: Call, in city: String) -> Moment? {
        let now = clock.now()
        let side = Self.side(of: call, in: city)
        if case .bureau = side, let end = settings.maintenance.end(in: city, at: now) { return end }
        return breakers.withLock { breakers in
            if let until = breakers[side]?.isOpen(at: now) { return until }
            breakers[side]?.willCall(at: now)
            return nil
        }
    }

    private static func side(of call: Call, in city: String) -> Side {
        switch call {
        case .readBureau, .writeBureau: .bureau(city)
        case .place, .query, .close, .refund, .redirectRefund, .queryRefund: .rail(city)
        }
    }

    private func note(_ call: Call, in city: String, answered: Bool) {
        breakers.withLock {
            $0[Self.side(of: call, in: city), default: CircuitBreaker()].didCall(answered: answered, at: clock.now())
        }
    }
}
