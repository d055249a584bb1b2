public import CivilTime
public import ServiceConfig

/// Whose books of which day.
public struct BookDayID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The city's slug.
    public let city: String
    /// The day in Shanghai.
    public let day: CivilDate

    /// A city's day.
    public init(_ city: String, _ day: CivilDate) {
        self.city = city
        self.day = day
    }

    /// Reads what ``description`` writes.
    public init?(_ text: some StringProtocol) {
        guard let space = text.lastIndex(of: " "), space > text.startIndex,
            let day = CivilDate(text[text.index(after: space)...])
        else { return nil }
        self.init(String(text[..<space]), day)
    }

    /// The city and the day: `guangzhou 2027-03-01`.
    public var description: String { "\(city) \(day)" }

    /// Order of cities, then of days.
    public static func < (left: BookDayID, right: BookDayID) -> Bool {
        (left.city, left.day) < (right.city, right.day)
    }
}

/// How far a day's books have come.
public enum BookDayStage: String, CaseIterable, Hashable, Sendable {
    /// Nobody has begun with them.
    case none
    /// Its lists are not out yet.
    case due
    /// They have been compared, and will be again.
    case open
    /// All sides agree, and no side lists anything late any more.
    case settled
    /// They have stayed open for too long: a person has to look.
    case aged
    /// A person has found out why the sides disagree, with evidence.
    case accepted

    /// Whether nothing is left that runs by itself.
    public var isFinished: Bool { self == .settled || self == .aged || self == .accepted }
}

/// One thing that happened to a day's books.
public enum BookDayFact: Hashable, Sendable {
    case dayBegun
    case dayCompared(BookDayComparison)
    case daySettled
    case dayAged
    case dayReopened(Approval)
    case dayAccepted(Approval)

    /// The kinds of facts, by the words the log writes.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case dayBegun = "day-begun"
        case dayCompared = "day-compared"
        case daySettled = "day-settled"
        case dayAged = "day-aged"
        case dayReopened = "day-reopened"
        case dayAccepted = "day-accepted"
    }

    /// Which kind it is.
    public var kind: Kind {
        switch self {
        case .dayBegun: .dayBegun
        case .dayCompared: .dayCompared
        case .daySettled: .daySettled
        case .dayAged: .dayAged
        case .dayReopened: .dayReopened
        case .dayAccepted: .dayAccepted
        }
    }
}

extension BookDayStage: Axis {
    /// The facts of a day's books.
    public typealias Kind = BookDayFact.Kind

    /// The legal moves of a day's books.
    public static let moves: [Move<BookDayStage>] = [
        Move(.none, .dayBegun, .due),
        Move(.due, .dayCompared, .open),
        Move(.open, .dayCompared, .open),
        Move(.open, .daySettled, .settled),
        Move(.open, .dayAged, .aged),
        Move(.open, .dayAccepted, .accepted),
        Move(.aged, .dayReopened, .open),
        Move(.aged, .dayAccepted, .accepted),
    ]
}

/// What came of comparing a day's lists once.
public struct BookDayComparison: Hashable, Sendable {
    /// A list, as it was when it was compared.
    public enum List: Hashable, Sendable {
        /// It was there; the digest of its entries tells whether it has changed since.
        case read(Digest)
        /// It was not there.
        case missing
        /// It contradicted itself; what about it, as a clause.
        case unsound(String)

        /// Whether it could be used.
        public var isThere: Bool { if case .read = self { true } else { false } }
    }

    /// Something that the lists name and the log has nothing of.
    public struct Stray: Hashable, Comparable, Sendable {
        /// What.
        public var subject: Reconciliation.Subject
        /// How the sides disagree.
        public var outcome: Reconciliation.Outcome

        /// Something that nobody knows.
        public init(subject: Reconciliation.Subject, outcome: Reconciliation.Outcome) {
            self.subject = subject
            self.outcome = outcome
        }

        /// Order of subjects.
        public static func < (left: Stray, right: Stray) -> Bool { left.subject < right.subject }
    }

    /// The provider's bill.
    public var provider: List
    /// The bureau's list.
    public var bureau: List
    /// What each side counts.
    public var totals: Reconciliation.Totals
    /// How many payments and refunds the sides do not agree on, or that cannot be compared yet.
    public var unsettled: Int
    /// Those of them that the log has nothing of: a person has to find out whose they are.
    public var strays: [Stray]

    /// A comparison.
    public init(
        provider: List,
        bureau: List,
        totals: Reconciliation.Totals = Reconciliation.Totals(),
        unsettled: Int = 0,
        strays: [Stray] = []
    ) {
        self.provider = provider
        self.bureau = bureau
        self.totals = totals
        self.unsettled = unsettled
        self.strays = strays
    }

    /// Whether both lists are there.
    public var isComplete: Bool { provider.isThere && bureau.isThere }
    /// Whether both lists are there and all sides agree.
    public var isClean: Bool { isComplete && unsettled == 0 }
}

/// A day's books of a city: what its facts make it, and nothing else.
public struct BookDay: Hashable, Sendable {
    /// Whose, and which day.
    public let id: BookDayID
    /// How many facts there are.
    public private(set) var version = 0
    /// How far they have come.
    public private(set) var stage = BookDayStage.none
    /// When they came to that stage.
    public private(set) var since: Moment?
    /// What the last comparison came to; nothing before the first.
    public private(set) var comparison: BookDayComparison?

    /// Books that nobody has begun with.
    public init(_ id: BookDayID) {
        self.id = id
    }

    /// What facts make of a day's books.
    ///
    /// - Throws: ``IllegalBookDayFact`` where a fact cannot have happened.
    public init(_ id: BookDayID, folding records: some Sequence<BookDayRecord>) throws(IllegalBookDayFact) {
        self.init(id)
        for record in records { try apply(record.fact, at: record.at) }
    }

    /// Lets a fact happen.
    ///
    /// - Throws: ``IllegalBookDayFact`` where no legal move allows it; nothing has changed then.
    public mutating func apply(_ fact: BookDayFact, at moment: Moment) throws(IllegalBookDayFact) {
        guard let next = stage.after(fact.kind) else { throw IllegalBookDayFact(day: id, fact: fact.kind) }
        if next != stage { since = moment }
        stage = next
        version += 1
        if case .dayCompared(let new) = fact { comparison = new }
    }
}

/// A fact that cannot have happened to a day's books.
public struct IllegalBookDayFact: Error, Hashable, Sendable, CustomStringConvertible {
    /// The books.
    public let day: BookDayID
    /// The fact.
    public let fact: BookDayFact.Kind

    /// What cannot have happened, as a clause.
    public var description: String {
        "'\(fact.rawValue)' is not a legal move of the books of \(day); restore the log from a backup"
    }
}
