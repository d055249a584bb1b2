public import CanonicalJSON
public import CivilTime
import Money
public import PaymentEngine

/// An order as operators see it: no name and no receipt number, which the log does not hold.
public struct OrderSheet: Hashable, Sendable {
    /// A refund, in fen, and its stage.
    public struct Refund: Hashable, Sendable {
        /// How much.
        public var fen: Int64
        /// How far it has come, in the log's word.
        public var stage: String
    }

    /// The order's number.
    public var order: String
    /// The city's slug.
    public var city: String
    /// What the bill asks for, in fen.
    public var fen: Int64
    /// Whether nothing remains to be done.
    public var isFinished: Bool
    /// How far the taking of money has come, in the log's word.
    public var stage: String
    /// How far the bureau shows it, in the log's word.
    public var sync: String
    /// Its refunds, in order of their numbers.
    public var refunds: [Refund]
    /// What a person ought to see.
    public var flags: [String]

    /// The sheet of an order.
    public init(_ order: Order) {
        self.order = order.number.description
        self.city = order.bill.city
        self.fen = order.bill.amount.fen
        self.isFinished = order.isFinished
        self.stage = order.stage.rawValue
        self.sync = order.sync.rawValue
        self.refunds = order.refunds.map { Refund(fen: $0.amount.fen, stage: $0.stage.rawValue) }
        self.flags = order.flags.map(\.rawValue)
    }

    /// Reads what ``json`` writes.
    ///
    /// - Throws: ``DeskRefusal``, where it is no sheet.
    public init(_ json: JSONValue) throws(DeskRefusal) {
        let fields = try Fields(json)
        self.order = try fields.text("order")
        self.city = try fields.text("city")
        self.fen = try fields.integer("amountFen")
        self.isFinished = try fields.bool("finished")
        self.stage = try fields.text("stage")
        self.sync = try fields.text("sync")
        self.refunds = []
        for refund in try fields.array("refunds") {
            let fields = try Fields(refund)
            refunds.append(Refund(fen: try fields.integer("amountFen"), stage: try fields.text("stage")))
        }
        self.flags = try fields.texts("flags")
    }

    /// The sheet as a document.
    public var json: JSONValue {
        [
            "amountFen": .integer(fen), "city": .string(city), "finished": .bool(isFinished),
            "flags": .array(flags.map(JSONValue.string)), "order": .string(order),
            "refunds": .array(refunds.map { ["amountFen": .integer($0.fen), "stage": .string($0.stage)] }),
            "stage": .string(stage), "sync": .string(sync),
        ]
    }
}

/// A case as operators see it.
public struct CaseSheet: Hashable, Sendable {
    /// What it is called.
    public var name: CaseName
    /// The city's slug.
    public var city: String
    /// What was paid, in fen; nothing where it is about a day's books.
    public var fen: Int64?
    /// Since when a person is needed.
    public var since: Moment
    /// What contradicts itself, or what is stray, as clauses.
    public var details: [String]
    /// What may be decided now, by the words of ``PaymentEngine/PersonDecision/word``.
    public var actions: [String]
    /// How many persons have to stand for a decision.
    public var persons: Int

    /// Reads what ``json`` writes.
    ///
    /// - Throws: ``DeskRefusal``, where it is no sheet.
    public init(_ json: JSONValue) throws(DeskRefusal) {
        let fields = try Fields(json)
        self.name = try fields.caseName("case")
        self.city = try fields.text("city")
        self.fen = try fields.optionalInteger("paidFen")
        self.since = Moment(milliseconds: try fields.integer("sinceMilliseconds"))
        self.details = try fields.texts("details")
        self.actions = try fields.texts("actions")
        self.persons = Int(try fields.integer("persons"))
    }

    private init(_ found: Case, in order: Order) {
        self.name = .order(found.order, found.refund, found.reason)
        self.city = order.bill.city
        self.fen = order.payment?.amount.fen
        self.since = found.since
        self.details = []
        self.actions = found.actions.map(\.word)
        self.persons = found.persons
    }

    private init(_ found: BookDayCase) {
        self.name = .day(found.id, found.reason)
        self.city = found.id.city
        self.since = found.since
        self.details = found.details
        self.actions = found.actions.map(\.rawValue)
        self.persons = found.persons
    }

    /// The cases of a bill.
    public static func sheets(
        of dossier: Dossier,
        by calendar: WorkingDayCalendar,
        _ rules: Rules = .standard,
        at now: Moment
    ) -> [CaseSheet] {
        dossier.cases(by: calendar, rules, at: now).compactMap { found in
            dossier.order(found.order).map { CaseSheet(found, in: $0) }
        }
    }

    /// The cases of a day's books.
    public static func sheets(of day: BookDay, _ rules: Rules = .standard, at now: Moment) -> [CaseSheet] {
        day.cases(rules, at: now).map { CaseSheet($0) }
    }

    /// The sheet as a document.
    public var json: JSONValue {
        [
            "actions": .array(actions.map(JSONValue.string)), "case": .string(name.description), "city": .string(city),
            "details": .array(details.map(JSONValue.string)), "paidFen": fen.map(JSONValue.integer) ?? .null,
            "persons": .integer(Int64(persons)), "since": .string(since.text),
            "sinceMilliseconds": .integer(since.milliseconds),
        ]
    }
}

extension Moment {
    /// The moment as the clock on a wall in China shows it, to the second.
    public var text: String {
        Instant(unixSeconds: milliseconds / 1000)?.description ?? "\(milliseconds) ms"
    }
}

extension PersonDecision {
    /// The word an operator decides it by.
    public var word: String {
        switch self {
        case .refund: "refund"
        case .retrySync: "retry-sync"
        case .resolveSync: "resolve-sync"
        case .redirectRefund: "redirect-refund"
        case .handToTreasury: "hand-to-treasury"
        case .settleByHand: "settle-by-hand"
        case .reopenSync: "reopen-sync"
        case .explain: "explain"
        }
    }
}
