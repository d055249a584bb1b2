public import CanonicalJSON
public import PaymentEngine

/// One line of a desk's answer: things, then an end or a refusal.
public enum DeskAnswer: Hashable, Sendable {
    /// One of the things that were asked for.
    case item(JSONValue)
    /// That was all.
    case end
    /// It was not done.
    case refused(DeskRefusal)

    /// Reads what ``json`` writes.
    ///
    /// - Throws: ``DeskRefusal``, where it is another version's answer or none.
    public init(_ json: JSONValue) throws(DeskRefusal) {
        let fields = try Fields(json)
        let version = try fields.integer("desk")
        guard version == DeskRequest.version else { throw .otherVersion(version) }
        if let item = fields["item"] {
            self = .item(item)
        } else if fields["refused"] != nil {
            self = .refused(.told(code: try fields.text("refused"), try fields.text("text")))
        } else {
            guard try fields.bool("end") else { throw .unreadable("'end' is false") }
            self = .end
        }
    }

    /// The line as a document.
    public var json: JSONValue {
        switch self {
        case .item(let item): ["desk": .integer(DeskRequest.version), "item": item]
        case .end: ["desk": .integer(DeskRequest.version), "end": true]
        case .refused(let refusal):
            [
                "desk": .integer(DeskRequest.version), "refused": .string(refusal.code),
                "text": .string(refusal.description),
            ]
        }
    }
}

/// Why a desk did not do what it was asked; nothing has changed then, unless that is said.
public enum DeskRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was asked, or answered, cannot be read; what about it, as a clause.
    case unreadable(String)
    /// It is of another version.
    case otherVersion(Int64)
    /// There is no such case, or not any more.
    case noSuchCase(CaseName)
    /// The case does not offer this; what it offers.
    case notOffered(String, [String])
    /// The engine has refused it.
    case refused(Refusal)
    /// The store could not do it.
    case store(StoreFailure)
    /// The other side has said so.
    case told(code: String, String)

    /// A word for programs.
    public var code: String {
        switch self {
        case .unreadable: "unreadable"
        case .otherVersion: "other-version"
        case .noSuchCase: "no-such-case"
        case .notOffered: "not-offered"
        case .refused(let refusal): refusal.rawValue
        case .store: "store"
        case .told(let code, _): code
        }
    }

    /// What it is and what to do, as a clause.
    public var description: String {
        switch self {
        case .unreadable(let what):
            "what was said over the socket cannot be read: \(what)"
        case .otherVersion(let version):
            "the other side speaks version \(version) and this one \(DeskRequest.version): use programs of one release"
        case .noSuchCase(let name):
            "there is no case \(name), or not any more; see 'visafee cases list'"
        case .notOffered(let action, let offered):
            "'\(action)' is not offered by this case now; it offers: "
                + (offered.isEmpty ? "nothing" : offered.joined(separator: ", "))
        case .refused(let refusal):
            refusal.advice
        case .store(let failure):
            "\(failure)"
        case .told(_, let text):
            text
        }
    }
}

extension Refusal {
    /// Why, for an operator, and what to do, as a clause.
    fileprivate var advice: String {
        switch self {
        case .noSuchOrder: "there is no such order"
        case .alreadyPaid: "the bill is paid already"
        case .earlierOrderClosing: "an earlier order for the bill is still being closed; wait"
        case .nothingToPay: "the bill asks for nothing"
        case .cityTakesNoPayments: "the city takes no new payments"
        case .moreThanPaid: "more would go back than was paid; look at the order's refunds and give a smaller amount"
        case .syncInTheAir: "it is open whether the bureau has been told; wait until that is known, and decide then"
        case .evidenceMissing: "a decision needs a person and evidence: say who decides, and where it is written"
        case .secondPersonMissing: "this takes two persons: name a second one"
        case .keyTaken: "another decision had the same key; decide anew"
        case .numberTaken: "the provider's number belongs to another bill's payment"
        case .notNow: "it is not a legal move from where things are now; see 'visafee cases list'"
        }
    }
}
