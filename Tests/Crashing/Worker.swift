import PaymentEngine
import SQLiteStore
import ServiceConfig
import StoreConformance
import Synchronization

/// The process that is killed: payers and a runner on a store in a file, as busy as they can be.
public struct Worker: Sendable {
    /// Where the store and the world have their files.
    public var folder: String
    /// Which of the processes on this folder it is, from 0.
    public var round: Int
    /// What chance begins with.
    public var seed: UInt64
    /// How many payers pay at once; none brings what was begun to its end.
    public var payers: Int

    /// A worker.
    public init(folder: String, round: Int, seed: UInt64, payers: Int) {
        self.folder = folder
        self.round = round
        self.seed = seed
        self.payers = payers
    }

    /// The store's file in a folder.
    static func store(in folder: String) -> String { folder + "/store.sqlite" }
    /// The world's file in a folder.
    static func world(in folder: String) -> String { folder + "/world" }

    /// A day later at each round, so that what the last process had claimed can be claimed again.
    private var start: Moment { Sample.noon + .hours(24 * Int64(round)) }

    /// Works until it is killed; with no payers, until nothing is left to do.
    public func run() async throws {
        let store = try await SQLitePaymentStore.open(Self.store(in: folder), sha256)
        let chance = Chance(seed: seed &+ UInt64(round) &* 1_000_003)
        let world = try World(Self.world(in: folder), chance)
        let clock = HurriedClock(at: start)
        let cashier = Cashier(store: Witness(store), sha256)
        var settings = Runner.Settings()
        settings.jobsPerCity = 64
        let runner = Runner(
            cashier,
            rail: world,
            bureau: world,
            seal: OpenSeal(),
            clock: clock,
            random: chance,
            settings: settings
        )
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await runner.run() }
            let bills = Count()
            if payers == 0 {
                group.addTask { try? await Self.untilNothingIsDue(store, clock) }
                await group.next()
                return group.cancelAll()
            }
            for _ in 0..<payers {
                group.addTask {
                    while true {
                        let bill = bills.next()
                        let payer = Payer(id: Self.dossier(round, bill), cashier: cashier, world: world, clock: clock)
                        // A store that fails is asked again with the next bill; what was begun the runner brings to its end.
                        try? await payer.pay(insisting: chance.next() % 4 == 0)
                    }
                }
            }
        }
        try await store.close()
    }

    private static func untilNothingIsDue(_ store: SQLitePaymentStore, _ clock: HurriedClock) async throws {
        while let due = try await store.nextDue() {
            clock.jump(towards: due)
            await Task.yield()
        }
    }

    private static func dossier(_ round: Int, _ bill: Int) -> DossierID {
        let digits = sha256(Array("bill \(round) \(bill)".utf8)).description.prefix(24)
        guard let id = DossierID(digits) else { preconditionFailure("'\(digits)' is no dossier") }
        return id
    }
}

/// How many bills have been begun.
private final class Count: Sendable {
    private let value = Atomic<Int>(0)

    func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}

/// Somebody who pays a bill as people do: with a form sent twice, and by coming back before it is known.
struct Payer {
    let id: DossierID
    let cashier: Cashier
    let world: World
    let clock: HurriedClock

    /// Pays the bill.
    func pay(insisting: Bool) async throws(StoreFailure) {
        let request = Cashier.Request(key: "form-\(id)", digest: sha256(Array("open \(id)".utf8)))
        guard case .opened(let order) = try await open(request) else { return }
        if insisting { _ = try await open(request) }
        try await cashier.take(.submit(order, cityTakesPayments: true), on: id, at: clock.now())
        for _ in 0..<60 {
            let stored = try await cashier.store.dossier(id)
            guard let known = try? stored.dossier().order(order) else { return }
            if let payment = world.pay(known) {
                if insisting { try await cashier.take(.payerReturned(order), on: id, at: clock.now()) }
                let told = Input.stated(order, .paid(payment), .notification)
                for _ in 0..<(insisting ? 2 : 1) { try await cashier.take(told, on: id, at: clock.now()) }
                return
            }
            try? await clock.sleep(until: clock.now() + .milliseconds(200))
        }
    }

    private func open(_ request: Cashier.Request) async throws(StoreFailure) -> Reply {
        let terms = OrderTerms(
            bill: Bill(city: "mistport", feeName: "Fog visa", amount: Sample.amount),
            config: ConfigVersion("config-1"),
            personal: SealedCommitment(to: Sample.personal, salt: Array(repeating: 7, count: 16), sha256)
        )
        return try await cashier.take(
            .open(terms),
            on: id,
            at: clock.now(),
            request: request,
            seal: { OpenSeal().seal(Sample.personal, salt: Array(repeating: 7, count: 16), for: $0) }
        ).reply
    }
}

/// A seal that hides nothing, for data of nobody.
struct OpenSeal: PersonalDataSeal {
    func seal(_ data: PersonalData, salt: [UInt8], for order: OrderNumber) -> SealedData {
        SealedData(order: order, bytes: salt + data.canonicalBytes)
    }

    func open(_ sealed: SealedData) -> PersonalData? {
        try? PersonalData(canonical: Array(sealed.bytes.dropFirst(16)))
    }
}
