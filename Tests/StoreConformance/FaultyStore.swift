public import PaymentEngine
import SeededRandomness
import Synchronization

/// A store that now and then fails: before a commit, after it, or by not saying which.
public final class FaultyStore: PaymentStore {
    private let base: any PaymentStore
    private let chance: Mutex<SeededGenerator>
    private let perMille: UInt64
    private let counted = Mutex<[String: Int]>([:])

    /// A store around another, in which so many of a thousand operations fail.
    public init(_ base: any PaymentStore, perMille: UInt64, seed: UInt64) {
        self.base = base
        self.perMille = perMille
        self.chance = Mutex(SeededGenerator(seed: seed))
    }

    /// How often it failed in which way.
    public var counts: [String: Int] { counted.withLock { $0 } }

    private func fails(_ way: String) -> Bool {
        let isHit = chance.withLock { $0.next() % 1000 < perMille }
        if isHit { counted.withLock { $0[way, default: 0] += 1 } }
        return isHit
    }

    private func maybeUnavailable() throws(StoreFailure) {
        if fails("unavailable") { throw .unavailable("a fault was injected") }
    }

    /// Commits to a dossier.
    public func append(_ append: Append) async throws(StoreFailure) -> AppendOutcome {
        try maybeUnavailable()
        if fails("lost before the commit") { throw .outcomeUnknown("a fault was injected") }
        let outcome = try await base.append(append)
        if fails("lost after the commit") { throw .outcomeUnknown("a fault was injected") }
        return outcome
    }

    /// Everything there is of a bill.
    public func dossier(_ id: DossierID) async throws(StoreFailure) -> StoredDossier {
        try maybeUnavailable()
        return try await base.dossier(id)
    }

    /// The next dossiers after one.
    public func dossiers(after id: DossierID?, limit: Int) async throws(StoreFailure) -> [StoredDossier] {
        try maybeUnavailable()
        return try await base.dossiers(after: id, limit: limit)
    }

    /// Takes due jobs.
    public func claim(_ claim: Claim) async throws(StoreFailure) -> [Job] {
        try maybeUnavailable()
        let jobs = try await base.claim(claim)
        if fails("claim lost") { throw .outcomeUnknown("a fault was injected") }
        return jobs
    }

    /// Gives a job back.
    public func postpone(_ job: Job, until due: Moment) async throws(StoreFailure) -> Bool {
        try maybeUnavailable()
        return try await base.postpone(job, until: due)
    }

    /// When the earliest job is due.
    public func nextDue() async throws(StoreFailure) -> Moment? {
        try maybeUnavailable()
        return try await base.nextDue()
    }

    /// The sealed personal data of an order.
    public func sealed(_ order: OrderNumber) async throws(StoreFailure) -> SealedData? {
        try maybeUnavailable()
        return try await base.sealed(order)
    }

    /// The answer a request was given.
    public func answer(to key: String) async throws(StoreFailure) -> Idempotency? {
        try maybeUnavailable()
        return try await base.answer(to: key)
    }
}

extension StoreConformance {
    static let faults: [Check] = [
        Check("whatever fails, what follows from the inputs is in the log in the end") { test in
            var ways: Set<String> = []
            for seed in 0..<20 as Range<UInt64> {
                let base = try await test.make()
                let store = FaultyStore(base, perMille: 150, seed: seed)
                let cashier = Cashier.standard(store)
                for number in 1...4 {
                    let id = Sample.dossier(number)
                    let story = number % 2 == 0 ? Story.refunded(id) : Story.happy(id)
                    for input in story { try await insist(cashier, input, id) }
                    let stored = try await base.dossier(id)
                    try expect(stored.violations(sha256) == [], "seed \(seed): \(stored.violations(sha256))")
                    let orders = try stored.dossier().orders
                    try expect(orders.count == 1 && orders[0].isFinished, "seed \(seed): \(orders)")
                }
                ways.formUnion(store.counts.keys)
            }
            try expect(ways.count == 3, "the faults did not come: \(ways)")
        }
    ]

    /// Says it until it is heard, as providers and payers do.
    private static func insist(_ cashier: Cashier, _ input: Input, _ id: DossierID) async throws {
        for _ in 0..<1000 {
            do {
                try await cashier.take(input, on: id, at: Sample.noon)
                return
            } catch {
                continue
            }
        }
        throw Broken(description: "nothing was ever committed")
    }
}
