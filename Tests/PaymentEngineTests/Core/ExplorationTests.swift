import Money
import PaymentEngine
import ServiceConfig
import StoreConformance
import Testing

/// Walks through everything that can happen to a bill with two orders, as far as a few thousand states reach.
struct ExplorationTests {
    /// Every kind of input, about both orders, with every kind of answer.
    private static let inputs: [Input] =
        [.open(Sample.terms()), .open(Sample.terms(fen: 20_000)), .open(Sample.terms(fen: 0)), .cityClosed]
        + [first, second].flatMap(about)

    private static func about(_ order: OrderNumber) -> [Input] {
        let transaction = TransactionID("T-\(order.attempt)")
        let payment = Sample.payment("T-\(order.attempt)", at: Sample.noon + .minutes(Int64(order.attempt)))
        let statements: [PaymentStatement] = [
            .notFound, .notPaid, .paying, .paid(payment), .paid(Sample.payment("X", fen: 1)), .closed, .unreadable,
            .unknown,
        ]
        let readings: [BureauReading] = [
            .unpaid(sixteen), .unpaid(Sample.amount(fen: 1)), .paid(transaction), .paid(TransactionID("counter")),
            .paid(nil),
            .gone, .refusing, .unknown,
        ]
        let refunds: [RefundStatement] = [
            .notFound, .processing, .succeeded(.original), .succeeded(.balance), .abnormal, .closed, .unknown,
        ]
        let refund = RefundNumber(order, index: 1)
        let decisions: [PersonDecision] = [
            .refund(Sample.amount(fen: 1_000)), .refund(sixteen), .retrySync, .resolveSync, .reopenSync,
            .redirectRefund(refund), .handToTreasury(refund), .settleByHand(refund), .explain(.bureauMissing, nil),
        ]
        let plain: [Input] = [
            .submit(order, cityTakesPayments: true), .submit(order, cityTakesPayments: false), .cancel(order),
            .payerReturned(order), .woken(order), .placed(order, .accepted(Sample.prepay())), .placed(order, .rejected),
            .placed(order, .unknown), .adopt(order, Sample.terms(), payment), .expunge(order),
            .adoptRefund(refund, sixteen), .compared(order, refund: nil, .bureauMissing, listedOn: nil),
            .compared(order, refund: nil, nil, listedOn: Sample.day()),
            .refundAnswered(refund, .accepted), .refundAnswered(refund, .rejected), .refundAnswered(refund, .unknown),
        ]
        return plain + statements.map { .stated(order, $0, .query) } + readings.map { .bureauRead(order, $0) }
            + refunds.flatMap { [.refundStated(refund, $0, .query), .refundStated(refund, $0, .notification)] }
            + decisions.map { .decided(order, $0, evidence) }
    }

    /// A state without its times: what a newcomer would call the same.
    private static func key(_ dossier: Dossier) -> String {
        dossier.orders.map { order in
            let refunds = order.refunds.map { "\($0.stage.rawValue)/\($0.amount.fen)" }.joined(separator: ",")
            let flags = order.flags.map(\.rawValue).sorted().joined(separator: ",")
            return
                "\(order.stage.rawValue) \(order.sync.rawValue) \(order.payment?.amount.fen ?? 0) \(refunds) \(flags)"
                + (order.isAtRest ? " at rest" : "") + (order.isExpunged ? " expunged" : "")
        }
        .joined(separator: " | ")
    }

    @Test func `every input has an answer in every state, and no answer breaks a promise`() throws {
        let machine = Machine()
        var known: Set<String> = [""]
        var frontier = [(Dossier(Sample.dossier(1)), Sample.noon)]
        var moves: Set<String> = []
        var answers = 0
        while !frontier.isEmpty, known.count < 3_000 {
            let (dossier, now) = frontier.removeFirst()
            for input in Self.inputs {
                // Long enough for everything that waits.
                let later = now + .hours(48)
                let decision = machine.decide(about: dossier, input, at: later)
                answers += 1
                #expect(decision.dossier.version == dossier.version + decision.events.count)
                if case .refused(let refusal) = decision.reply, refusal != .earlierOrderClosing,
                    refusal != .cityTakesNoPayments
                {
                    #expect(decision.events.isEmpty, "\(refusal) changed something")
                }
                check(decision)
                record(decision.events, from: dossier, at: later, into: &moves)
                if known.insert(Self.key(decision.dossier)).inserted { frontier.append((decision.dossier, later)) }
            }
        }
        #expect(answers > 40_000)
        let all = OrderStage.moves.map { "\($0)" } + SyncStage.moves.map { "\($0)" }
        #expect(Set(all).subtracting(moves) == [])
    }

    /// What holds in every state, and after every decision.
    private func check(_ decision: Decision) {
        let dossier = decision.dossier
        #expect(dossier.balances.isSound)
        #expect(dossier.orders.count(where: \.mayBeCharged) <= 1)
        for order in dossier.orders {
            #expect(order.refundedOrUnderWay <= order.payment?.amount.fen ?? 0)
            // No dead end: what is not finished has something to do or to wait for.
            let canMove = order.isFinished || order.stage == .created || order.call(attempt: 1) != nil
            #expect(canMove, "\(order.stage), \(order.sync) has nothing to do")
        }
    }

    /// Which moves the events have made.
    private func record(_ events: [Event], from dossier: Dossier, at now: Moment, into moves: inout Set<String>) {
        var dossier = dossier
        for event in events {
            let before = dossier.order(event.order)
            guard (try? dossier.apply(event, at: now)) != nil else { return }
            let kind = event.fact.kind
            for move in OrderStage.moves where move.from == before?.stage && move.by == kind { moves.insert("\(move)") }
            for move in SyncStage.moves where move.from == before?.sync && move.by == kind { moves.insert("\(move)") }
        }
    }
}
