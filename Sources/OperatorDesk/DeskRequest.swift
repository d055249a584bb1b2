public import CanonicalJSON
public import Money

/// What an operator asks of a running service.
public enum DeskRequest: Hashable, Sendable {
    /// The orders, of one city or of all, and perhaps only those that are not finished.
    case orders(city: String?, openOnly: Bool)
    /// The cases, of one city or of all.
    case cases(city: String?)
    /// The books of days, of one city or of all.
    case books(city: String?)
    /// A decision.
    case decide(DeskDecision)

    /// The version of what is said between a desk and its operators.
    public static let version: Int64 = 1

    /// Reads what ``json`` writes.
    ///
    /// - Throws: ``DeskRefusal``, where it is another version's request or none.
    public init(_ json: JSONValue) throws(DeskRefusal) {
        let fields = try Fields(json)
        let version = try fields.integer("desk")
        guard version == Self.version else { throw .otherVersion(version) }
        switch try fields.text("ask") {
        case "orders":
            self = .orders(city: try fields.optionalText("city"), openOnly: try fields.bool("openOnly"))
        case "cases": self = .cases(city: try fields.optionalText("city"))
        case "books": self = .books(city: try fields.optionalText("city"))
        case "decide": self = .decide(try DeskDecision(fields))
        case let word: throw .unreadable("nobody can be asked to '\(word)'")
        }
    }

    /// The request as a document.
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [("desk", .integer(Self.version))]
        switch self {
        case .orders(let city, let openOnly):
            members += [
                ("ask", "orders"), ("city", city.map(JSONValue.string) ?? .null), ("openOnly", .bool(openOnly)),
            ]
        case .cases(let city): members += [("ask", "cases"), ("city", city.map(JSONValue.string) ?? .null)]
        case .books(let city): members += [("ask", "books"), ("city", city.map(JSONValue.string) ?? .null)]
        case .decide(let decision): members += [("ask", "decide")] + decision.members
        }
        return .object(JSONObject(members))
    }
}

/// What persons decide about a case, and on what evidence.
public struct DeskDecision: Hashable, Sendable {
    /// The case.
    public var name: CaseName
    /// One of the actions that its sheet offers.
    public var action: String
    /// How much is given back, where that is less than all; nothing for all that is left, and for other actions.
    public var amount: Amount?
    /// Who decides, by the names the service knows its operators by.
    public var persons: [String]
    /// Where the evidence is: a reference into the bureau's or the bank's papers, without personal data.
    public var evidence: String
    /// The same for every try of one decision, and never used for another.
    public var key: String

    /// A decision.
    public init(
        _ name: CaseName,
        action: String,
        amount: Amount? = nil,
        persons: [String],
        evidence: String,
        key: String
    ) {
        self.name = name
        self.action = action
        self.amount = amount
        self.persons = persons
        self.evidence = evidence
        self.key = key
    }

    fileprivate init(_ fields: Fields) throws(DeskRefusal) {
        self.name = try fields.caseName("case")
        self.action = try fields.text("action")
        self.persons = try fields.texts("persons")
        self.evidence = try fields.text("evidence")
        self.key = try fields.text("key")
        guard !key.isEmpty else { throw .unreadable("'key' is empty") }
        guard let fen = try fields.optionalInteger("fen") else { return }
        guard let amount = Amount(fen: fen), amount > .zero else { throw .unreadable("'fen' is no amount") }
        self.amount = amount
    }

    fileprivate var members: [(String, JSONValue)] {
        [
            ("action", .string(action)), ("case", .string(name.description)), ("evidence", .string(evidence)),
            ("fen", amount.map { .integer($0.fen) } ?? .null), ("key", .string(key)),
            ("persons", .array(persons.map(JSONValue.string))),
        ]
    }
}
