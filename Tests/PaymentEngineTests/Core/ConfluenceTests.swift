import Money
import PaymentEngine
import StoreConformance
import Testing

/// Providers promise neither order nor number of what they say.
struct ConfluenceTests {
    /// What must be the same at the end: not who said it first, nor when.
    private static func essence(_ dossier: Dossier) -> [String] {
        dossier.orders.map { order in
            let refunds = order.refunds.map { "\($0.amount.fen) \($0.stage.rawValue)" }
            let payment = order.payment.map { "\($0.transaction) \($0.amount.fen)" } ?? "unpaid"
            return
                "\(order.stage.rawValue) \(order.sync.rawValue) \(payment) \(refunds) \(order.conflict?.rawValue ?? "")"
        }
    }

    private static func permutations<Element>(_ elements: [Element]) -> [[Element]] {
        guard let last = elements.last else { return [[]] }
        return permutations(elements.dropLast()).flatMap { rest in
            (0...rest.count).map { position in
                var all = rest
                all.insert(last, at: position)
                return all
            }
        }
    }

    private static func run(_ way: [Spec.Step], _ inputs: [Input]) -> [String] {
        let machine = Machine()
        var dossier = Dossier(Sample.dossier(1))
        for step in way {
            dossier = machine.decide(about: dossier, step.input, at: Sample.noon + .minutes(step.minute)).dossier
        }
        for input in inputs { dossier = machine.decide(about: dossier, input, at: Sample.noon + .minutes(5)).dossier }
        return essence(dossier)
    }

    @Test func `one payment comes to the same whatever is heard first, and however often`() {
        let paid = Input.stated(first, .paid(counter()), .notification)
        let statements: [Input] = [
            paid, .stated(first, .paid(counter()), .query), .payerReturned(first), .stated(first, .notPaid, .query),
            .stated(first, .unknown, .query), .placed(first, .accepted(Sample.prepay())),
        ]
        let ends = Set(Self.permutations(statements).map { Self.run(Way.submitted, $0 + $0) })
        #expect(ends.count == 1, "\(ends)")
        #expect(ends.first?.first?.hasPrefix("paid pending T-1") == true)
    }

    @Test func `two payments of one bill come to the same whichever is heard first`() {
        let statements: [Input] = [
            .stated(first, .paid(counter(-1, "T-1")), .query), .stated(second, .paid(counter(4, "T-2")), .notification),
            .payerReturned(first), .payerReturned(second), .stated(second, .notPaid, .query),
        ]
        let ends = Set(Self.permutations(statements).map { Self.run(Way.secondAwaiting, $0 + $0) })
        #expect(ends.count == 1, "\(ends)")
        #expect(ends.first?[0].hasPrefix("paid pending T-1") == true)
        #expect(ends.first?[1].contains("double-payment") == true)
    }

    @Test func `a refund comes to the same whatever is heard first`() {
        let statements: [Input] = [
            .refundAnswered(refund, .accepted), .refundStated(refund, .processing, .query),
            .refundStated(refund, .succeeded(.original), .notification), .refundStated(refund, .unknown, .query),
            .refundStated(refund, .succeeded(.original), .query),
        ]
        let ends = Set(Self.permutations(statements).map { Self.run(Way.refunding, $0 + $0) })
        #expect(ends.count == 1, "\(ends)")
    }
}
