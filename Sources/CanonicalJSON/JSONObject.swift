/// The members of a JSON object, in ascending order of their keys.
///
/// A key consists of printable ASCII characters other than `"` and `\`. Then the order of bytes is the order of
/// RFC 8785, and a key never needs an escape.
public struct JSONObject: Hashable, Sendable {
    private var keys: [String] = []
    private var values: [JSONValue] = []

    /// An object without members.
    public init() {}

    /// The object with these members, given in any order; no key may appear twice.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        let sorted = members.sorted { Self.isAscending($0.0, $1.0) }
        keys.reserveCapacity(sorted.count)
        values.reserveCapacity(sorted.count)
        for (key, value) in sorted {
            precondition(Self.isKey(key), "a key is printable ASCII without '\"' and '\\'")
            precondition(keys.last != key, "a key appears twice")
            append(ascendingKey: key, value)
        }
    }

    /// The value of a key; nil where there is none, and setting nil removes the member.
    public subscript(key: String) -> JSONValue? {
        get {
            let index = indexOfFirstKey(notBefore: key)
            return index < keys.endIndex && keys[index] == key ? values[index] : nil
        }
        set {
            let index = indexOfFirstKey(notBefore: key)
            let isPresent = index < keys.endIndex && keys[index] == key
            switch (newValue, isPresent) {
            case (let value?, true):
                values[index] = value
            case (let value?, false):
                precondition(Self.isKey(key), "a key is printable ASCII without '\"' and '\\'")
                keys.insert(key, at: index)
                values.insert(value, at: index)
            case (nil, true):
                keys.remove(at: index)
                values.remove(at: index)
            case (nil, false):
                break
            }
        }
    }

    /// Puts a member last; its key must be well-formed and come after all others.
    mutating func append(ascendingKey key: String, _ value: JSONValue) {
        keys.append(key)
        values.append(value)
    }

    private func indexOfFirstKey(notBefore key: String) -> Int {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if Self.isAscending(keys[middle], key) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private static func isAscending(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func isKey(_ text: String) -> Bool {
        text.utf8.allSatisfy(\.isKeyCharacter)
    }
}

extension JSONObject: RandomAccessCollection {
    /// The position before all members.
    public var startIndex: Int { 0 }

    /// The position after all members.
    public var endIndex: Int { keys.count }

    /// The member at a position, counted in ascending order of keys.
    public subscript(position: Int) -> (key: String, value: JSONValue) {
        (key: keys[position], value: values[position])
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// The object with these members, written in the source; no key may appear twice.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}
