import CanonicalJSON
import CivilTime
import Money
import ServiceConfig

/// How facts are written in the log: the word of the kind as `fact`, and what belongs to it beside it.
extension Fact {
    /// The members beside `fact`, in ascending order of their keys.
    var members: [(String, JSONValue)] {
        switch self {
        case .orderCreated(let terms):
            [
                ("amount", JSONValue(terms.bill.amount)), ("city", .string(terms.bill.city)),
                ("config", .string(terms.config.description)), ("fee", .string(terms.bill.feeName)),
                ("personal", .string(terms.personal.digest.description)),
            ]
        case .providerAccepted(let prepay):
            [("expires", JSONValue(prepay.expiresAt)), ("handle", .string(prepay.handle))]
        case .paidConfirmed(let payment, let source):
            payment.members(source)
        case .closeIntended(let reason):
            [("reason", .string(reason.rawValue))]
        case .syncConflict(let reason):
            [("reason", .string(reason.rawValue))]
        case .syncResolved(let approval):
            approval.members
        case .refundRequested(let index, let amount, let reason, let renews):
            [
                ("amount", JSONValue(amount)), ("reason", .string(reason.rawValue)), ("refund", .integer(Int64(index))),
            ] + (renews.map { [("renews", .integer(Int64($0)))] } ?? [])
        case .refundAccepted(let index), .refundAbnormal(let index), .refundClosed(let index),
            .refundRejected(let index):
            [("refund", .integer(Int64(index)))]
        case .refundSucceeded(let index, let channel):
            [("channel", .string(channel.rawValue)), ("refund", .integer(Int64(index)))]
        case .refundRedirected(let index, let approval), .refundHandedToTreasury(let index, let approval),
            .refundSettledByHand(let index, let approval):
            approval.members + [("refund", .integer(Int64(index)))]
        case .discrepancyFound(let kind, let refund), .discrepancySettled(let kind, let refund):
            [("kind", .string(kind.rawValue))] + Self.member(refund)
        case .discrepancyExplained(let kind, let refund, let approval):
            [("evidence", .string(approval.evidence)), ("kind", .string(kind.rawValue))]
                + approval.members.filter { $0.0 == "persons" } + Self.member(refund)
        case .paymentListed(let day):
            [("day", .string(day.description))]
        case .flagged(let flag):
            [("flag", .string(flag.rawValue))]
        case .submitIntended, .orderAbandoned, .paymentSuspected, .paymentRuledOut, .closedConfirmed, .laidToRest,
            .syncDue, .syncIntended, .syncReadBack, .syncNotShown, .expunged:
            []
        }
    }

    private static func member(_ refund: Int?) -> [(String, JSONValue)] {
        refund.map { [("refund", .integer(Int64($0)))] } ?? []
    }

    /// Reads the fact that a record's members tell.
    init(_ members: Members) throws(MalformedRecord) {
        let kind: Kind = try members.word("fact")
        switch kind {
        case .orderCreated: self = .orderCreated(try OrderTerms(members))
        case .submitIntended: self = .submitIntended
        case .orderAbandoned: self = .orderAbandoned
        case .providerAccepted:
            self = .providerAccepted(
                Prepay(handle: try members.text("handle"), expiresAt: try members.moment("expires"))
            )
        case .paymentSuspected: self = .paymentSuspected
        case .paymentRuledOut: self = .paymentRuledOut
        case .paidConfirmed: self = .paidConfirmed(try Payment(members), try members.word("source"))
        case .closeIntended: self = .closeIntended(try members.word("reason"))
        case .closedConfirmed: self = .closedConfirmed
        case .laidToRest: self = .laidToRest
        case .syncDue: self = .syncDue
        case .syncIntended: self = .syncIntended
        case .syncReadBack: self = .syncReadBack
        case .syncNotShown: self = .syncNotShown
        case .syncConflict: self = .syncConflict(try members.word("reason"))
        case .syncResolved: self = .syncResolved(try Approval(members))
        case .refundRequested:
            self = .refundRequested(
                try members.index("refund"),
                try members.amount("amount"),
                try members.word("reason"),
                renews: try members.optionalIndex("renews")
            )
        case .refundAccepted: self = .refundAccepted(try members.index("refund"))
        case .refundSucceeded: self = .refundSucceeded(try members.index("refund"), try members.word("channel"))
        case .refundAbnormal: self = .refundAbnormal(try members.index("refund"))
        case .refundClosed: self = .refundClosed(try members.index("refund"))
        case .refundRejected: self = .refundRejected(try members.index("refund"))
        case .refundRedirected: self = .refundRedirected(try members.index("refund"), try Approval(members))
        case .refundHandedToTreasury: self = .refundHandedToTreasury(try members.index("refund"), try Approval(members))
        case .refundSettledByHand: self = .refundSettledByHand(try members.index("refund"), try Approval(members))
        case .discrepancyFound:
            self = .discrepancyFound(try members.word("kind"), refund: try members.optionalIndex("refund"))
        case .discrepancySettled:
            self = .discrepancySettled(try members.word("kind"), refund: try members.optionalIndex("refund"))
        case .discrepancyExplained:
            self = .discrepancyExplained(
                try members.word("kind"),
                refund: try members.optionalIndex("refund"),
                try Approval(members)
            )
        case .paymentListed: self = .paymentListed(try members.day("day"))
        case .flagged: self = .flagged(try members.word("flag"))
        case .expunged: self = .expunged
        }
    }
}

extension Members {
    fileprivate func index(_ key: String) throws(MalformedRecord) -> Int {
        let integer = try integer(key)
        guard integer > 0 else { throw MalformedRecord(what: key) }
        return Int(integer)
    }

    fileprivate func optionalIndex(_ key: String) throws(MalformedRecord) -> Int? {
        has(key) ? try index(key) : nil
    }
}

extension OrderTerms {
    fileprivate init(_ members: Members) throws(MalformedRecord) {
        self.init(
            bill: Bill(
                city: try members.text("city"),
                feeName: try members.text("fee"),
                amount: try members.amount("amount")
            ),
            config: ConfigVersion(try members.text("config")),
            personal: SealedCommitment(try members.digest("personal"))
        )
    }
}

extension Payment {
    /// The members in ascending order of their keys; who says so among them, where that is given.
    func members(_ source: StatementSource? = nil) -> [(String, JSONValue)] {
        let saidBy = source.map { [("source", JSONValue.string($0.rawValue))] } ?? []
        return [("amount", JSONValue(amount)), ("instrument", .string(instrument))] + saidBy
            + [("succeeded", JSONValue(succeededAt)), ("transaction", .string(transaction.description))]
    }

    fileprivate init(_ members: Members) throws(MalformedRecord) {
        self.init(
            transaction: TransactionID(try members.text("transaction")),
            amount: try members.amount("amount"),
            instrument: try members.text("instrument"),
            succeededAt: try members.moment("succeeded")
        )
    }
}

extension Approval {
    var members: [(String, JSONValue)] {
        [("evidence", .string(evidence)), ("persons", .array(persons.map(JSONValue.string)))]
    }

    init(_ members: Members) throws(MalformedRecord) {
        self.init(persons: try members.texts("persons"), evidence: try members.text("evidence"))
    }
}
