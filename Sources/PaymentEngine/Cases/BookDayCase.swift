/// Something about a day's books that only a person can bring forward.
///
/// Like a ``Case`` it is no record of its own: it follows from the books, and is there as long as they say so.
public struct BookDayCase: Hashable, Sendable {
    /// Why a person is needed, the most urgent first.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// The books have stayed open for too long, and are not compared any more.
        case booksAged = "books-aged"
        /// The provider's bill contradicts itself.
        case billUnsound = "bill-unsound"
        /// The provider's bill is not there.
        case billMissing = "bill-missing"
        /// The bureau's list contradicts itself.
        case listUnsound = "list-unsound"
        /// The bureau's list is not there.
        case listMissing = "list-missing"
        /// The lists name payments or refunds that the log has nothing of.
        case strays
    }

    /// What a person may decide about a day's books.
    public enum Action: String, CaseIterable, Hashable, Sendable {
        /// It is known why the sides disagree.
        case accept
        /// Compare them again.
        case reopen
    }

    /// The books.
    public var id: BookDayID
    /// Why.
    public var reason: Reason
    /// Since when.
    public var since: Moment
    /// What contradicts itself, or what is stray, as clauses without personal data.
    public var details: [String]
    /// What may be decided now.
    public var actions: [Action]
    /// How many persons have to stand for it.
    public var persons: Int { 2 }
}

extension BookDay {
    /// What a person has to look at, the most urgent first.
    public func cases(_ rules: Rules = .standard, at now: Moment) -> [BookDayCase] {
        guard let since, let comparison, stage == .open || stage == .aged else { return [] }
        var reasons: [(BookDayCase.Reason, [String])] = stage == .aged ? [(.booksAged, [])] : []
        switch comparison.provider {
        case .read: break
        case .missing: reasons.append((.billMissing, []))
        case .unsound(let what): reasons.append((.billUnsound, [what]))
        }
        switch comparison.bureau {
        case .read: break
        case .missing: reasons.append((.listMissing, []))
        case .unsound(let what): reasons.append((.listUnsound, [what]))
        }
        if !comparison.strays.isEmpty { reasons.append((.strays, comparison.strays.map(\.clause))) }
        let actions = actions(rules, at: now)
        return reasons.map { reason, details in
            BookDayCase(id: id, reason: reason, since: since, details: details, actions: actions)
        }
    }

    /// What a person may decide now: whatever would not be refused.
    private func actions(_ rules: Rules, at now: Moment) -> [BookDayCase.Action] {
        // Who decides and on what evidence is asked when it is decided; here it is given.
        let approval = Approval(persons: ["first", "second"], evidence: "given")
        return BookDayCase.Action.allCases.filter { action in
            !BookKeeper(rules: rules).decide(about: self, action.input(approval), at: now).facts.isEmpty
        }
    }
}

extension BookDayCase.Action {
    /// What a day's books are told when it is decided.
    public func input(_ approval: Approval) -> BookDayInput {
        switch self {
        case .accept: .accept(approval)
        case .reopen: .reopen(approval)
        }
    }
}

extension BookDayComparison.Stray {
    fileprivate var clause: String {
        switch subject {
        case .payment(let number): "payment \(number): \(outcome.rawValue)"
        case .refund(let number): "refund \(number): \(outcome.rawValue)"
        }
    }
}
