import CanonicalJSON
import CivilTime
import Money
public import ServiceConfig

/// A fact in the log of a day's books: when it was committed, and the digest that chains it to the one before.
public struct BookDayRecord: Hashable, Sendable {
    /// Which fact of its day, from 1.
    public var sequence: Int
    /// When it was committed.
    public var at: Moment
    /// What happened.
    public var fact: BookDayFact
    /// The digest of the record before, and of this one's bytes.
    public var digest: Digest

    /// A record read from a store.
    public init(sequence: Int, at moment: Moment, fact: BookDayFact, digest: Digest) {
        self.sequence = sequence
        self.at = moment
        self.fact = fact
        self.digest = digest
    }

    /// The one way to write the record, without its digest.
    public var canonicalBytes: [UInt8] {
        let frame: [(String, JSONValue)] = [
            ("at", JSONValue(at)), ("fact", .string(fact.kind.rawValue)), ("sequence", .integer(Int64(sequence))),
        ]
        return JSONValue.object(JSONObject(frame + fact.members)).canonicalBytes
    }

    /// Reads what ``canonicalBytes`` wrote.
    public init(canonical bytes: [UInt8], digest: Digest) throws(MalformedRecord) {
        let members = try Members(bytes)
        self.init(
            sequence: Int(try members.integer("sequence")),
            at: try members.moment("at"),
            fact: try BookDayFact(members),
            digest: digest
        )
    }

    /// What the first record of a day is chained to.
    public static func origin(of day: BookDayID, _ sha256: SHA256Function) -> Digest {
        sha256(Array("visafee.books/1 \(day)".utf8))
    }

    /// The digest of this record after one with the digest `previous`.
    public func digest(after previous: Digest, _ sha256: SHA256Function) -> Digest {
        sha256(Array(previous.description.utf8) + canonicalBytes)
    }

    /// The records of facts that happen to books at a version, chained to their head.
    static func records(
        of facts: [BookDayFact],
        after version: Int,
        head: Digest,
        at moment: Moment,
        _ sha256: SHA256Function
    ) -> [BookDayRecord] {
        var previous = head
        return facts.enumerated().map { offset, fact in
            var record = BookDayRecord(sequence: version + offset + 1, at: moment, fact: fact, digest: previous)
            record.digest = record.digest(after: previous, sha256)
            previous = record.digest
            return record
        }
    }
}

extension BookDayFact {
    fileprivate var members: [(String, JSONValue)] {
        switch self {
        case .dayCompared(let comparison): comparison.members
        case .dayReopened(let approval), .dayAccepted(let approval): approval.members
        case .dayBegun, .daySettled, .dayAged: []
        }
    }

    fileprivate init(_ members: Members) throws(MalformedRecord) {
        let kind: Kind = try members.word("fact")
        switch kind {
        case .dayBegun: self = .dayBegun
        case .dayCompared: self = .dayCompared(try BookDayComparison(members))
        case .daySettled: self = .daySettled
        case .dayAged: self = .dayAged
        case .dayReopened: self = .dayReopened(try Approval(members))
        case .dayAccepted: self = .dayAccepted(try Approval(members))
        }
    }
}

extension BookDayComparison {
    fileprivate var members: [(String, JSONValue)] {
        [
            ("bureau", bureau.json), ("provider", provider.json),
            ("strays", .array(strays.map(\.json))), ("totals", totals.json), ("unsettled", .integer(Int64(unsettled))),
        ]
    }

    fileprivate init(_ members: Members) throws(MalformedRecord) {
        var strays: [Stray] = []
        for stray in try members.objects("strays") { strays.append(try Stray(stray)) }
        self.init(
            provider: try List(members.members("provider")),
            bureau: try List(members.members("bureau")),
            totals: try Reconciliation.Totals(members.members("totals")),
            unsettled: Int(try members.integer("unsettled")),
            strays: strays
        )
    }
}

extension BookDayComparison.List {
    fileprivate var json: JSONValue {
        switch self {
        case .read(let digest): ["digest": .string(digest.description), "list": "read"]
        case .missing: ["list": "missing"]
        case .unsound(let what): ["contradiction": .string(what), "list": "unsound"]
        }
    }

    fileprivate init(_ members: Members) throws(MalformedRecord) {
        switch try members.text("list") {
        case "read": self = .read(try members.digest("digest"))
        case "missing": self = .missing
        case "unsound": self = .unsound(try members.text("contradiction"))
        default: throw MalformedRecord(what: "list")
        }
    }
}

extension BookDayComparison.Stray {
    fileprivate var json: JSONValue {
        switch subject {
        case .payment(let number):
            ["order": .string(number.description), "outcome": .string(outcome.rawValue)]
        case .refund(let number):
            ["outcome": .string(outcome.rawValue), "refund": .string(number.description)]
        }
    }

    fileprivate init(_ members: Members) throws(MalformedRecord) {
        self.outcome = try members.word("outcome")
        if members.has("order") {
            guard let number = OrderNumber(try members.text("order")) else { throw MalformedRecord(what: "order") }
            self.subject = .payment(number)
        } else {
            guard let number = RefundNumber(try members.text("refund")) else { throw MalformedRecord(what: "refund") }
            self.subject = .refund(number)
        }
    }
}

extension Reconciliation.Totals {
    fileprivate var json: JSONValue {
        [
            "bureau": bureau.json, "elsewhere": elsewhere.json, "log": log.json, "log-refunds": logRefunds.json,
            "provider": provider.json, "provider-refunds": providerRefunds.json,
        ]
    }

    fileprivate init(_ members: Members) throws(MalformedRecord) {
        self.provider = try Reconciliation.Sum(members.members("provider"))
        self.log = try Reconciliation.Sum(members.members("log"))
        self.bureau = try Reconciliation.Sum(members.members("bureau"))
        self.elsewhere = try Reconciliation.Sum(members.members("elsewhere"))
        self.providerRefunds = try Reconciliation.Sum(members.members("provider-refunds"))
        self.logRefunds = try Reconciliation.Sum(members.members("log-refunds"))
    }
}

extension Reconciliation.Sum {
    fileprivate var json: JSONValue { ["count": .integer(Int64(count)), "fen": .integer(fen)] }

    fileprivate init(_ members: Members) throws(MalformedRecord) {
        self.init(count: Int(try members.integer("count")), fen: try members.integer("fen"))
    }
}
