import Diagnostics
import SourceTree
import Vocabulary

/// The keys of a bureau.
enum BureauKey: String, RecordKey {
    case name, offices, phones, hours, online, source, against, confidence
    case districtsAccepting = "districts-accepting"

    static let record = LocalizedText("a bureau", "办理机构")
    static let required: [BureauKey] = []
    var form: Form {
        switch self {
        case .name: .known(.localized)
        case .offices: .oneOrMany(.record(OfficeKey.self))
        case .districtsAccepting: .record(DistrictsKey.self)
        case .phones: .known(.oneOrMany(.record(PhoneKey.self)))
        case .hours: .known(.oneOrMany(.record(HoursKey.self)))
        case .online: .oneOrMany(.record(OnlineKey.self))
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of an office.
enum OfficeKey: String, RecordKey {
    case id, name, services, address, phones, hours, source, against, confidence

    static let record = LocalizedText("an office", "办事地点")
    static let required: [OfficeKey] = [.id, .address]
    var form: Form {
        switch self {
        case .id: .word
        case .name: .localized
        case .services: .oneOrMany(.word)
        case .address: .known(.localized)
        case .phones: .known(.oneOrMany(.record(PhoneKey.self)))
        case .hours: .known(.oneOrMany(.record(HoursKey.self)))
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of the districts that take applications.
enum DistrictsKey: String, RecordKey {
    case planned, source, confidence
    case current = "in"

    static let record = LocalizedText("the districts that take applications", "受理区")
    static let required: [DistrictsKey] = [.current]
    var form: Form {
        switch self {
        case .current, .planned: .oneOrMany(.text)
        case .source: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of a phone.
enum PhoneKey: String, RecordKey {
    case number, name, source, against, confidence

    static let record = LocalizedText("a phone", "电话")
    static let required: [PhoneKey] = [.number]
    var form: Form {
        switch self {
        case .number: .digits
        case .name: .localized
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of opening hours.
enum HoursKey: String, RecordKey {
    case days, open, closed, source, against, confidence

    static let record = LocalizedText("opening hours", "办公时间")
    static let required: [HoursKey] = [.days, .open]
    var form: Form {
        switch self {
        case .days: .weekdays
        case .open: .known(.oneOrMany(.hours))
        case .closed: .choice(["public-holidays"])
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

extension Reader {
    /// A bureau.
    mutating func bureau(_ node: NodeID) -> Bureau? {
        guard let fields = fields(node, BureauKey.self) else { return nil }
        let provenance = provenance(
            source: fields[.source],
            against: fields[.against],
            confidence: fields[.confidence],
            in: .none
        )
        return Bureau(
            name: fields[.name].flatMap { known($0) { $0.localized($1) } },
            offices: fields[.offices].map { oneOrMany($0) { $0.office($1, provenance) } } ?? [],
            districts: fields[.districtsAccepting].flatMap { districts($0, provenance) },
            phones: phones(fields[.phones], provenance),
            hours: hours(fields[.hours], provenance),
            online: fields[.online].map { oneOrMany($0) { $0.onlineService($1, provenance) } } ?? [],
            provenance: provenance,
            range: fields.range
        )
    }

    private mutating func office(_ node: NodeID, _ outer: Provenance) -> Office? {
        guard let fields = fields(node, OfficeKey.self) else { return nil }
        let provenance = provenance(
            source: fields[.source],
            against: fields[.against],
            confidence: fields[.confidence],
            in: outer
        )
        let id = fields[.id].flatMap { word($0) }
        let address = fields[.address].flatMap { known($0) { $0.localized($1) } }
        let name = fields[.name].flatMap { localized($0) }
        let services = wordList(fields[.services])
        let phones = phones(fields[.phones], provenance)
        let hours = hours(fields[.hours], provenance)
        guard let id, let address else { return nil }
        return Office(
            id: id,
            name: name,
            services: services,
            address: address,
            phones: phones,
            hours: hours,
            provenance: provenance,
            range: fields.range
        )
    }

    private mutating func districts(_ node: NodeID, _ outer: Provenance) -> DistrictsAccepting? {
        guard let fields = fields(node, DistrictsKey.self) else { return nil }
        return DistrictsAccepting(
            current: textList(fields[.current]),
            planned: textList(fields[.planned]),
            provenance: provenance(source: fields[.source], confidence: fields[.confidence], in: outer),
            range: fields.range
        )
    }

    private mutating func phones(_ node: NodeID?, _ outer: Provenance) -> Known<[Phone]>? {
        guard let node else { return nil }
        return known(node) { $0.oneOrMany($1) { $0.phone($1, outer) } }
    }

    private mutating func phone(_ node: NodeID, _ outer: Provenance) -> Phone? {
        guard let fields = fields(node, PhoneKey.self) else { return nil }
        let number = fields[.number].flatMap { digits($0) }
        let name = fields[.name].flatMap { localized($0) }
        let provenance = provenance(
            source: fields[.source],
            against: fields[.against],
            confidence: fields[.confidence],
            in: outer
        )
        return number.map { Phone(number: $0, name: name, provenance: provenance) }
    }

    private mutating func hours(_ node: NodeID?, _ outer: Provenance) -> Known<[OpeningHours]>? {
        guard let node else { return nil }
        return known(node) { $0.oneOrMany($1) { $0.openingHours($1, outer) } }
    }

    private mutating func openingHours(_ node: NodeID, _ outer: Provenance) -> OpeningHours? {
        guard let fields = fields(node, HoursKey.self) else { return nil }
        let days = fields[.days].flatMap { weekdays($0) }
        let open = fields[.open].flatMap { known($0) { $0.oneOrMany($1) { $0.timeSpan($1) } } }
        let closed = fields[.closed].flatMap { choice($0, ClosedDays.self) }
        let provenance = provenance(
            source: fields[.source],
            against: fields[.against],
            confidence: fields[.confidence],
            in: outer
        )
        guard let days, let open else { return nil }
        return OpeningHours(
            days: days,
            open: open,
            closedOnHolidays: closed.map { Located(true, at: $0.range) },
            provenance: provenance,
            range: fields.range
        )
    }

    private mutating func weekdays(_ node: NodeID) -> Located<WeekdaySpan>? {
        guard let text = text(node) else { return nil }
        if let days = WeekdaySpan(text.value) { return Located(days, at: text.range) }
        report(
            .malformedHours,
            LocalizedText("'\(excerpt(node))' does not name days of the week", "“\(excerpt(node))”不是星期"),
            at: text.range,
            help: LocalizedText(
                "write a day, or first-last: mon-fri, mon-sat, sat",
                "请写一天，或者写“首日-末日”：“mon-fri”“mon-sat”“sat”"
            )
        )
        return nil
    }

    private mutating func timeSpan(_ node: NodeID) -> Located<TimeSpan>? {
        guard let text = text(node) else { return nil }
        if let span = TimeSpan(text.value) { return Located(span, at: text.range) }
        report(
            .malformedHours,
            LocalizedText("'\(excerpt(node))' is not a stretch of a day", "“\(excerpt(node))”不是一天中的时段"),
            at: text.range,
            help: LocalizedText(
                "write opening and closing on the 24-hour clock, quoted: \"08:30-12:00\"",
                "请用24小时制写开始和结束时间并加引号： \"08:30-12:00\""
            )
        )
        return nil
    }
}

/// The days an office may be closed on.
private enum ClosedDays: String, CaseIterable, Sendable {
    case publicHolidays = "public-holidays"
}
