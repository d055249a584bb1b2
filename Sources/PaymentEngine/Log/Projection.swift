import CanonicalJSON
import CivilTime
import Money
import ServiceConfig

extension Dossier {
    /// What the records of a log make of a bill.
    ///
    /// - Throws: ``IllegalEvent`` where a record cannot have happened.
    public init(_ id: DossierID, folding records: some Sequence<Record>) throws(IllegalEvent) {
        self.init(id)
        for record in records { try apply(record.event, at: record.at) }
    }

    /// The projection that stores keep beside the log: the same records give the same bytes.
    public var canonicalBytes: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 256 + 1024 * orders.count)
        writer.object { writer in
            writer.object("accounts") { writer in
                writer.integer("bureau", balances.bureau)
                writer.integer("clearing", balances.clearing)
                writer.integer("payer", balances.payer)
                writer.integer("refund", balances.refund)
            }
            writer.string("dossier", id.description)
            writer.array("orders") { writer in
                for order in orders { order.write(to: &writer) }
            }
            writer.integer("version", Int64(version))
        }
        return writer.bytes
    }
}

extension Order {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.integer("amount", bill.amount.fen)
            if isAtRest { writer.true("at-rest") }
            writer.string("city", bill.city)
            if let closeReason { writer.string("close-reason", closeReason.rawValue) }
            writer.string("config", config.description)
            if let conflict { writer.string("conflict", conflict.rawValue) }
            writer.moment("created", createdAt)
            if !discrepancies.isEmpty {
                writer.array("discrepancies") { writer in
                    for discrepancy in discrepancies { discrepancy.write(to: &writer) }
                }
            }
            if isExpunged { writer.true("expunged") }
            writer.string("fee", bill.feeName)
            writer.array("flags") { writer in
                for flag in flags { writer.string(flag.rawValue) }
            }
            if let listedOn { writer.string("listed", listedOn.description) }
            writer.string("order", number.description)
            if let payment {
                writer.object("payment") { writer in
                    for (key, value) in payment.members() {
                        writer.key(key)
                        writer.value(value)
                    }
                }
            }
            writer.string("personal", personal.digest.description)
            if let prepay {
                writer.object("prepay") { writer in
                    writer.moment("expires", prepay.expiresAt)
                    writer.string("handle", prepay.handle)
                }
            }
            writer.array("refunds") { writer in
                for refund in refunds { refund.write(to: &writer) }
            }
            writer.string("stage", stage.rawValue)
            writer.moment("stage-since", stageSince)
            writer.string("sync", sync.rawValue)
            if let syncDueSince { writer.moment("sync-due-since", syncDueSince) }
            writer.integer("sync-rounds", Int64(syncRounds))
            writer.moment("sync-since", syncSince)
        }
    }
}

extension Discrepancy {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.string("kind", kind.rawValue)
            if let refund { writer.integer("refund", Int64(refund)) }
            writer.moment("since", since)
            writer.string("stage", stage.rawValue)
        }
    }
}

extension Refund {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.integer("amount", amount.fen)
            if let channel { writer.string("channel", channel.rawValue) }
            writer.string("reason", reason.rawValue)
            writer.string("refund", number.description)
            if let renews { writer.integer("renews", Int64(renews)) }
            writer.string("stage", stage.rawValue)
            writer.moment("stage-since", stageSince)
        }
    }
}

/// Members, in the order in which they are to be written: ascending, as ``JSONWriter`` asks.
extension JSONWriter {
    mutating func string(_ key: String, _ value: String) {
        self.key(key)
        string(value)
    }

    mutating func integer(_ key: String, _ value: Int64) {
        self.key(key)
        integer(value)
    }

    mutating func moment(_ key: String, _ value: Moment) {
        integer(key, value.milliseconds)
    }

    mutating func `true`(_ key: String) {
        self.key(key)
        bool(true)
    }

    mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        object(body)
    }

    mutating func array(_ key: String, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        array(body)
    }
}
