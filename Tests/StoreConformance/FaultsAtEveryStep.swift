public import PaymentEngine
import Synchronization

/// A store of which one operation fails, in a way that is said, and no other.
public final class StoreFailingOnce: PaymentStore {
    /// How the operation fails.
    public enum Way: CaseIterable, Sendable {
        /// It says so, and nothing has happened.
        case refused
        /// It does not answer, and nothing has happened.
        case lostBefore
        /// It does not answer, and has happened.
        case lostAfter
    }

    let base: any PaymentStore
    private let number: Int
    private let way: Way
    private let operations = Atomic<Int>(0)

    /// The operation of this number fails, counted from 1.
    public init(_ base: any PaymentStore, at number: Int, _ way: Way) {
        self.base = base
        self.number = number
        self.way = way
    }

    /// Whether the operation that fails has been reached.
    public var hasFailed: Bool { operations.load(ordering: .relaxed) >= number }

    func run<Value>(
        _ operation: () async throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        guard operations.add(1, ordering: .relaxed).newValue == number else { return try await operation() }
        switch way {
        case .refused: throw .unavailable("a fault was injected")
        case .lostBefore: throw .outcomeUnknown("a fault was injected")
        case .lostAfter:
            _ = try await operation()
            throw .outcomeUnknown("a fault was injected")
        }
    }

    /// Commits to a dossier.
    public func append(_ append: Append) async throws(StoreFailure) -> AppendOutcome {
        try await run { () async throws(StoreFailure) in try await base.append(append) }
    }

    /// Everything there is of a bill.
    public func dossier(_ id: DossierID) async throws(StoreFailure) -> StoredDossier {
        try await run { () async throws(StoreFailure) in try await base.dossier(id) }
    }

    /// The next dossiers after one.
    public func dossiers(after id: DossierID?, limit: Int) async throws(StoreFailure) -> [StoredDossier] {
        try await run { () async throws(StoreFailure) in try await base.dossiers(after: id, limit: limit) }
    }

    /// Takes due jobs.
    public func claim(_ claim: Claim) async throws(StoreFailure) -> [Job] {
        try await run { () async throws(StoreFailure) in try await base.claim(claim) }
    }

    /// Gives a job back.
    public func postpone(_ job: Job, until due: Moment) async throws(StoreFailure) -> Bool {
        try await run { () async throws(StoreFailure) in try await base.postpone(job, until: due) }
    }

    /// When the earliest job is due.
    public func nextDue() async throws(StoreFailure) -> Moment? {
        try await run { () async throws(StoreFailure) in try await base.nextDue() }
    }

    /// The sealed personal data of an order.
    public func sealed(_ order: OrderNumber) async throws(StoreFailure) -> SealedData? {
        try await run { () async throws(StoreFailure) in try await base.sealed(order) }
    }

    /// The answer a request was given.
    public func answer(to key: String) async throws(StoreFailure) -> Idempotency? {
        try await run { () async throws(StoreFailure) in try await base.answer(to: key) }
    }
}

extension StoreConformance {
    static let everyStep: [Check] = [
        Check("whichever operation fails, and however, the log comes to the same") { test in
            let stories: [(DossierID) -> [Input]] = [{ Story.happy($0) }, { Story.refunded($0) }]
            for story in stories {
                let plain = try await outcome(of: story, on: test.make(), failing: nil)
                for way in StoreFailingOnce.Way.allCases {
                    var number = 1
                    while let failed = try await outcome(of: story, on: test.make(), failing: (number, way)) {
                        try expect(failed == plain, "operation \(number), \(way): \(failed)")
                        number += 1
                    }
                    try expect(number > 12, "only \(number - 1) operations failed")
                }
            }
        },
        Check("a request sent again after each of its failures is answered as at first") { test in
            for way in StoreFailingOnce.Way.allCases {
                var replies: Set<Reply> = []
                for number in 1...4 {
                    let base = try await test.make()
                    let cashier = Cashier.standard(StoreFailingOnce(base, at: number, way))
                    let request = Cashier.Request(key: "form-1", digest: sha256([1]))
                    for _ in 0..<3 {
                        let id = Sample.dossier(1)
                        let open = Input.open(Sample.terms())
                        let decision = try? await cashier.take(open, on: id, at: Sample.noon, request: request)
                        if let decision { replies.insert(decision.reply) }
                    }
                    let orders = try await base.dossier(Sample.dossier(1)).dossier().orders.count
                    try expect(orders == 1, "\(orders) orders")
                }
                try expect(replies == [.opened(OrderNumber(Sample.dossier(1), attempt: 1))], "\(replies)")
            }
        },
        Check("of many commits at once each is written or refused for itself") { test in
            let store = try await test.make()
            let outcomes: [Int: Bool] = await withTaskGroup(of: (Int, Bool).self) { group in
                for number in 1...60 {
                    group.addTask {
                        var append = try? opening(number)
                        // Every third contradicts itself.
                        if number % 3 == 0 { append?.projection.append(32) }
                        guard let append, let outcome = try? await store.append(append) else { return (number, false) }
                        return (number, outcome == .committed)
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for number in 1...60 {
                let stored = try await store.dossier(Sample.dossier(number))
                try expect(
                    outcomes[number] == (number % 3 != 0),
                    "number \(number): \(String(describing: outcomes[number]))"
                )
                try expect(stored.records.count == (number % 3 == 0 ? 0 : 1), "number \(number): \(stored)")
                try expect(stored.violations(sha256) == [], "\(stored.violations(sha256))")
            }
        },
        Check("whoever dies with a lease is followed by one other, each time it runs out") { test in
            let store = try await test.make()
            _ = try await store.append(opening(1))
            var last: Int64 = 0
            for life in 1...5 {
                let now = Sample.noon + .minutes(2 * Int64(life))
                let claims: [Job] = try await withThrowingTaskGroup(of: [Job].self) { group in
                    for _ in 0..<6 {
                        group.addTask { try await store.claim(Claim(now: now, limit: 5, lease: .minutes(2))) }
                    }
                    return try await group.reduce(into: []) { $0 += $1 }
                }
                try expect(claims.count == 1 && claims[0].attempt == life, "life \(life): \(claims)")
                let token = claims[0].lease?.token ?? 0
                try expect(token > last, "token \(token) after \(last)")
                last = token
            }
        },
    ]

    /// What is stored of a story whose teller repeats what failed; nothing where the failing operation was never reached.
    private static func outcome(
        of story: (DossierID) -> [Input],
        on base: any PaymentStore,
        failing: (number: Int, way: StoreFailingOnce.Way)?
    ) async throws -> StoredDossier? {
        let store = StoreFailingOnce(base, at: failing?.number ?? .max, failing?.way ?? .refused)
        let cashier = Cashier.standard(store)
        let id = Sample.dossier(1)
        for input in story(id) {
            do {
                try await cashier.take(input, on: id, at: Sample.noon)
            } catch {
                try await cashier.take(input, on: id, at: Sample.noon)
            }
        }
        guard failing == nil || store.hasFailed else { return nil }
        let stored = try await base.dossier(id)
        try expect(stored.violations(sha256) == [], "\(stored.violations(sha256))")
        return stored
    }
}
