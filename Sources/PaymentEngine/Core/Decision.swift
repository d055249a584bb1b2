/// What follows from an input: facts to commit, and what is to be done once they are.
public struct Decision: Hashable, Sendable {
    /// What happened, in order.
    public var events: [Event]
    /// What the store does with the orders' jobs, in the same commit.
    public var effects: [Effect] = []
    /// What is written to the bureau right after the commit, and only then.
    ///
    /// It is tried once. Whoever finds the order later cannot know whether it was, and reads instead of writing.
    public var write: OrderNumber?
    /// What whoever gave the input is told, once everything is committed.
    public var reply: Reply
    /// The dossier afterwards.
    public var dossier: Dossier

    init(events: [Event] = [], reply: Reply = .nothingToDo, dossier: Dossier) {
        self.events = events
        self.reply = reply
        self.dossier = dossier
    }
}

/// What happens to an order's job.
///
/// An order that is not finished always has exactly one.
public enum Effect: Hashable, Sendable {
    /// Look after the order at this moment: whatever it needs then follows from its stage.
    case wake(OrderNumber, at: Moment)
    /// Nothing is left to do.
    case rest(OrderNumber)

    /// The order.
    public var order: OrderNumber {
        switch self {
        case .wake(let order, _), .rest(let order): order
        }
    }
}

/// What an input came to.
public enum Reply: Hashable, Sendable {
    /// Nothing had to change: it was known, or it does not matter any more.
    case nothingToDo
    /// It is in the log.
    case recorded
    /// A new order.
    case opened(OrderNumber)
    /// The order that is under way already.
    case resumed(OrderNumber)
    /// It was not done.
    case refused(Refusal)
}

/// Why something was not done.
///
/// Nothing has changed then.
public enum Refusal: String, CaseIterable, Hashable, Sendable {
    /// There is no such order.
    case noSuchOrder = "no-such-order"
    /// The bill is paid through this program.
    case alreadyPaid = "already-paid"
    /// An earlier order for the bill has to be proven dead first; it is being closed.
    case earlierOrderClosing = "earlier-order-closing"
    /// The bill asks for nothing.
    case nothingToPay = "nothing-to-pay"
    /// The city takes no new payments.
    case cityTakesNoPayments = "city-takes-no-payments"
    /// More would go back than was paid.
    case moreThanPaid = "more-than-paid"
    /// It is open whether the bureau has been told: wait until that is known.
    case syncInTheAir = "sync-in-the-air"
    /// A decision needs evidence.
    case evidenceMissing = "evidence-missing"
    /// So large a sum takes two persons.
    case secondPersonMissing = "second-person-missing"
    /// Another request had the same key: send it under a key of its own.
    case keyTaken = "key-taken"
    /// The provider's number belongs to another bill's payment: a matter for people.
    case numberTaken = "number-taken"
    /// It is not a legal move from where the order is.
    case notNow = "not-now"
}
