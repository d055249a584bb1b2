import SourceTree
import Vocabulary

/// The keys of a source.
enum SourceKey: String, RecordKey {
    case kind, copy, title, publisher, address, published, retrieved, sha256

    static let record = LocalizedText("a source", "来源")
    static let required: [SourceKey] = [.kind, .address, .retrieved]
    var form: Form {
        switch self {
        case .kind, .copy: .word
        case .title, .publisher, .sha256: .text
        case .address: .known(.text)
        case .published: .partialDate
        case .retrieved: .date
        }
    }
}

extension Reader {
    /// All sources of a file.
    mutating func sources(_ node: NodeID?) -> [Source] {
        guard let node else { return [] }
        return words(node, LocalizedText("sources by id", "以标识为键的来源")).compactMap { id, value in source(id: id, value) }
    }

    private mutating func source(id: Located<String>, _ node: NodeID) -> Source? {
        guard let fields = fields(node, SourceKey.self) else { return nil }
        let kind = fields[.kind].flatMap { word($0) }
        let address = fields[.address].flatMap { known($0) { $0.text($1) } }
        let retrieved = fields[.retrieved].flatMap { date($0) }
        let source = (
            copy: fields[.copy].flatMap { word($0) },
            title: fields[.title].flatMap { text($0) },
            publisher: fields[.publisher].flatMap { text($0) },
            published: fields[.published].flatMap { partialDate($0) },
            digest: fields[.sha256].flatMap { text($0) }
        )
        guard let kind, let address, let retrieved else { return nil }
        return Source(
            id: id,
            kind: kind,
            copy: source.copy,
            title: source.title,
            publisher: source.publisher,
            address: address,
            published: source.published,
            retrieved: retrieved,
            digest: source.digest,
            range: fields.range
        )
    }
}
