/// A JSON value of the kinds this project writes: no fractions, and integers of at most 53 bits.
///
/// Two values are equal exactly if their canonical bytes are: strings are compared by their bytes, so a composed `é` is
/// not the same as a decomposed one.
public enum JSONValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number within ``JSONWriter/integers``.
    case integer(Int64)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Values by their keys.
    case object(JSONObject)
}

extension JSONValue: Hashable {
    /// Whether both have the same canonical bytes.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.null, _), (.bool, _), (.integer, _), (.string, _), (.array, _), (.object, _): false
        }
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null:
            hasher.combine(0)
        case .bool(let bool):
            hasher.combine(1)
            hasher.combine(bool)
        case .integer(let integer):
            hasher.combine(2)
            hasher.combine(integer)
        case .string(var string):
            hasher.combine(3)
            hasher.combine(string.utf8.count)
            string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        case .array(let array):
            hasher.combine(4)
            hasher.combine(array)
        case .object(let object):
            hasher.combine(5)
            hasher.combine(object)
        }
    }
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    /// A truth value, written in the source.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// A whole number, written in the source.
    public init(integerLiteral value: Int64) {
        self = .integer(value)
    }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// A text, written in the source.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// Values in order, written in the source.
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// Values by their keys, written in the source; no key may appear twice.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
}
