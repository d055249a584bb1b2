import CanonicalJSON
import CivilTime
import Vocabulary

/// Builds an object, leaving out what is not there.
struct RecordBuilder {
    private var members: [(String, JSONValue)] = []

    mutating func add(_ key: String, _ value: JSONValue?) {
        if let value { members.append((key, value)) }
    }

    /// A list, left out where it is empty.
    mutating func add<Element>(_ key: String, list: [Element], _ write: (Element) -> JSONValue) {
        if !list.isEmpty { members.append((key, .array(list.map(write)))) }
    }

    /// A flag, left out where it is false.
    mutating func add(_ key: String, flag: Bool) {
        if flag { members.append((key, .bool(true))) }
    }

    var json: JSONValue { .object(JSONObject(members)) }

    static func build(_ body: (inout RecordBuilder) -> Void) -> JSONValue {
        var builder = RecordBuilder()
        body(&builder)
        return builder.json
    }
}

extension LocalizedText {
    var json: JSONValue {
        .build {
            $0.add("en", english.map(JSONValue.string))
            $0.add("zh", chinese.map(JSONValue.string))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> LocalizedText {
        try node.record { record throws(ConfigRefusal) in
            let english = try record.optional("en").read { node throws(ConfigRefusal) in try node.string() }
            let chinese = try record.optional("zh").read { node throws(ConfigRefusal) in try node.string() }
            guard let text = LocalizedText(english: english, chinese: chinese) else { throw node.refuse("a text") }
            return text
        }
    }
}

extension JSONValue {
    /// An object built member by member.
    static func build(_ body: (inout RecordBuilder) -> Void) -> JSONValue {
        RecordBuilder.build(body)
    }

    /// A day.
    static func date(_ date: CivilDate) -> JSONValue {
        .string(date.description)
    }

    /// A word.
    static func word(_ word: some RawRepresentable<String>) -> JSONValue {
        .string(word.rawValue)
    }

    /// Values by word.
    static func map<Value>(_ values: [String: Value], _ write: (Value) -> JSONValue) -> JSONValue {
        .object(JSONObject(values.map { ($0.key, write($0.value)) }))
    }
}

extension Timeline {
    /// Intervals, each with the day it begins on; the first has none where the value held already at `asked-from`.
    func json(_ write: (Value) -> JSONValue) -> JSONValue {
        let first = undated.map { value in [JSONValue.build { $0.add("value", write(value)) }] } ?? []
        return .array(
            first
                + changes.map { change in
                    .build {
                        $0.add("from", .date(change.date))
                        $0.add("value", write(change.value))
                    }
                }
        )
    }

    static func read(
        _ node: ConfigNode,
        _ read: (ConfigNode) throws(ConfigRefusal) -> Value
    ) throws(ConfigRefusal) -> Timeline {
        let intervals = try node.list { node throws(ConfigRefusal) in
            try node.record { record throws(ConfigRefusal) -> (CivilDate?, Value) in
                let from = try record.optional("from").read { node throws(ConfigRefusal) in try node.date() }
                return try (from, read(record.require("value")))
            }
        }
        let undated = intervals.first.flatMap { $0.0 == nil ? $0.1 : nil }
        let dated = undated == nil ? intervals[...] : intervals.dropFirst()
        var changes: [Change] = []
        for (from, value) in dated {
            guard let from else { throw node.refuse("a date for every interval but the first") }
            changes.append(Change(date: from, value: value))
        }
        guard let timeline = try? Timeline(undated: undated, changes: changes) else {
            throw node.refuse("intervals in order of their dates")
        }
        return timeline
    }
}
