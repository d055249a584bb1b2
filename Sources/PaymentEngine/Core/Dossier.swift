/// Everything that has happened to one bill: its orders, one after the other, and where its money is.
///
/// A dossier is what its events make it, and nothing else: ``apply(_:at:)`` is the only thing that changes one. It is also
/// what is decided about and committed at once, so that two payments of one bill are seen together.
public struct Dossier: Hashable, Sendable {
    /// Which bill.
    public let id: DossierID
    /// How many events have happened.
    public internal(set) var version = 0
    /// The attempts to pay it, first to last.
    public internal(set) var orders: [Order] = []
    /// Where the money is.
    public internal(set) var balances = Balances()

    /// A bill to which nothing has happened.
    public init(_ id: DossierID) {
        self.id = id
    }

    /// An order by its number.
    public func order(_ number: OrderNumber) -> Order? {
        index(of: number).map { orders[$0] }
    }

    func index(of number: OrderNumber) -> Int? {
        number.dossier == id && number.attempt <= orders.count ? number.attempt - 1 : nil
    }

    /// The number of the attempt that would come next.
    public var nextNumber: OrderNumber {
        OrderNumber(id, attempt: orders.count + 1)
    }
}

/// An event that cannot have happened to a dossier: the log is damaged, or somebody else wrote it.
public struct IllegalEvent: Error, Hashable, Sendable, CustomStringConvertible {
    /// The event.
    public let event: Event

    /// What cannot have happened, as a clause.
    public var description: String {
        "'\(event.fact.kind.rawValue)' is not a legal move of order \(event.order); restore the log from a backup"
    }
}

extension Dossier {
    /// Lets an event happen.
    ///
    /// - Throws: ``IllegalEvent`` where no legal move allows it; the dossier is then unchanged.
    public mutating func apply(_ event: Event, at moment: Moment) throws(IllegalEvent) {
        if case .orderCreated(let terms) = event.fact {
            guard event.order == nextNumber else { throw IllegalEvent(event: event) }
            orders.append(Order(event.order, terms, at: moment))
        } else {
            guard let index = index(of: event.order), orders[index].allows(event.fact) else {
                throw IllegalEvent(event: event)
            }
            balances.post(Posting.made(by: event.fact, to: orders[index]))
            orders[index].apply(event.fact, at: moment)
        }
        version += 1
    }
}

extension Order {
    /// Whether a fact is a legal move from where the order is.
    func allows(_ fact: Fact) -> Bool {
        switch fact {
        case .orderCreated:
            false
        case .submitIntended, .orderAbandoned, .providerAccepted, .paymentSuspected, .paymentRuledOut, .paidConfirmed,
            .closeIntended, .closedConfirmed:
            stage.after(fact.kind) != nil
        case .syncDue, .syncIntended, .syncReadBack, .syncNotShown, .syncConflict, .syncResolved:
            stage == .paid && sync.after(fact.kind) != nil
        case .refundRequested(let index, _, _, _):
            stage == .paid && index == refunds.count + 1
        case .refundAccepted, .refundSucceeded, .refundAbnormal, .refundClosed, .refundRejected, .refundRedirected,
            .refundHandedToTreasury, .refundSettledByHand:
            refundPosition(of: fact).map { refunds[$0].stage.after(fact.kind) != nil } ?? false
        case .discrepancyFound(let kind, let refund), .discrepancySettled(let kind, let refund),
            .discrepancyExplained(let kind, let refund, _):
            discrepancyStage(kind, refund: refund).after(fact.kind) != nil
        case .paymentListed:
            payment != nil && listedOn == nil
        case .laidToRest:
            stage == .closed && !isAtRest
        case .flagged(let flag):
            !flags.contains(flag)
        case .expunged:
            isFinished && !isExpunged
        }
    }

    private func refundPosition(of fact: Fact) -> Int? {
        fact.refundIndex.flatMap { refunds.indices.contains($0 - 1) ? $0 - 1 : nil }
    }

    /// Takes in a fact that ``allows(_:)`` has let through.
    mutating func apply(_ fact: Fact, at moment: Moment) {
        if let next = stage.after(fact.kind) { (stage, stageSince) = (next, moment) }
        if let next = sync.after(fact.kind) { (sync, syncSince) = (next, moment) }
        if let position = refundPosition(of: fact), let next = refunds[position].stage.after(fact.kind) {
            (refunds[position].stage, refunds[position].stageSince) = (next, moment)
        }
        switch fact {
        case .providerAccepted(let prepay): self.prepay = prepay
        case .paidConfirmed(let payment, _): self.payment = payment
        case .orderAbandoned: closeReason = .cancelled
        case .closeIntended(let reason): closeReason = reason
        case .laidToRest: isAtRest = true
        case .syncDue: (syncDueSince, conflict) = (moment, nil)
        case .syncIntended: syncRounds += 1
        case .syncReadBack: (syncDueSince, conflict) = (nil, nil)
        case .syncNotShown: syncDueSince = syncDueSince ?? moment
        case .syncConflict(let reason): (syncDueSince, conflict) = (nil, reason)
        case .syncResolved: (syncDueSince, conflict) = (nil, nil)
        case .refundRequested(let index, let amount, let reason, let renews):
            let number = RefundNumber(self.number, index: index)
            refunds.append(
                Refund(number: number, amount: amount, reason: reason, renews: renews, stageSince: moment)
            )
        case .refundSucceeded(let index, let channel): refunds[index - 1].channel = channel
        case .discrepancyFound(let kind, let refund), .discrepancySettled(let kind, let refund),
            .discrepancyExplained(let kind, let refund, _):
            move(kind, refund: refund, by: fact.kind, at: moment)
        case .paymentListed(let day): listedOn = day
        case .flagged(let flag): flags.append(flag)
        case .expunged: isExpunged = true
        case .orderCreated, .submitIntended, .paymentSuspected, .paymentRuledOut, .closedConfirmed, .refundAccepted,
            .refundAbnormal, .refundClosed, .refundRejected, .refundRedirected, .refundHandedToTreasury,
            .refundSettledByHand:
            break
        }
    }
}
