import Diagnostics
import Divisions
import SourceTree
import Vocabulary

/// The keys of `registry.yaml`.
enum SettingsKey: String, RecordKey {
    case registry, zone, currency, locales, hotline, nationalities, services, methods, applicants, corrections, sources
    case askedFrom = "asked-from"
    case channelKinds = "channel-kinds"
    case onlineUses = "online-uses"
    case sourceKinds = "source-kinds"
    case sourceCopies = "source-copies"
    case priceNeeds = "price-needs"
    case freshFor = "fresh-for"

    static let record = LocalizedText("registry.yaml", "registry.yaml 文件")
    static let required = allCases.filter { $0 != .corrections }
    var form: Form {
        switch self {
        case .registry: .integer(1...1)
        case .askedFrom: .date
        case .zone: .choice(["Asia/Shanghai"])
        case .currency: .choice(["CNY"])
        case .locales: .oneOrMany(.choice(of: Language.self))
        case .hotline: .record(HotlineKey.self)
        case .nationalities: .record(NationalitiesKey.self)
        case .services: .map(.record(ServiceKey.self))
        case .channelKinds: .map(.record(ChannelKindKey.self))
        case .methods, .applicants, .onlineUses: .map(.localized)
        case .sourceKinds, .sourceCopies: .map(.record(TrustCapKey.self))
        case .priceNeeds: ProvenanceForm.confidence
        case .freshFor: .map(.integer(Settings.freshDays))
        case .corrections: .oneOrMany(.record(CorrectionKey.self))
        case .sources: .map(.record(SourceKey.self))
        }
    }
}

/// The keys of the hotline.
enum HotlineKey: String, RecordKey {
    case number, name, languages, hours, source, confidence

    static let record = LocalizedText("the hotline", "服务热线")
    static let required: [HotlineKey] = [.number, .name, .languages, .hours]
    var form: Form {
        switch self {
        case .number: .digits
        case .name: .localized
        case .languages: .oneOrMany(.choice(of: Language.self))
        case .hours: .choice(["around-the-clock"])
        case .source: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of the settings for nationalities.
enum NationalitiesKey: String, RecordKey {
    case alias, source, confidence
    case notForeign = "not-foreign"

    static let record = LocalizedText("the settings for nationalities", "国籍设置")
    static let required: [NationalitiesKey] = [.notForeign]
    var form: Form {
        switch self {
        case .alias: .map(.nationality, by: .code)
        case .notForeign: .oneOrMany(.nationality)
        case .source: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of a kind of channel.
enum ChannelKindKey: String, RecordKey {
    case en, zh, reach

    static let record = LocalizedText("a kind of channel", "渠道类型")
    static let required: [ChannelKindKey] = [.reach]
    static let atLeastOne: [ChannelKindKey] = [.en, .zh]
    var form: Form {
        switch self {
        case .en, .zh: .text
        case .reach: .choice(of: ChannelReach.self)
        }
    }
}

/// The keys of a cap of trust.
enum TrustCapKey: String, RecordKey {
    case atMost = "at-most"

    static let record = LocalizedText("a cap of trust", "可信度上限")
    static let required: [TrustCapKey] = [.atMost]
    var form: Form { ProvenanceForm.confidence }
}

extension Settings {
    /// For how many days a fact may be called fresh: up to ten years.
    static let freshDays = 1...3650

    /// Reads `registry.yaml`.
    static func read(_ root: NodeID, _ reader: inout Reader) -> Settings? {
        guard let fields = reader.fields(root, SettingsKey.self) else { return nil }
        let version = fields[.registry].flatMap { reader.integer($0, in: 1...1) }
        let askedFrom = fields[.askedFrom].flatMap { reader.date($0) }
        let zone = fields[.zone].flatMap { reader.constant($0, "Asia/Shanghai") }
        let currency = fields[.currency].flatMap { reader.constant($0, "CNY") }
        let hotline = fields[.hotline].flatMap { reader.hotline($0) }
        let nationalities = fields[.nationalities].flatMap { reader.nationalitySettings($0) }
        let priceNeeds: Located<Confidence>? = fields[.priceNeeds].flatMap { reader.choice($0) }
        let lists = (
            locales: fields[.locales].map { reader.oneOrMany($0) { $0.choice($1, Language.self) } } ?? [],
            services: fields[.services].map { reader.services($0) } ?? [],
            channelKinds: fields[.channelKinds].map { reader.channelKinds($0) } ?? [],
            methods: reader.terms(fields[.methods]),
            applicants: reader.terms(fields[.applicants]),
            onlineUses: reader.terms(fields[.onlineUses]),
            sourceKinds: reader.trustCaps(fields[.sourceKinds]),
            sourceCopies: reader.trustCaps(fields[.sourceCopies]),
            freshFor: fields[.freshFor].map { reader.freshDays($0) } ?? [],
            corrections: reader.corrections(fields[.corrections]),
            sources: reader.sources(fields[.sources])
        )
        guard let version, let askedFrom, let zone, let currency, let hotline, let nationalities, let priceNeeds else {
            return nil
        }
        return Settings(
            version: version,
            askedFrom: askedFrom,
            zone: zone,
            currency: currency,
            locales: lists.locales,
            hotline: hotline,
            nationalities: nationalities,
            services: lists.services,
            channelKinds: lists.channelKinds,
            methods: lists.methods,
            applicants: lists.applicants,
            onlineUses: lists.onlineUses,
            sourceKinds: lists.sourceKinds,
            sourceCopies: lists.sourceCopies,
            priceNeeds: priceNeeds,
            freshFor: lists.freshFor,
            corrections: lists.corrections,
            sources: lists.sources,
            file: reader.tree.file
        )
    }
}

extension Reader {
    /// A text that can only be this one.
    fileprivate mutating func constant(_ node: NodeID, _ text: String) -> Located<String>? {
        guard let found = scalar(node, LocalizedText("'\(text)'", "“\(text)”")) else { return nil }
        if found.value == text { return found }
        reportNotOneOf(found, [text])
        return nil
    }

    fileprivate mutating func hotline(_ node: NodeID) -> Hotline? {
        guard let fields = fields(node, HotlineKey.self) else { return nil }
        let number = fields[.number].flatMap { digits($0) }
        let name = fields[.name].flatMap { localized($0) }
        let languages = fields[.languages].map { oneOrMany($0) { $0.choice($1, Language.self) } } ?? []
        let hours = fields[.hours].flatMap { constant($0, "around-the-clock") }
        let provenance = provenance(source: fields[.source], confidence: fields[.confidence], in: .none)
        guard let number, let name, let hours else { return nil }
        return Hotline(
            number: number,
            name: name,
            languages: languages,
            hours: hours,
            provenance: provenance,
            range: fields.range
        )
    }

    fileprivate mutating func nationalitySettings(_ node: NodeID) -> NationalitySettings? {
        guard let fields = fields(node, NationalitiesKey.self) else { return nil }
        var aliases: [(document: Located<String>, code: Located<NationalityCode>)] = []
        if let alias = fields[.alias], expect(.mapping, alias, LocalizedText("codes by document code", "以证件代码为键的国籍代码"))
        {
            for (name, value) in tree.entries(of: alias) {
                guard let document = scalar(name, LocalizedText("a document code", "证件代码")),
                    let code = nationality(value)
                else { continue }
                aliases.append((document, code))
            }
        }
        return NationalitySettings(
            aliases: aliases,
            notForeign: fields[.notForeign].map { oneOrMany($0) { $0.nationality($1) } } ?? [],
            provenance: provenance(source: fields[.source], confidence: fields[.confidence], in: .none),
            range: fields.range
        )
    }

    /// Words and their names.
    mutating func terms(_ node: NodeID?) -> [Term] {
        guard let node else { return [] }
        return words(node, LocalizedText("names by word", "以标识为键的名称")).compactMap { id, value in
            localized(value).map { Term(id: id, name: $0) }
        }
    }

    fileprivate mutating func channelKinds(_ node: NodeID) -> [ChannelKind] {
        words(node, LocalizedText("kinds of channel by word", "以标识为键的渠道类型")).compactMap { id, value -> ChannelKind? in
            guard let fields = fields(value, ChannelKindKey.self) else { return nil }
            let name = localized(english: fields[.en], chinese: fields[.zh], range: fields.range)
            let reach: Located<ChannelReach>? = fields[.reach].flatMap { choice($0) }
            guard let name, let reach else { return nil }
            return ChannelKind(id: id, name: name, reach: reach)
        }
    }

    fileprivate mutating func trustCaps(_ node: NodeID?) -> [TrustCap] {
        guard let node else { return [] }
        return words(node, LocalizedText("caps of trust by word", "以标识为键的可信度上限")).compactMap { id, value -> TrustCap? in
            guard let fields = fields(value, TrustCapKey.self) else { return nil }
            let cap: Located<Confidence>? = fields[.atMost].flatMap { choice($0) }
            return cap.map { TrustCap(id: id, atMost: $0) }
        }
    }

    fileprivate mutating func freshDays(_ node: NodeID) -> [(class: Located<String>, days: Located<Int>)] {
        words(node, LocalizedText("days by class of fact", "以信息类别为键的天数")).compactMap { id, value in
            integer(value, in: Settings.freshDays).map { (id, $0) }
        }
    }
}
