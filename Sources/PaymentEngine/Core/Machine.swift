/// The core: decides what follows from an input, and does nothing.
///
/// ```swift
/// let decision = Machine().decide(about: dossier, .stated(order, .paid(payment), .notification), at: now)
/// ```
///
/// It has no clock, no randomness and no way out. Every input has an answer in every state.
public struct Machine: Sendable {
    /// The rules it decides by.
    public let rules: Rules

    /// A machine.
    public init(rules: Rules = .standard) {
        self.rules = rules
    }

    /// What follows from an input.
    public func decide(about dossier: Dossier, _ input: Input, at now: Moment) -> Decision {
        var draft = Draft(dossier, rules, now)
        switch input {
        case .open(let terms): draft.open(terms)
        case .cityClosed: draft.closeCity()
        case .adopt(let number, let terms, let payment): draft.adopt(number, terms, payment)
        case .submit(let number, let cityTakesPayments):
            draft.with(number) { $0.submit($1, cityTakesPayments: cityTakesPayments) }
        case .cancel(let number): draft.with(number) { $0.close($1, .cancelled) }
        case .payerReturned(let number): draft.with(number) { $0.suspect($1) }
        case .woken(let number): draft.with(number) { $0.wake($1) }
        case .placed(let number, let answer): draft.with(number) { $0.placed($1, answer) }
        case .stated(let number, let statement, let source): draft.with(number) { $0.stated($1, statement, source) }
        case .bureauRead(let number, let reading): draft.with(number) { $0.bureauRead($1, reading) }
        case .refundAnswered(let number, let answer):
            draft.with(number.order) { $0.refundAnswered($1, number.index, answer) }
        case .refundStated(let number, let statement, let source):
            draft.with(number.order) { $0.refundStated($1, number.index, statement, source) }
        case .decided(let number, let decision, let approval):
            draft.with(number) { $0.decided($1, decision, approval) }
        case .adoptRefund(let number, let amount):
            draft.with(number.order) { $0.adoptRefund($1, number.index, amount) }
        case .compared(let number, let refund, let kind, let day):
            draft.with(number) { $0.compared($1, refund, kind, listedOn: day) }
        case .expunge(let number): draft.with(number) { $0.record($1.number, .expunged) }
        }
        return draft.decision
    }
}

/// A decision in the making: each fact takes effect at once, so that what comes next is decided about what is.
struct Draft {
    private(set) var dossier: Dossier
    let rules: Rules
    let now: Moment
    private var events: [Event] = []
    private var hurried: [OrderNumber] = []
    private var reply: Reply?

    /// Whether the input was refused for a reason of its own.
    var hasRefused: Bool { if case .refused = reply { true } else { false } }

    var write: OrderNumber?

    init(_ dossier: Dossier, _ rules: Rules, _ now: Moment) {
        self.dossier = dossier
        self.rules = rules
        self.now = now
    }

    /// Decides about an order, if there is such an order.
    mutating func with(_ number: OrderNumber, _ body: (inout Draft, Order) -> Void) {
        guard let order = dossier.order(number) else { return refuse(.noSuchOrder) }
        body(&self, order)
    }

    /// An order as it is by now.
    func current(_ number: OrderNumber) -> Order? {
        dossier.order(number)
    }

    /// Records a fact where it is a legal move; otherwise nothing happens.
    @discardableResult
    mutating func record(_ number: OrderNumber, _ fact: Fact) -> Bool {
        if let order = dossier.order(number), !rules.allow(fact, for: order) { return false }
        let event = Event(number, fact)
        do {
            try dossier.apply(event, at: now)
        } catch {
            return false
        }
        events.append(event)
        return true
    }

    /// Raises a flag, once.
    mutating func flag(_ number: OrderNumber, _ flag: Flag) {
        record(number, .flagged(flag))
    }

    /// Has an order looked after at once.
    mutating func hurry(_ number: OrderNumber) {
        hurried.append(number)
    }

    /// Says what became of the input.
    mutating func answer(_ reply: Reply) {
        self.reply = reply
    }

    /// Says why nothing became of the input.
    mutating func refuse(_ refusal: Refusal) {
        reply = .refused(refusal)
    }

    /// The decision.
    var decision: Decision {
        var decision = Decision(events: events, dossier: dossier)
        decision.reply = reply ?? (events.isEmpty ? .nothingToDo : .recorded)
        decision.write = write
        for order in dossier.orders where isTouched(order.number) {
            let due = hurried.contains(order.number) ? now : order.due(rules, now)
            decision.effects.append(order.isFinished ? .rest(order.number) : .wake(order.number, at: due))
        }
        return decision
    }

    private func isTouched(_ number: OrderNumber) -> Bool {
        hurried.contains(number) || events.contains { $0.order == number }
    }
}
