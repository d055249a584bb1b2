import CanonicalJSON

/// The id under which a client waits for an answer.
enum RequestID: Hashable, Sendable {
    case integer(Int64)
    case string(String)

    init?(_ value: IncomingValue?) {
        switch value {
        // What no reader of JSON can be sure of is no id.
        case .integer(let integer) where JSONWriter.integers.contains(integer): self = .integer(integer)
        case .string(let string): self = .string(string)
        default: return nil
        }
    }

    var json: JSONValue {
        switch self {
        case .integer(let integer): .integer(integer)
        case .string(let string): .string(string)
        }
    }
}

/// One message of a client, as far as JSON-RPC goes.
enum Message: Sendable {
    /// It waits for an answer.
    case request(id: RequestID, method: String, params: IncomingValue)
    /// It does not.
    case notification(method: String, params: IncomingValue)
    /// The answer to something this server asked; it asks nothing whose answer matters.
    case response
    /// It is no message; the client is told under the id, if it can be made out.
    case faulty(id: RequestID?, ResponseError)

    init(_ bytes: [UInt8]) {
        guard let value = IncomingValue(bytes) else {
            self = .faulty(id: nil, .parseError)
            return
        }
        self.init(value)
    }

    private init(_ value: IncomingValue) {
        let id = RequestID(value["id"])
        guard case .object(let members) = value else {
            self = .faulty(id: nil, .invalidRequest("a message is one JSON object", "消息应是一个 JSON 对象"))
            return
        }
        guard value["jsonrpc"]?.string == "2.0" else {
            self = .faulty(id: id, .invalidRequest("a message says \"jsonrpc\": \"2.0\"", "消息中应有 \"jsonrpc\": \"2.0\""))
            return
        }
        guard let method = value["method"]?.string else {
            let isResponse = members["method"] == nil && (members["result"] != nil || members["error"] != nil)
            self = isResponse ? .response : .faulty(id: id, .invalidRequest("a message names a method", "消息应指明方法"))
            return
        }
        let params = value["params"] ?? .object([:])
        switch (id, members["id"]) {
        case (let id?, _): self = .request(id: id, method: method, params: params)
        case (nil, nil): self = .notification(method: method, params: params)
        case (nil, _?):
            self = .faulty(id: nil, .invalidRequest("an id is a whole number or a text", "id 应是整数或文本"))
        }
    }
}
