import CivilTime
import Diagnostics
import Divisions
import SourceTree
import Vocabulary

/// The keys of a fee schedule.
enum ScheduleKey: String, RecordKey {
    case schedule, name, items, rates, corrections, sources
    case nationalityGroups = "nationality-groups"

    static let record = LocalizedText("a fee schedule", "收费标准")
    static let required: [ScheduleKey] = [.schedule, .name, .nationalityGroups, .items, .rates, .sources]
    var form: Form {
        switch self {
        case .schedule: .word
        case .name: .localized
        case .nationalityGroups: .map(.record(NationalityGroupKey.self))
        case .items: .map(.record(FeeItemKey.self))
        case .rates: .map(.record(FeeTableKey.self))
        case .corrections: .oneOrMany(.record(CorrectionKey.self))
        case .sources: .map(.record(SourceKey.self))
        }
    }
}

/// The keys of a nationality group.
enum NationalityGroupKey: String, RecordKey {
    case name, members, source, against, confidence

    static let record = LocalizedText("a nationality group", "国籍组")
    static let required: [NationalityGroupKey] = [.name, .members]
    var form: Form {
        switch self {
        case .name: .localized
        case .members: .either([.choice(["everyone-else"]), .oneOrMany(.record(MemberKey.self))])
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of some members of a group.
enum MemberKey: String, RecordKey {
    case codes, source, against, confidence

    static let record = LocalizedText("a list of members", "成员名单")
    static let required: [MemberKey] = [.codes]
    var form: Form {
        switch self {
        case .codes: .timeline(.either([.nationality, .list(.nationality)]))
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of a fee's name.
enum FeeItemKey: String, RecordKey {
    case name, basis, source, confidence

    static let record = LocalizedText("a fee item", "收费项目")
    static let required: [FeeItemKey] = [.name, .basis]
    var form: Form {
        switch self {
        case .name: .localized
        case .basis: .known(.oneOrMany(.text))
        case .source: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

extension Schedule {
    /// Reads a fee schedule.
    static func read(_ root: NodeID, _ reader: inout Reader) -> Schedule? {
        guard let fields = reader.fields(root, ScheduleKey.self) else { return nil }
        let id = fields[.schedule].flatMap { reader.word($0) }
        let name = fields[.name].flatMap { reader.localized($0) }
        let groups = fields[.nationalityGroups].map { reader.nationalityGroups($0) } ?? []
        let items = fields[.items].map { reader.feeItems($0) } ?? []
        let tables = fields[.rates].map { reader.feeTables($0) } ?? []
        let corrections = reader.corrections(fields[.corrections])
        let sources = reader.sources(fields[.sources])
        guard let id, let name else { return nil }
        return Schedule(
            id: id,
            name: name,
            groups: groups,
            items: items,
            tables: tables,
            corrections: corrections,
            sources: sources,
            file: reader.tree.file
        )
    }
}

extension Reader {
    fileprivate mutating func nationalityGroups(_ node: NodeID) -> [NationalityGroup] {
        words(node, LocalizedText("nationality groups by word", "以标识为键的国籍组")).compactMap {
            id,
            value -> NationalityGroup? in
            guard let fields = fields(value, NationalityGroupKey.self) else { return nil }
            let name = fields[.name].flatMap { localized($0) }
            let provenance = provenance(
                source: fields[.source],
                against: fields[.against],
                confidence: fields[.confidence],
                in: .none
            )
            let members = fields[.members].map { self.members($0, provenance) }
            guard let name, let members else { return nil }
            return NationalityGroup(
                id: id,
                name: name,
                members: members,
                provenance: provenance,
                range: fields.range
            )
        }
    }

    private mutating func members(_ node: NodeID, _ outer: Provenance) -> NationalityGroup.Members {
        if tree.kind(of: node) == .scalar, tree.equals(node, "everyone-else") {
            return .everyoneElse(at: tree.range(of: node))
        }
        return .records(
            oneOrMany(node) { reader, item -> NationalityGroup.MemberRecord? in
                guard let fields = reader.fields(item, MemberKey.self) else { return nil }
                let codes = fields[.codes].flatMap { reader.timeline($0) { $0.nationalities($1) } }
                guard let codes else { return nil }
                return NationalityGroup.MemberRecord(
                    codes: codes,
                    provenance: reader.provenance(
                        source: fields[.source],
                        against: fields[.against],
                        confidence: fields[.confidence],
                        in: outer
                    ),
                    range: fields.range
                )
            }
        )
    }

    /// A list of codes; an empty one is how a timeline says that nobody is left.
    private mutating func nationalities(_ node: NodeID) -> [Located<NationalityCode>]? {
        if tree.kind(of: node) == .sequence, tree.count(of: node) == 0 { return [] }
        return oneOrMany(node) { $0.nationality($1) }
    }

    fileprivate mutating func feeItems(_ node: NodeID) -> [FeeItem] {
        words(node, LocalizedText("fee items by word", "以标识为键的收费项目")).compactMap { id, value -> FeeItem? in
            guard let fields = fields(value, FeeItemKey.self) else { return nil }
            let name = fields[.name].flatMap { localized($0) }
            let basis = fields[.basis].flatMap { known($0) { $0.oneOrMany($1) { $0.text($1) } } }
            let provenance = provenance(source: fields[.source], confidence: fields[.confidence], in: .none)
            guard let name, let basis else { return nil }
            return FeeItem(id: id, name: name, basis: basis, provenance: provenance, range: fields.range)
        }
    }
}
