import FoundationEssentials

/// A value of JSON as a client sent it: any keys, any numbers.
enum IncomingValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number that is no whole one; the protocol has no use for any.
    case otherNumber
    case string(String)
    case array([IncomingValue])
    case object([String: IncomingValue])

    /// Reads a document; nothing where the bytes are none.
    init?(_ bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(IncomingValue.self, from: Data(bytes)) else { return nil }
        self = value
    }

    /// The value of a key; nothing where this is no object, or has no such key, or `null` there.
    subscript(_ key: String) -> IncomingValue? {
        guard case .object(let members) = self, let value = members[key] else { return nil }
        if case .null = value { return nil }
        return value
    }

    /// The value that several keys lead to.
    subscript(_ first: String, _ rest: String...) -> IncomingValue? {
        rest.reduce(self[first]) { $0?[$1] }
    }

    /// The text, where it is one.
    var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    /// The whole number, where it is one.
    var integer: Int? {
        if case .integer(let integer) = self { Int(integer) } else { nil }
    }

    /// The truth value, where it is one.
    var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }

    /// The elements, where it is a list.
    var array: [IncomingValue]? {
        if case .array(let array) = self { array } else { nil }
    }
}

extension IncomingValue: Decodable {
    /// Reads whatever stands there.
    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: AnyKey.self) {
            self = .object(
                try members.allKeys.reduce(into: [:]) { object, key in
                    object[key.stringValue] = try members.decode(IncomingValue.self, forKey: key)
                }
            )
            return
        }
        let single = try decoder.singleValueContainer()
        if let string = try? single.decode(String.self) {
            self = .string(string)
        } else if let integer = try? single.decode(Int64.self) {
            self = .integer(integer)
        } else if let bool = try? single.decode(Bool.self) {
            self = .bool(bool)
        } else if single.decodeNil() {
            self = .null
        } else if (try? single.decode(Double.self)) != nil {
            self = .otherNumber
        } else {
            self = .array(try single.decode([IncomingValue].self))
        }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue _: Int) { nil }
    }
}
