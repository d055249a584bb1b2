import CivilTime
import Foundation
import Money
import PaymentEngine
import ServiceConfig
import StoreConformance
import Synchronization
import Testing

/// A provider that does what it is asked.
private struct WillingProvider: PaymentRail {
    func place(_: Order) async -> Answered<PlaceAnswer> { Answered(.accepted(Sample.prepay())) }
    func query(_: Order) async -> Answered<PaymentStatement> { Answered(.notPaid) }
    func close(_: Order) async {}
    func refund(_: Refund, of _: Order) async -> Answered<RefundAnswer> { Answered(.accepted) }
    func redirect(_: Refund, of _: Order) async -> Answered<RefundAnswer> { Answered(.accepted) }
    func query(_: Refund, of _: Order) async -> Answered<RefundStatement> { Answered(.succeeded(.original)) }
    func dailyBill(of _: CivilDate, city _: String) async -> DailyList<ProviderEntry> { .missing }
}

/// A bureau that shows what it was told.
private final class WillingBureau: BureauGateway {
    private let shown = Mutex<[OrderNumber: TransactionID]>([:])

    func read(_ bill: BillReference) async -> Answered<BureauReading> {
        Answered(shown.withLock { $0[bill.order] }.map { .paid($0) } ?? .unpaid(Sample.amount))
    }

    func write(_ payment: Payment, to bill: BillReference) async -> Answered<BureauWriteAnswer> {
        shown.withLock { $0[bill.order] = payment.transaction }
        return Answered(.accepted)
    }

    func payments(on _: CivilDate, city _: String) async -> DailyList<BureauEntry> { .missing }
}

/// Keeps personal data as they are: for tests only.
private struct OpenSeal: PersonalDataSeal {
    func seal(_ data: PersonalData, salt _: [UInt8], for order: OrderNumber) -> SealedData {
        SealedData(order: order, bytes: data.canonicalBytes)
    }

    func open(_ sealed: SealedData) -> PersonalData? { try? PersonalData(canonical: sealed.bytes) }
}

private struct NoChance: RandomSource {
    func next() -> UInt64 { 0 }
}

/// What the provider was answered.
private final class Answers: Sendable {
    private let replies = Mutex<[Reply]>([])

    func add(_ reply: Reply) { replies.withLock { $0.append(reply) } }
    var all: [Reply] { replies.withLock { $0 } }
}

struct WalkThroughTests {
    private let rail = WillingProvider()
    private let bureau = WillingBureau()
    private let seal = OpenSeal()
    private let clock = VirtualClock()
    private let random = NoChance()
    private let salt = [UInt8](repeating: 7, count: 16)
    private let answers = Answers()

    @Sendable private func acknowledge(_ reply: Reply) async { answers.add(reply) }

    /// What the page shows, line by line.
    private func pay(
        _ terms: OrderTerms,
        _ personal: PersonalData,
        on bill: DossierID,
        with payment: Payment
    ) async throws -> Order? {
        // page
        let store: any PaymentStore = MemoryStore(sha256)
        let cashier = Cashier(store: store, sha256)
        let runner = Runner(cashier, rail: rail, bureau: bureau, seal: seal, clock: clock, random: random)

        // The payer opens the bill. However often that is asked, there is one order; the name is kept apart from the log.
        @Sendable func sealed(_ order: OrderNumber) -> SealedData { seal.seal(personal, salt: salt, for: order) }
        try await cashier.take(.open(terms), on: bill, at: clock.now(), seal: sealed)
        let order = OrderNumber(bill, attempt: 1)

        // The payer submits it. The provider is called after the commit, under a number that never changes.
        try await cashier.take(.submit(order, cityTakesPayments: true), on: bill, at: clock.now())
        try await runner.runDue()

        // The provider says that it has the money. It is answered after the commit, never before.
        let said = Input.stated(order, .paid(payment), .notification)
        try await cashier.take(said, on: bill, at: clock.now(), before: .beforeAcknowledging, answer: acknowledge)

        // The bureau is told, and then read until it shows the payment. Then nothing is due any more.
        while let due = try await store.nextDue() {
            try await clock.sleep(until: due)
            try await runner.runDue()
        }
        return try await store.dossier(bill).dossier().order(order)
        // end of page
    }

    @Test func `the payment that the page shows ends at the bureau`() async throws {
        let order = try await pay(Sample.terms(), Sample.personal, on: Sample.dossier(1), with: Sample.payment())
        #expect(order?.sync == .synced)
        #expect(order?.isFinished == true)
        #expect(answers.all == [.recorded])
    }

    @Test func `the page shows exactly these lines, some twenty of them`() throws {
        let file = URL(filePath: #filePath)
        let source = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let begin = try #require(source.firstIndex { $0 == "        // page" })
        let end = try #require(source.firstIndex { $0 == "        // end of page" })
        let lines = source[(begin + 1)..<end].map { $0.dropFirst(8) }
        #expect(lines.count { !$0.isEmpty && !$0.hasPrefix("//") } <= 20)
        let page = file.deletingLastPathComponent()
            .appending(path: "../../../Sources/PaymentEngine/Documentation.docc/APayment.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let code = "```swift\n\(lines.joined(separator: "\n"))\n```\n"
        #expect(text.contains(code), "write this into APayment.md:\n\(code)")
    }
}
