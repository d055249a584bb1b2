import CanonicalJSON

extension Reply {
    /// The bytes kept as the answer to a request.
    public var canonicalBytes: [UInt8] {
        let json: JSONValue =
            switch self {
            case .nothingToDo: ["reply": "nothing-to-do"]
            case .recorded: ["reply": "recorded"]
            case .opened(let order): ["order": .string(order.description), "reply": "opened"]
            case .resumed(let order): ["order": .string(order.description), "reply": "resumed"]
            case .refused(let refusal): ["refusal": .string(refusal.rawValue), "reply": "refused"]
            }
        return json.canonicalBytes
    }

    /// Reads what ``canonicalBytes`` wrote.
    public init(canonical bytes: [UInt8]) throws(MalformedRecord) {
        let members = try Members(bytes)
        switch try members.text("reply") {
        case "nothing-to-do": self = .nothingToDo
        case "recorded": self = .recorded
        case "opened": self = .opened(try members.order("order"))
        case "resumed": self = .resumed(try members.order("order"))
        case "refused": self = .refused(try members.word("refusal"))
        default: throw MalformedRecord(what: "reply")
        }
    }
}

extension Members {
    fileprivate func order(_ key: String) throws(MalformedRecord) -> OrderNumber {
        guard let order = OrderNumber(try text(key)) else { throw MalformedRecord(what: key) }
        return order
    }
}
