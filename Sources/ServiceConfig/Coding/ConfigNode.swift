import CanonicalJSON
import CivilTime
import Vocabulary

/// A value in a config being read, with the path that leads to it, so that a refusal can say where.
struct ConfigNode {
    let value: JSONValue
    let path: String

    /// A refusal at this place.
    func refuse(_ expected: String) -> ConfigRefusal {
        ConfigRefusal(.malformed, "\(path.isEmpty ? "/" : path): expected \(expected)")
    }

    func string() throws(ConfigRefusal) -> String {
        guard case .string(let string) = value else { throw refuse("text") }
        return string
    }

    func integer() throws(ConfigRefusal) -> Int {
        guard case .integer(let integer) = value else { throw refuse("a whole number") }
        return Int(integer)
    }

    func bool() throws(ConfigRefusal) -> Bool {
        guard case .bool(let bool) = value else { throw refuse("true or false") }
        return bool
    }

    func date() throws(ConfigRefusal) -> CivilDate {
        guard let date = try CivilDate(string()) else { throw refuse("a date") }
        return date
    }

    func choice<Choice: RawRepresentable<String>>(_: Choice.Type = Choice.self) throws(ConfigRefusal) -> Choice {
        let text = try string()
        guard let choice = Choice(rawValue: text) else { throw refuse("a word this version knows, not '\(text)'") }
        return choice
    }

    func nationality() throws(ConfigRefusal) -> NationalityCode {
        guard let code = try NationalityCode(string()) else { throw refuse("a nationality's three letters") }
        return code
    }

    func list<Element>(
        _ read: (ConfigNode) throws(ConfigRefusal) -> Element
    ) throws(ConfigRefusal) -> [Element] {
        guard case .array(let values) = value else { throw refuse("a list") }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            try elements.append(read(ConfigNode(value: value, path: "\(path)/\(index)")))
        }
        return elements
    }

    /// An object's members, all of which must be asked for: a member nobody reads is a refusal, not a silence.
    func record<Result>(
        _ read: (inout ConfigRecord) throws(ConfigRefusal) -> Result
    ) throws(ConfigRefusal) -> Result {
        guard case .object(let object) = value else { throw refuse("an object") }
        var record = ConfigRecord(object: object, path: path)
        let result = try read(&record)
        try record.finish()
        return result
    }

    /// An object whose keys are words.
    func map<Element>(
        _ read: (ConfigNode) throws(ConfigRefusal) -> Element
    ) throws(ConfigRefusal) -> [String: Element] {
        guard case .object(let object) = value else { throw refuse("an object") }
        var elements: [String: Element] = [:]
        for (key, value) in object {
            elements[key] = try read(ConfigNode(value: value, path: "\(path)/\(key)"))
        }
        return elements
    }
}

/// The members of an object being read.
struct ConfigRecord {
    private let object: JSONObject
    private let path: String
    private var asked: Set<String> = []

    init(object: JSONObject, path: String) {
        self.object = object
        self.path = path
    }

    /// A member that must be there.
    mutating func require(_ key: String) throws(ConfigRefusal) -> ConfigNode {
        guard let node = optional(key) else {
            throw ConfigRefusal(.malformed, "\(path.isEmpty ? "/" : path): '\(key)' is missing")
        }
        return node
    }

    /// A member that may be missing.
    mutating func optional(_ key: String) -> ConfigNode? {
        asked.insert(key)
        return object[key].map { ConfigNode(value: $0, path: "\(path)/\(key)") }
    }

    fileprivate func finish() throws(ConfigRefusal) {
        for (key, _) in object where !asked.contains(key) {
            throw ConfigRefusal(.malformed, "\(path.isEmpty ? "/" : path): '\(key)' is not known to this version")
        }
    }
}

extension Optional where Wrapped == ConfigNode {
    /// What a member that may be missing holds.
    func read<Value>(
        _ read: (ConfigNode) throws(ConfigRefusal) -> Value
    ) throws(ConfigRefusal) -> Value? {
        guard let node = self else { return nil }
        return try read(node)
    }

    /// The list a member holds, empty where it is missing.
    func list<Element>(
        _ read: (ConfigNode) throws(ConfigRefusal) -> Element
    ) throws(ConfigRefusal) -> [Element] {
        guard let node = self else { return [] }
        return try node.list(read)
    }
}
