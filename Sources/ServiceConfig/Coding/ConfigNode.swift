import CanonicalJSON

/// A value in a generated file being read, with the path that leads to it, so that a refusal can say where.
struct ConfigNode {
    let value: JSONValue
    /// Nothing while nobody keeps account of the way.
    private let path: String?

    private init(value: JSONValue, path: String?) {
        self.value = value
        self.path = path
    }

    /// Reads a whole file.
    ///
    /// Paths are worth their price only to a refusal: the first reading goes without, and where it is
    /// refused a second one finds the place.
    static func read<Result>(
        _ value: JSONValue,
        _ read: (ConfigNode) throws(ConfigRefusal) -> Result
    ) throws(ConfigRefusal) -> Result {
        do throws(ConfigRefusal) {
            return try read(ConfigNode(value: value, path: nil))
        } catch {
            return try read(ConfigNode(value: value, path: ""))
        }
    }

    /// A value inside this one.
    fileprivate func child(_ value: JSONValue, _ key: some CustomStringConvertible) -> ConfigNode {
        ConfigNode(value: value, path: path.map { "\($0)/\(key)" })
    }

    /// A refusal at this place.
    func refuse(_ expected: String) -> ConfigRefusal {
        refuse(because: "expected \(expected)")
    }

    /// A refusal at this place, in other words.
    func refuse(because explanation: String) -> ConfigRefusal {
        ConfigRefusal(.malformed, explanation, path: path.map { $0.isEmpty ? "/" : $0 })
    }

    func string() throws(ConfigRefusal) -> String {
        guard case .string(let string) = value else { throw refuse("text") }
        return string
    }

    func integer() throws(ConfigRefusal) -> Int {
        guard case .integer(let integer) = value else { throw refuse("a whole number") }
        return Int(integer)
    }

    func list<Element>(
        _ read: (ConfigNode) throws(ConfigRefusal) -> Element
    ) throws(ConfigRefusal) -> [Element] {
        guard case .array(let values) = value else { throw refuse("a list") }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            try elements.append(read(child(value, index)))
        }
        return elements
    }

    /// An object's members in the order of their keys, whatever the keys are.
    func members<Element>(
        _ read: (String, ConfigNode) throws(ConfigRefusal) -> Element
    ) throws(ConfigRefusal) -> [Element] {
        guard case .object(let object) = value else { throw refuse("an object") }
        var elements: [Element] = []
        elements.reserveCapacity(object.count)
        for (key, value) in object {
            try elements.append(read(key, child(value, key)))
        }
        return elements
    }

    /// An object's members, all of which must be asked for: a member nobody reads is a refusal, not a silence.
    func record<Result>(
        _ read: (inout ConfigRecord) throws(ConfigRefusal) -> Result
    ) throws(ConfigRefusal) -> Result {
        guard case .object(let object) = value else { throw refuse("an object") }
        var record = ConfigRecord(object, at: self)
        let result = try read(&record)
        try record.finish()
        return result
    }
}

/// The members of an object being read.
struct ConfigRecord {
    /// The object itself.
    let node: ConfigNode
    private let object: JSONObject
    /// The positions of the members asked for.
    ///
    /// No record has as many as 64, so one further back is one nobody knows.
    private var asked: UInt64 = 0

    fileprivate init(_ object: JSONObject, at node: ConfigNode) {
        self.object = object
        self.node = node
    }

    /// A member that must be there.
    mutating func require<Value: ConfigValue>(_ key: String, _: Value.Type = Value.self) throws(ConfigRefusal) -> Value
    {
        try Value.read(requireNode(key))
    }

    /// A member that may be missing.
    mutating func optional<Value: ConfigValue>(
        _ key: String,
        _: Value.Type = Value.self
    ) throws(ConfigRefusal) -> Value? {
        guard let node = optionalNode(key) else { return nil }
        return try Value.read(node)
    }

    /// A list that is left out where it is empty.
    mutating func list<Element: ConfigValue>(_ key: String) throws(ConfigRefusal) -> [Element] {
        try optional(key) ?? []
    }

    /// A flag that is left out where it is false.
    mutating func flag(_ key: String) throws(ConfigRefusal) -> Bool {
        try optional(key) ?? false
    }

    /// A member that must be there, not yet read.
    mutating func requireNode(_ key: String) throws(ConfigRefusal) -> ConfigNode {
        guard let member = optionalNode(key) else { throw node.refuse(because: "'\(key)' is missing") }
        return member
    }

    private mutating func optionalNode(_ key: String) -> ConfigNode? {
        guard let position = object.firstIndex(where: { $0.key == key }) else { return nil }
        asked |= 1 << UInt64(position)
        return node.child(object[position].value, key)
    }

    fileprivate func finish() throws(ConfigRefusal) {
        for (position, member) in object.enumerated() where asked & 1 << UInt64(position) == 0 {
            throw node.refuse(because: "'\(member.key)' is not known to this version")
        }
    }
}
