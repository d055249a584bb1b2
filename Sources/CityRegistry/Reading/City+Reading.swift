import CivilTime
import Diagnostics
import SourceTree
import Vocabulary

/// The keys of a city file.
enum CityKey: String, RecordKey {
    case city, division, bureau, receipt, channels, fees, rollout, corrections, sources

    static let record = LocalizedText("a city file", "城市文件")
    static let required: [CityKey] = [.city, .division, .bureau, .receipt, .channels, .fees, .rollout]
    var form: Form {
        switch self {
        case .city: .word
        case .division: .digits
        case .bureau: .known(.record(BureauKey.self))
        case .receipt: .record(ReceiptKey.self)
        case .channels: .map(.record(ChannelKey.self))
        case .fees: .record(CityFeesKey.self)
        case .rollout: .map(.record(RolloutKey.self))
        case .corrections: .oneOrMany(.record(CorrectionKey.self))
        case .sources: .map(.record(SourceKey.self))
        }
    }
}

/// The keys of a receipt.
enum ReceiptKey: String, RecordKey {
    case name, format, source, against, confidence

    static let record = LocalizedText("a receipt", "回执")
    static let required: [ReceiptKey] = [.name, .format]
    var form: Form {
        switch self {
        case .name: .known(.localized)
        case .format: .known(.record(ReceiptFormatKey.self))
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of a receipt number's format.
enum ReceiptFormatKey: String, RecordKey {
    case length, alphabet
    case atMost = "at-most"

    static let record = LocalizedText("a receipt number's format", "回执编号格式")
    static let required: [ReceiptFormatKey] = [.length, .alphabet]
    var form: Form {
        switch self {
        case .length, .atMost: .integer(ReceiptFormat.lengths)
        case .alphabet: .choice(of: ReceiptFormat.Alphabet.self)
        }
    }
}

extension City {
    /// Reads a city file.
    static func read(_ root: NodeID, _ reader: inout Reader) -> City? {
        guard let fields = reader.fields(root, CityKey.self) else { return nil }
        let slug = fields[.city].flatMap { reader.word($0) }
        let division = fields[.division].flatMap { reader.digits($0) }
        let bureau = fields[.bureau].flatMap { reader.known($0) { $0.bureau($1) } }
        let receipt = fields[.receipt].flatMap { reader.receipt($0) }
        let channels = fields[.channels].map { reader.channels($0) } ?? []
        let fees = fields[.fees].flatMap { reader.cityFees($0) }
        let rollouts = fields[.rollout].map { reader.rollouts($0) } ?? []
        let corrections = reader.corrections(fields[.corrections])
        let sources = reader.sources(fields[.sources])
        guard let slug, let division, let bureau, let receipt, let fees else { return nil }
        return City(
            slug: slug,
            division: division,
            bureau: bureau,
            receipt: receipt,
            channels: channels,
            fees: fees,
            rollouts: rollouts,
            corrections: corrections,
            sources: sources,
            file: reader.tree.file
        )
    }
}

extension Reader {
    fileprivate mutating func receipt(_ node: NodeID) -> Receipt? {
        guard let fields = fields(node, ReceiptKey.self) else { return nil }
        let name = fields[.name].flatMap { known($0) { $0.localized($1) } }
        let format = fields[.format].flatMap { known($0) { $0.receiptFormat($1) } }
        let provenance = provenance(
            source: fields[.source],
            against: fields[.against],
            confidence: fields[.confidence],
            in: .none
        )
        guard let name, let format else { return nil }
        return Receipt(name: name, format: format, provenance: provenance, range: fields.range)
    }

    private mutating func receiptFormat(_ node: NodeID) -> Located<ReceiptFormat>? {
        guard let fields = fields(node, ReceiptFormatKey.self) else { return nil }
        let shortest = fields[.length].flatMap { integer($0, in: ReceiptFormat.lengths) }
        let longest = fields[.atMost].map { integer($0, in: ReceiptFormat.lengths) } ?? shortest
        let alphabet: Located<ReceiptFormat.Alphabet>? = fields[.alphabet].flatMap { choice($0) }
        guard let shortest, let longest, let alphabet else { return nil }
        guard shortest.value <= longest.value else {
            report(
                .malformedNumber,
                LocalizedText(
                    "'at-most' \(longest.value) is less than 'length' \(shortest.value)",
                    "“at-most”的值 \(longest.value) 小于“length”的值 \(shortest.value)"
                ),
                at: longest.range,
                notes: [Note(LocalizedText("the length stands here", "“length”在此处"), at: shortest.range)]
            )
            return nil
        }
        return Located(
            ReceiptFormat(length: shortest.value...longest.value, alphabet: alphabet.value),
            at: fields.range
        )
    }
}
