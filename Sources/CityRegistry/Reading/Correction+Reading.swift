import Diagnostics
import SourceTree
import Vocabulary

/// The keys of a correction.
enum CorrectionKey: String, RecordKey {
    case made, reason, source
    case subject = "of"

    static let record = LocalizedText("a correction", "更正记录")
    static let required: [CorrectionKey] = [.subject, .made, .reason]
    var form: Form {
        switch self {
        case .subject, .reason: .text
        case .made: .date
        case .source: ProvenanceForm.source
        }
    }
}

extension Reader {
    /// All corrections of a file.
    mutating func corrections(_ node: NodeID?) -> [Correction] {
        node.map { oneOrMany($0) { $0.correction($1) } } ?? []
    }

    private mutating func correction(_ node: NodeID) -> Correction? {
        guard let fields = fields(node, CorrectionKey.self) else { return nil }
        let subject = fields[.subject].flatMap { text($0) }
        let made = fields[.made].flatMap { date($0) }
        let reason = fields[.reason].flatMap { text($0) }
        let provenance = provenance(source: fields[.source], confidence: nil, in: .none)
        guard let subject, let made, let reason else { return nil }
        return Correction(subject: subject, made: made, reason: reason, provenance: provenance, range: fields.range)
    }
}
