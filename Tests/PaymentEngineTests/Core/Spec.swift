import Money
import PaymentEngine
import StoreConformance

/// What the core is told, step by step, and what must follow: the machine's specification as values.
///
/// It runs by any rules. So it can also be asked whether it notices that something has been switched off.
struct Spec: Sendable, CustomStringConvertible {
    /// One input, so many minutes after noon, with the kinds of facts that follow and perhaps the reply.
    struct Step: Sendable {
        var minute: Int64
        var input: Input
        var facts: [Fact.Kind]
        var reply: Reply?
    }

    /// What the machine does then, as a sentence.
    let description: String
    let steps: [Step]

    init(_ description: String, _ steps: [Step]...) {
        self.description = description
        self.steps = steps.flatMap { $0 }
    }

    /// What was expected and did not follow.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Runs it by these rules, on an empty dossier.
    ///
    /// - Returns: the dossier at the end.
    @discardableResult
    func run(by rules: Rules = .standard) throws -> Dossier {
        let machine = Machine(rules: rules)
        var dossier = Dossier(Sample.dossier(1))
        for (index, step) in steps.enumerated() {
            let decision = machine.decide(about: dossier, step.input, at: Sample.noon + .minutes(step.minute))
            let kinds = decision.events.map(\.fact.kind)
            guard kinds == step.facts else {
                throw Failure(description: "'\(description)', step \(index + 1): \(kinds) instead of \(step.facts)")
            }
            if let reply = step.reply, reply != decision.reply {
                throw Failure(description: "'\(description)', step \(index + 1): \(decision.reply) instead of \(reply)")
            }
            dossier = decision.dossier
        }
        return dossier
    }
}

/// A step at a minute.
func at(_ minute: Int64, _ input: Input, _ facts: [Fact.Kind] = [], _ reply: Reply? = nil) -> [Spec.Step] {
    [Spec.Step(minute: minute, input: input, facts: facts, reply: reply)]
}

let first = OrderNumber(Sample.dossier(1), attempt: 1)
let second = OrderNumber(Sample.dossier(1), attempt: 2)
let refund = RefundNumber(first, index: 1)
let sixteen = Sample.amount(fen: 16_000)
let evidence = Approval(persons: ["ops-1"], evidence: "ledger 7")

/// The way to each stage, from the beginning.
enum Way {
    static let created = at(0, .open(Sample.terms()), [.orderCreated], .opened(first))
    static let submitted = created + at(0, .submit(first, cityTakesPayments: true), [.submitIntended], .recorded)
    static let awaiting = submitted + at(0, .placed(first, .accepted(Sample.prepay())), [.providerAccepted])
    static let unconfirmed = awaiting + at(1, .payerReturned(first), [.paymentSuspected])
    static let closing = awaiting + at(1, .cancel(first), [.closeIntended])
    static let closed = closing + at(2, .stated(first, .closed, .query), [.closedConfirmed])
    static let paid =
        awaiting + at(1, .stated(first, .paid(Sample.payment()), .notification), [.paidConfirmed, .syncDue])
    static let sent = paid + at(1, .bureauRead(first, .unpaid(sixteen)), [.syncIntended])
    static let synced = sent + at(2, .bureauRead(first, .paid(TransactionID("T-1"))), [.syncReadBack])
    static let unattributed = paid + at(2, .bureauRead(first, .paid(nil)), [.flagged, .syncConflict])
    static let refunding =
        paid
        + at(2, .bureauRead(first, .paid(TransactionID("counter"))), [.flagged, .syncConflict, .refundRequested])
    static let refundPending = refunding + at(3, .refundAnswered(refund, .accepted), [.refundAccepted])
    static let abnormal = refundPending + at(4, .refundStated(refund, .abnormal, .query), [.refundAbnormal])
    static let rejected = refunding + at(3, .refundAnswered(refund, .rejected), [.refundRejected])
    /// The first order is closed, and the second can be paid.
    static let secondAwaiting =
        closed
        + at(3, .open(Sample.terms()), [.orderCreated], .opened(second))
        + at(3, .submit(second, cityTakesPayments: true), [.submitIntended])
        + at(3, .placed(second, .accepted(Sample.prepay(at: Sample.noon + .minutes(3)))), [.providerAccepted])
    static let secondPaid =
        secondAwaiting
        + at(4, .stated(second, .paid(Sample.payment("T-2")), .notification), [.paidConfirmed, .syncDue])
    /// Closed three times by the provider, and replaced three times.
    static let renewedThrice =
        refunding
        + (1...3).flatMap { index in
            at(
                Int64(index + 2),
                .refundStated(RefundNumber(first, index: index), .closed, .query),
                [.refundClosed, .refundRequested]
            )
        }
}

func counter(_ moment: Int64 = 0, _ transaction: String = "T-1") -> Payment {
    Sample.payment(transaction, at: Sample.noon + .minutes(moment))
}
