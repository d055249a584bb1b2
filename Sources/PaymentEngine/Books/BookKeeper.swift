public import CivilTime

/// What a day's books are told.
public enum BookDayInput: Hashable, Sendable {
    /// The day is over.
    case begin
    /// Its lists were compared with the log, and what came of it has been told to the core.
    case compared(BookDayComparison)
    /// A person wants them compared again, with evidence of why that may help.
    case reopen(Approval)
    /// A person has found out why the sides disagree, with evidence.
    case accept(Approval)

    var isComparison: Bool { if case .compared = self { true } else { false } }
}

/// What follows for a day's books from an input.
public struct BookDayDecision: Hashable, Sendable {
    /// What happened, in order.
    public var facts: [BookDayFact] = []
    /// When the lists are compared next; nothing where they are not.
    public var due: Moment?
    /// What whoever gave the input is told, once everything is committed.
    public var reply = Reply.nothingToDo
    /// The books afterwards.
    public var day: BookDay
}

/// Decides how it goes on with a day's books: a pure function, like ``Machine``.
public struct BookKeeper: Sendable {
    /// The rules it decides by.
    public let rules: Rules

    /// A keeper of books.
    public init(rules: Rules = .standard) {
        self.rules = rules
    }

    /// What follows from an input.
    public func decide(about day: BookDay, _ input: BookDayInput, at now: Moment) -> BookDayDecision {
        var decision = BookDayDecision(day: day)
        switch input {
        case .begin: record(.dayBegun, &decision, now)
        case .compared(let comparison): compared(comparison, &decision, now)
        case .reopen(let approval): decided(.dayReopened(approval), approval, &decision, now)
        case .accept(let approval): decided(.dayAccepted(approval), approval, &decision, now)
        }
        if !decision.facts.isEmpty { decision.reply = .recorded }
        decision.due = due(decision.day, now)
        return decision
    }

    private func compared(_ comparison: BookDayComparison, _ decision: inout BookDayDecision, _ now: Moment) {
        let day = decision.day
        guard !day.stage.isFinished else { return }
        if rules.holds(.comparisonIsNew, comparison != day.comparison) {
            record(.dayCompared(comparison), &decision, now)
        }
        let age = day.id.day.days(to: now.day)
        if rules.holds(.booksAgree, comparison.isClean), rules.holds(.lateDataOver, age >= rules.lateDays) {
            record(.daySettled, &decision, now)
        } else if rules.holds(.booksTooOld, age >= rules.openDays) {
            record(.dayAged, &decision, now)
        }
    }

    /// A person's decision: it rests on evidence, and as nobody knows how much is at stake two persons stand for it.
    private func decided(
        _ fact: BookDayFact,
        _ approval: Approval,
        _ decision: inout BookDayDecision,
        _ now: Moment
    ) {
        guard rules.holds(.evidenceGiven, !approval.evidence.isEmpty && !approval.persons.isEmpty) else {
            return decision.reply = .refused(.evidenceMissing)
        }
        guard rules.holds(.twoPersons, Set(approval.persons).count >= 2) else {
            return decision.reply = .refused(.secondPersonMissing)
        }
        record(fact, &decision, now)
        if decision.facts.isEmpty { decision.reply = .refused(.notNow) }
    }

    private func record(_ fact: BookDayFact, _ decision: inout BookDayDecision, _ now: Moment) {
        guard rules.allow(fact, for: decision.day), (try? decision.day.apply(fact, at: now)) != nil else { return }
        decision.facts.append(fact)
    }

    /// When the lists are compared next: soon where one is not there, else when the next day's bill is out.
    private func due(_ day: BookDay, _ now: Moment) -> Moment? {
        switch day.stage {
        case .none, .settled, .aged, .accepted: return nil
        case .due: return rules.billIsOut(of: day.id.day, in: day.id.city)
        case .open:
            let today = rules.billIsOut(of: now.day.previous ?? now.day, in: day.id.city)
            let next = today > now ? today : rules.billIsOut(of: now.day, in: day.id.city)
            guard let comparison = day.comparison, comparison.isComplete else {
                return min(now + rules.listRetryTime, next)
            }
            return next
        }
    }
}

extension Rules {
    /// When the provider's bill of a day can be had.
    public func billIsOut(of day: CivilDate, in city: String) -> Moment {
        Moment(startOf: day.next ?? day) + .minutes(Int64(billMinutes[city] ?? billMinute))
    }
}
