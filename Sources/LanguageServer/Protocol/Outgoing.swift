public import CanonicalJSON

/// Builds what the server sends.
enum Outgoing {
    static func result(_ id: RequestID, _ result: JSONValue) -> JSONValue {
        ["id": id.json, "jsonrpc": "2.0", "result": result]
    }

    static func error(_ id: RequestID?, _ error: JSONValue) -> JSONValue {
        ["error": error, "id": id?.json ?? .null, "jsonrpc": "2.0"]
    }

    static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
        ["jsonrpc": "2.0", "method": .string(method), "params": params]
    }

    static func request(_ id: String, _ method: String, _ params: JSONValue) -> JSONValue {
        ["id": .string(id), "jsonrpc": "2.0", "method": .string(method), "params": params]
    }
}

extension JSONValue {
    /// The message with its headers, as it goes to the client.
    public var framed: [UInt8] {
        let body = canonicalBytes
        return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }
}
