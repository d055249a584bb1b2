import CanonicalJSON
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
        let json: JSONValue = [
            "accounts": [
                "bureau": .integer(balances.bureau), "clearing": .integer(balances.clearing),
                "payer": .integer(balances.payer), "refund": .integer(balances.refund),
            ],
            "dossier": .string(id.description),
            "orders": .array(orders.map(\.json)),
            "version": .integer(Int64(version)),
        ]
        return json.canonicalBytes
    }
}

extension Order {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "amount": JSONValue(bill.amount), "city": .string(bill.city), "config": .string(config.description),
            "created": JSONValue(createdAt), "fee": .string(bill.feeName),
            "flags": .array(flags.map { .string($0.rawValue) }),
            "order": .string(number.description), "personal": .string(personal.digest.description),
            "refunds": .array(refunds.map(\.json)), "stage": .string(stage.rawValue),
            "stage-since": JSONValue(stageSince), "sync": .string(sync.rawValue),
            "sync-rounds": .integer(Int64(syncRounds)),
            "sync-since": JSONValue(syncSince),
        ]
        object["at-rest"] = isAtRest ? true : nil
        object["close-reason"] = closeReason.map { .string($0.rawValue) }
        object["conflict"] = conflict.map { .string($0.rawValue) }
        object["expunged"] = isExpunged ? true : nil
        object["payment"] = payment.map { .object(JSONObject($0.members)) }
        object["prepay"] = prepay.map { ["expires": JSONValue($0.expiresAt), "handle": .string($0.handle)] }
        object["sync-due-since"] = syncDueSince.map { JSONValue($0) }
        return .object(object)
    }
}

extension Refund {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "amount": JSONValue(amount), "reason": .string(reason.rawValue), "refund": .string(number.description),
            "stage": .string(stage.rawValue), "stage-since": JSONValue(stageSince),
        ]
        object["channel"] = channel.map { .string($0.rawValue) }
        object["renews"] = renews.map { .integer(Int64($0)) }
        return .object(object)
    }
}
