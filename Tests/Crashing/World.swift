import CivilTime
import Glibc
import Money
import PaymentEngine
import ServiceConfig
import StoreConformance
import Synchronization

/// The provider and the bureau, as they are whatever happens to the process that pays.
///
/// What they did stands in a file, a line for each deed, written before the answer is given: a killed process cannot make them
/// forget. What a payer will do follows from the bill's number.
final class World: Sendable {
    /// What becomes of a bill.
    enum Fate: UInt64, CaseIterable, Sendable {
        /// The payer pays it, and the bureau shows it.
        case isPaid
        /// The payer never pays.
        case isForgotten
        /// It is paid at the counter as well: the money goes back.
        case isPaidElsewhere
        /// The bureau asks another amount by then: the money goes back.
        case isChanged

        init(of dossier: DossierID) {
            let digit = dossier.description.utf8.last ?? 0
            self =
                switch digit {
                case UInt8(ascii: "0"), UInt8(ascii: "1"), UInt8(ascii: "2"): .isForgotten
                case UInt8(ascii: "3"), UInt8(ascii: "4"): .isPaidElsewhere
                case UInt8(ascii: "5"): .isChanged
                default: .isPaid
                }
        }
    }

    private let deeds: Mutex<Deeds>
    private let file: Int32
    private let chance: Chance

    /// The world as its file says it is; answers are lost as chance has it.
    init(_ path: String, _ chance: Chance) throws {
        self.deeds = Mutex(try Deeds(path))
        self.file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        self.chance = chance
        guard file >= 0 else { throw Trouble("cannot write \(path)") }
    }

    deinit { Glibc.close(file) }

    /// What a payment of an order is, if it ever is.
    static func payment(of order: Order) -> Payment {
        Payment(
            transaction: TransactionID("T-\(order.number)"),
            amount: order.bill.amount,
            instrument: "BALANCE",
            succeededAt: order.createdAt + .minutes(1)
        )
    }

    /// Does a deed unless it is done, and then answers, or not.
    private func `do`<Answer>(
        _ unknown: Answer,
        _ answering: (Deeds) -> (Deed?, Answer)
    ) -> Answer {
        if chance.strikes(perMille: 50) { return unknown }
        let answered = deeds.withLock { deeds in
            let (deed, answer) = answering(deeds)
            if let deed, deeds.add(deed) { write(deed) }
            return answer
        }
        return chance.strikes(perMille: 50) ? unknown : answered
    }

    private func write(_ deed: Deed) {
        let line = Array((deed.line + "\n").utf8)
        guard Glibc.write(file, line, line.count) == line.count else { preconditionFailure("the world is full") }
    }

    /// The payer pays, if the provider has the order and the payer is one who pays.
    ///
    /// - Returns: the payment the provider then tells of.
    func pay(_ order: Order) -> Payment? {
        let isPaid = deeds.withLock { deeds in
            guard deeds.has(.placed(order.number)), !deeds.has(.closed(order.number)),
                Fate(of: order.number.dossier) != .isForgotten
            else { return deeds.has(.paid(order.number)) }
            if deeds.add(.paid(order.number)) { write(.paid(order.number)) }
            return true
        }
        return isPaid ? Self.payment(of: order) : nil
    }
}

extension World: PaymentRail {
    func place(_ order: Order) async -> Answered<PlaceAnswer> {
        let prepay = Prepay(handle: "pay \(order.number)", expiresAt: order.createdAt + .minutes(15))
        return Answered(
            `do`(.unknown) { deeds -> (Deed?, PlaceAnswer) in
                deeds.has(.closed(order.number)) ? (nil, .rejected) : (.placed(order.number), .accepted(prepay))
            }
        )
    }

    func query(_ order: Order) async -> Answered<PaymentStatement> {
        Answered(
            `do`(.unknown) { deeds -> (Deed?, PaymentStatement) in
                if deeds.has(.paid(order.number)) { return (nil, .paid(Self.payment(of: order))) }
                if deeds.has(.closed(order.number)) { return (nil, .closed) }
                return (nil, deeds.has(.placed(order.number)) ? .notPaid : .notFound)
            }
        )
    }

    func close(_ order: Order) async {
        `do`(()) { deeds -> (Deed?, Void) in
            let isOpen = deeds.has(.placed(order.number)) && !deeds.has(.paid(order.number))
            return (isOpen ? .closed(order.number) : nil, ())
        }
    }

    func refund(_ refund: Refund, of order: Order) async -> Answered<RefundAnswer> {
        Answered(
            `do`(.unknown) { deeds -> (Deed?, RefundAnswer) in
                guard deeds.has(.paid(order.number)) else { return (nil, .rejected) }
                return (.refunded(refund.number, fen: refund.amount.fen), .accepted)
            }
        )
    }

    func redirect(_ refund: Refund, of order: Order) async -> Answered<RefundAnswer> {
        Answered(.rejected)
    }

    func query(_ refund: Refund, of order: Order) async -> Answered<RefundStatement> {
        let deed = Deed.refunded(refund.number, fen: refund.amount.fen)
        return Answered(
            `do`(.unknown) { deeds -> (Deed?, RefundStatement) in
                (nil, deeds.has(deed) ? .succeeded(.original) : .notFound)
            }
        )
    }

    func dailyBill(of day: CivilDate, city: String) async -> DailyList<ProviderEntry> { .missing }
}

extension World: BureauGateway {
    func read(_ bill: BillReference) async -> Answered<BureauReading> {
        let dossier = bill.order.dossier
        return Answered(
            `do`(.unknown) { deeds -> (Deed?, BureauReading) in
                if let order = deeds.shown(dossier) { return (nil, .paid(TransactionID("T-\(order)"))) }
                switch Fate(of: dossier) {
                case .isPaidElsewhere: return (nil, .paid(TransactionID("counter \(dossier)")))
                case .isChanged: return (nil, .unpaid(Sample.amount(fen: 16_100)))
                case .isPaid, .isForgotten: return (nil, .unpaid(Sample.amount))
                }
            }
        )
    }

    func write(_ payment: Payment, to bill: BillReference) async -> Answered<BureauWriteAnswer> {
        Answered(`do`(.unknown) { _ -> (Deed?, BureauWriteAnswer) in (.shown(bill.order), .accepted) })
    }

    func payments(on day: CivilDate, city: String) async -> DailyList<BureauEntry> { .missing }
}
