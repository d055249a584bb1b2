import CanonicalJSON
import CivilTime
import Vocabulary

extension Provenance {
    /// Whether nothing is stated.
    var isEmpty: Bool { sources.isEmpty && against.isEmpty && confidence == nil }

    var json: JSONValue {
        .build {
            $0.add("against", list: against, JSONValue.string)
            $0.add("confidence", confidence.map { .word($0) })
            $0.add("sources", list: sources, JSONValue.string)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Provenance {
        try node.record { record throws(ConfigRefusal) in
            try Provenance(
                sources: record.optional("sources").list { node throws(ConfigRefusal) in try node.string() },
                against: record.optional("against").list { node throws(ConfigRefusal) in try node.string() },
                confidence: record.optional("confidence").read { node throws(ConfigRefusal) in try node.choice() }
            )
        }
    }
}

extension ConfigRecord {
    /// The provenance of the record being read.
    mutating func provenance() throws(ConfigRefusal) -> Provenance {
        try optional("provenance").read { node throws(ConfigRefusal) in try Provenance.read(node) } ?? Provenance()
    }

    mutating func string(_ key: String) throws(ConfigRefusal) -> String {
        try require(key).string()
    }

    mutating func optionalString(_ key: String) throws(ConfigRefusal) -> String? {
        try optional(key).read { node throws(ConfigRefusal) in try node.string() }
    }

    mutating func text(_ key: String) throws(ConfigRefusal) -> LocalizedText {
        try LocalizedText.read(require(key))
    }

    mutating func optionalText(_ key: String) throws(ConfigRefusal) -> LocalizedText? {
        try optional(key).read { node throws(ConfigRefusal) in try LocalizedText.read(node) }
    }

    mutating func strings(_ key: String) throws(ConfigRefusal) -> [String] {
        try optional(key).list { node throws(ConfigRefusal) in try node.string() }
    }

    mutating func choices<Choice: RawRepresentable<String>>(
        _ key: String,
        _: Choice.Type = Choice.self
    ) throws(ConfigRefusal) -> [Choice] {
        try optional(key).list { node throws(ConfigRefusal) in try node.choice() }
    }

    mutating func optionalChoice<Choice: RawRepresentable<String>>(
        _ key: String,
        _: Choice.Type = Choice.self
    ) throws(ConfigRefusal) -> Choice? {
        try optional(key).read { node throws(ConfigRefusal) in try node.choice() }
    }
}

extension RecordBuilder {
    mutating func add(_ provenance: Provenance) {
        add("provenance", provenance.isEmpty ? nil : provenance.json)
    }
}

extension Source {
    var json: JSONValue {
        .build {
            $0.add("address", address.map(JSONValue.string))
            $0.add("copy", copy.map(JSONValue.string))
            $0.add("kind", .string(kind))
            $0.add("published", published.map(JSONValue.string))
            $0.add("publisher", publisher.map(JSONValue.string))
            $0.add("retrieved", .date(retrieved))
            $0.add("title", title.map(JSONValue.string))
        }
    }

    static func read(id: String, _ node: ConfigNode) throws(ConfigRefusal) -> Source {
        try node.record { record throws(ConfigRefusal) in
            try Source(
                id: id, kind: record.string("kind"), copy: record.optionalString("copy"),
                title: record.optionalString("title"), publisher: record.optionalString("publisher"),
                address: record.optionalString("address"), published: record.optionalString("published"),
                retrieved: record.require("retrieved").date()
            )
        }
    }
}
