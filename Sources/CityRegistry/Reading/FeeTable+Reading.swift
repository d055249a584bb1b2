import CivilTime
import Diagnostics
import SourceTree
import Vocabulary

/// The keys of a service's fee table.
enum FeeTableKey: String, RecordKey {
    case item, rates, source, against, confidence

    static let record = LocalizedText("a fee table", "收费表")
    static let required: [FeeTableKey] = [.item, .rates]
    var form: Form {
        switch self {
        case .item: .known(.word)
        case .rates: .oneOrMany(.record(RateKey.self))
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of a rate.
enum RateKey: String, RecordKey {
    case when, fee, per, item, note, source, against, confidence

    static let record = LocalizedText("a rate", "收费档次")
    static let required: [RateKey] = [.fee]
    var form: Form {
        switch self {
        case .when: .conditions
        case .fee: .timeline(RateKey.feeForm)
        case .per: .choice(of: FeeUnit.self)
        case .item: .known(.word)
        case .note: .localized
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }

    /// An amount, or a word that stands for none.
    static let feeForm: Form = .either([.amount, .choice(Fee.words.map(\.word))])
}

/// The keys of an observed fee.
enum FeeObservationKey: String, RecordKey {
    case service, when, fee, note, source, confidence

    static let record = LocalizedText("an observed fee", "实际收费记录")
    static let required: [FeeObservationKey] = [.service, .fee]
    var form: Form {
        switch self {
        case .service: .word
        case .when: .conditions
        case .fee: RateKey.feeForm
        case .note: .localized
        case .source: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of a city's fees.
enum CityFeesKey: String, RecordKey {
    case schedule, rates
    case seenHere = "seen-here"

    static let record = LocalizedText("a city's fees", "城市收费")
    static let required: [CityFeesKey] = [.schedule]
    var form: Form {
        switch self {
        case .schedule: .word
        case .rates: .map(.record(FeeTableKey.self))
        case .seenHere: .oneOrMany(.record(FeeObservationKey.self))
        }
    }
}

extension Reader {
    /// Fee tables, by service.
    mutating func feeTables(_ node: NodeID) -> [FeeTable] {
        words(node, LocalizedText("fee tables by service", "以业务为键的收费表")).compactMap { service, value -> FeeTable? in
            guard let fields = fields(value, FeeTableKey.self) else { return nil }
            let item = fields[.item].flatMap { known($0) { $0.word($1) } }
            let provenance = provenance(
                source: fields[.source],
                against: fields[.against],
                confidence: fields[.confidence],
                in: .none
            )
            let rates = fields[.rates].map { self.rates($0, provenance) } ?? []
            return item.map { FeeTable(service: service, item: $0, rates: rates, provenance: provenance) }
        }
    }

    private mutating func rates(_ node: NodeID, _ outer: Provenance) -> [Rate] {
        oneOrMany(node) { reader, item -> Rate? in
            guard let fields = reader.fields(item, RateKey.self) else { return nil }
            let fee = fields[.fee].flatMap { reader.timeline($0) { $0.fee($1) } }
            let conditions = reader.conditions(fields[.when])
            let unit = fields[.per].flatMap { reader.choice($0, FeeUnit.self) }
            let ownItem = fields[.item].flatMap { reader.known($0) { $0.word($1) } }
            let note = fields[.note].flatMap { reader.localized($0) }
            let provenance = reader.provenance(
                source: fields[.source],
                against: fields[.against],
                confidence: fields[.confidence],
                in: outer
            )
            guard let fee else { return nil }
            return Rate(
                conditions: conditions,
                fee: fee,
                unit: unit,
                item: ownItem,
                note: note,
                provenance: provenance,
                range: fields.range,
                conditionRange: fields[.when].map { reader.tree.range(of: $0) } ?? fields.range
            )
        }
    }

    /// A city's fees.
    mutating func cityFees(_ node: NodeID) -> CityFees? {
        guard let fields = fields(node, CityFeesKey.self) else { return nil }
        let schedule = fields[.schedule].flatMap { word($0) }
        let tables = fields[.rates].map { feeTables($0) } ?? []
        let observations = fields[.seenHere].map { oneOrMany($0) { $0.feeObservation($1) } } ?? []
        return schedule.map {
            CityFees(schedule: $0, tables: tables, observations: observations, range: fields.range)
        }
    }

    private mutating func feeObservation(_ node: NodeID) -> FeeObservation? {
        guard let fields = fields(node, FeeObservationKey.self) else { return nil }
        let service = fields[.service].flatMap { word($0) }
        let conditions = conditions(fields[.when])
        let fee = fields[.fee].flatMap { self.fee($0) }
        let note = fields[.note].flatMap { localized($0) }
        let provenance = provenance(source: fields[.source], confidence: fields[.confidence], in: .none)
        guard let service, let fee else { return nil }
        return FeeObservation(
            service: service,
            conditions: conditions,
            fee: fee,
            note: note,
            provenance: provenance,
            range: fields.range
        )
    }
}
