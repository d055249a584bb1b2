import Money
import PaymentEngine
import SeededRandomness
import StoreConformance
import Testing

struct RefundTests {
    /// What the bureau may show once a payment has landed after its order was closed, and what follows by itself.
    private static let landings: [(reading: BureauReading, facts: [Fact.Kind])] = [
        (.unpaid(sixteen), [.syncIntended]),
        (.paid(TransactionID("T-1")), [.syncReadBack]),
        (.unpaid(Sample.amount(fen: 20_000)), [.flagged, .syncConflict, .refundRequested]),
        (.paid(TransactionID("counter")), [.flagged, .syncConflict, .refundRequested]),
        (.gone, [.syncConflict, .refundRequested]),
        (.paid(nil), [.flagged, .syncConflict]),
        (.refusing, [.syncConflict]),
        (.unknown, []),
    ]

    @Test func `what lands after the close goes back by itself where its bill no longer stands`() throws {
        let landed =
            Way.closed + at(5, .stated(first, .paid(Sample.payment()), .query), [.paidConfirmed, .flagged, .syncDue])
        for (reading, facts) in Self.landings {
            let dossier = try Spec("\(reading)", landed, at(300, .bureauRead(first, reading), facts)).run()
            let order = try #require(dossier.order(first))
            #expect(order.flags.contains(.paidAfterClose))
            let refunded = facts.contains(.refundRequested) ? Int64(16_000) : 0
            #expect(order.refundedOrUnderWay == refunded, "\(reading)")
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `whatever is decided and answered, no more goes back than was paid, and no number changes`(seed: UInt64) throws
    {
        var random = SeededGenerator(seed: seed)
        let machine = Machine()
        var dossier = try Spec("synced", Way.synced).run()
        var amounts: [RefundNumber: Amount] = [:]
        for minute in 10..<60 as Range<Int64> {
            let input = Self.input(dossier, &random)
            let decision = machine.decide(about: dossier, input, at: Sample.noon + .minutes(minute))
            dossier = decision.dossier
            let order = try #require(dossier.order(first))
            #expect(order.refundedOrUnderWay <= 16_000)
            #expect(order.refunded <= order.refundedOrUnderWay)
            #expect(dossier.balances.isSound)
            #expect(order.refunds.map(\.number.index) == order.refunds.indices.map { $0 + 1 })
            for refund in order.refunds {
                #expect(amounts[refund.number] == nil || amounts[refund.number] == refund.amount)
                amounts[refund.number] = refund.amount
            }
        }
    }

    private static func input(_ dossier: Dossier, _ random: inout SeededGenerator) -> Input {
        let count = dossier.order(first)?.refunds.count ?? 0
        let number = RefundNumber(first, index: Int.random(in: 1...(count + 1), using: &random))
        let amount = Sample.amount(fen: Int64.random(in: 1...17_000, using: &random))
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1, 2: return .decided(first, .refund(amount), evidence)
        case 3: return .refundAnswered(number, .accepted)
        case 4: return .refundAnswered(number, .rejected)
        case 5: return .refundStated(number, .succeeded(.original), .query)
        case 6: return .refundStated(number, .abnormal, .query)
        case 7, 8: return .refundStated(number, .closed, .query)
        case 9: return .decided(first, .redirectRefund(number), evidence)
        case 10: return .decided(first, .handToTreasury(number), evidence)
        default: return .decided(first, .settleByHand(number), evidence)
        }
    }
}
