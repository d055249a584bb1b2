import CanonicalJSON
import CivilTime
import Vocabulary

extension Provenance: ConfigRecordValue {
    /// Whether nothing is stated.
    private var isEmpty: Bool { sources.isEmpty && against.isEmpty && confidence == nil }

    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Provenance {
        try Provenance(
            sources: record.list("sources"),
            against: record.list("against"),
            confidence: record.optional("confidence")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("against", list: against)
        writer.add("confidence", optional: confidence)
        writer.add("sources", list: sources)
    }

    /// Itself, or nothing where nothing is stated.
    fileprivate var stated: Provenance? { isEmpty ? nil : self }
}

extension ConfigRecord {
    /// The provenance of the record being read.
    mutating func provenance() throws(ConfigRefusal) -> Provenance {
        try optional("provenance") ?? Provenance()
    }
}

extension JSONWriter {
    /// The provenance of the record being written, left out where nothing is stated.
    mutating func add(_ provenance: Provenance) {
        add("provenance", optional: provenance.stated)
    }
}

extension Source {
    static func read(id: String, _ node: ConfigNode) throws(ConfigRefusal) -> Source {
        try node.record { record throws(ConfigRefusal) in
            let source = try Source(
                id: id,
                kind: record.require("kind"),
                copy: record.optional("copy"),
                title: record.optional("title"),
                publisher: record.optional("publisher"),
                address: record.optional("address"),
                published: record.optional("published"),
                retrieved: record.require("retrieved")
            )
            guard source.published == nil || source.earliestPublication != nil else {
                throw node.refuse("a year, a month or a day of publication")
            }
            return source
        }
    }
}

/// Sources are written as one object by their ids, in the order of those.
struct SourceList: ConfigValue {
    let sources: [Source]

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> SourceList {
        try SourceList(sources: node.members { id, node throws(ConfigRefusal) in try Source.read(id: id, node) })
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for source in sources.sorted(by: { $0.id < $1.id }) {
                writer.key(source.id)
                writer.object { writer in
                    writer.add("address", optional: source.address)
                    writer.add("copy", optional: source.copy)
                    writer.add("kind", source.kind)
                    writer.add("published", optional: source.published)
                    writer.add("publisher", optional: source.publisher)
                    writer.add("retrieved", source.retrieved)
                    writer.add("title", optional: source.title)
                }
            }
        }
    }
}
