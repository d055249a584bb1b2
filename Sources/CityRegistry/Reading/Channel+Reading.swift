import CivilTime
import Diagnostics
import SourceTree
import Vocabulary

/// The keys of a channel.
enum ChannelKey: String, RecordKey {
    case kind, status, applicants, services, account, shows, methods, refund, languages, window, steps, sites
    case source, against, confidence
    case asksFor = "asks-for"

    static let record = LocalizedText("a channel", "缴费渠道")
    static let required: [ChannelKey] = [.kind, .status]
    var form: Form {
        switch self {
        case .kind: .word
        case .status: .timeline(.choice(of: ChannelStatus.self))
        case .applicants, .methods: .timeline(.known(.oneOrMany(.word)))
        case .services: .oneOrMany(.word)
        case .account: .record(AccountKey.self)
        case .asksFor: .oneOrMany(.choice(ScreenElement.typed.map(\.rawValue)))
        case .shows: .oneOrMany(.choice(ScreenElement.shown.map(\.rawValue)))
        case .refund: .known(.choice(of: RefundRule.self))
        case .languages: .oneOrMany(.choice(of: Language.self))
        case .window: .record(WindowKey.self)
        case .steps: .oneOrMany(.record(StepKey.self))
        case .sites: .integer(Channel.siteCounts)
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of a channel's window.
enum WindowKey: String, RecordKey {
    case opens, closes
    case fallback = "then"

    static let record = LocalizedText("a channel's window", "缴费时间")
    static let required: [WindowKey] = [.opens, .closes]
    var form: Form {
        switch self {
        case .opens: .known(.choice(of: WindowOpening.self))
        case .closes: .known(.choice(of: WindowClosing.self))
        case .fallback: .choice(of: WindowFallback.self)
        }
    }
}

/// The keys of a rollout.
enum RolloutKey: String, RecordKey {
    case stage, rail

    static let record = LocalizedText("a rollout", "开通安排")
    static let required: [RolloutKey] = [.stage]
    var form: Form {
        switch self {
        case .stage: .timeline(.either([.choice(RolloutKey.stages), .record(PilotKey.self)]))
        case .rail: .known(.record(RailKey.self))
        }
    }

    /// The stages that need no more than a word.
    static let stages = RolloutStage.Kind.allCases.filter { $0 != .pilot }.map(\.rawValue)
}

/// The key of a pilot.
enum PilotKey: String, RecordKey {
    case pilot

    static let record = LocalizedText("a pilot", "试点")
    static let required = allCases
    var form: Form { .share }
}

/// The keys of a rail.
enum RailKey: String, RecordKey {
    case kind, mode, credential

    static let record = LocalizedText("a rail", "支付通道")
    static let required: [RailKey] = [.kind, .credential]
    var form: Form {
        switch self {
        case .kind: .choice(of: RailKind.self)
        case .mode: .choice(of: RailMode.self)
        case .credential: .word
        }
    }
}

extension Channel {
    /// How many places a channel may have.
    static let siteCounts = 1...100_000
}

extension Reader {
    /// All channels, in order.
    mutating func channels(_ node: NodeID) -> [Channel] {
        words(node, LocalizedText("channels by word", "以标识为键的缴费渠道")).compactMap { id, value in channel(id: id, value) }
    }

    private mutating func channel(id: Located<String>, _ node: NodeID) -> Channel? {
        guard let fields = fields(node, ChannelKey.self) else { return nil }
        let kind = fields[.kind].flatMap { word($0) }
        let status = fields[.status].flatMap { timeline($0) { $0.choice($1, ChannelStatus.self) } }
        let applicants = fields[.applicants].flatMap { timedWords($0) }
        let services = wordList(fields[.services])
        let account = fields[.account].flatMap { self.account($0) }
        let screens = (
            asksFor: elements(fields[.asksFor], among: ScreenElement.typed),
            shows: elements(fields[.shows], among: ScreenElement.shown)
        )
        let methods = fields[.methods].flatMap { timedWords($0) }
        let refund = fields[.refund].flatMap { known($0) { $0.choice($1, RefundRule.self) } }
        let languages = fields[.languages].map { oneOrMany($0) { $0.choice($1, Language.self) } } ?? []
        let window = fields[.window].flatMap { self.window($0) }
        let steps = fields[.steps].map { oneOrMany($0) { $0.step($1) } } ?? []
        let sites = fields[.sites].flatMap { integer($0, in: Channel.siteCounts) }
        let provenance = provenance(
            source: fields[.source],
            against: fields[.against],
            confidence: fields[.confidence],
            in: .none
        )
        guard let kind, let status else { return nil }
        return Channel(
            id: id,
            kind: kind,
            status: status,
            applicants: applicants,
            services: services,
            account: account,
            asksFor: screens.asksFor,
            shows: screens.shows,
            methods: methods,
            refund: refund,
            languages: languages,
            window: window,
            steps: steps,
            sites: sites,
            provenance: provenance,
            range: fields.range
        )
    }

    private mutating func timedWords(_ node: NodeID) -> Channel.Words? {
        timeline(node) { $0.known($1) { $0.oneOrMany($1) { $0.word($1) } } }
    }

    private mutating func elements(_ node: NodeID?, among allowed: [ScreenElement]) -> [Located<ScreenElement>] {
        node.map { oneOrMany($0) { $0.choice($1, ScreenElement.self, among: allowed) } } ?? []
    }

    private mutating func window(_ node: NodeID) -> Channel.Window? {
        guard let fields = fields(node, WindowKey.self) else { return nil }
        let opens = fields[.opens].flatMap { known($0) { $0.choice($1, WindowOpening.self) } }
        let closes = fields[.closes].flatMap { known($0) { $0.choice($1, WindowClosing.self) } }
        let fallback = fields[.fallback].flatMap { choice($0, WindowFallback.self) }
        guard let opens, let closes else { return nil }
        return Channel.Window(opens: opens, closes: closes, fallback: fallback, range: fields.range)
    }

    /// All rollouts, in order.
    mutating func rollouts(_ node: NodeID) -> [Rollout] {
        words(node, LocalizedText("rollouts by channel", "以缴费渠道为键的开通安排")).compactMap { channel, value -> Rollout? in
            guard let fields = fields(value, RolloutKey.self) else { return nil }
            let stage = fields[.stage].flatMap { timeline($0) { $0.stage($1) } }
            let rail = fields[.rail].flatMap { known($0) { $0.rail($1) } }
            return stage.map { Rollout(channel: channel, stage: $0, rail: rail, range: fields.range) }
        }
    }

    private mutating func stage(_ node: NodeID) -> Located<RolloutStage>? {
        if tree.kind(of: node) == .mapping {
            guard let fields = fields(node, PilotKey.self),
                let share = fields[.pilot].flatMap({ scalar($0, LocalizedText("a share", "试点比例")) })
            else { return nil }
            if share.value.hasSuffix("%"), let percent = Int(share.value.dropLast()),
                RolloutStage.pilotPercents.contains(percent), "\(percent)%" == share.value
            {
                return Located(.pilot(percent: percent), at: fields.range)
            }
            report(
                .malformedShare,
                LocalizedText(
                    "'\(Self.excerpt(share.value))' is not a share of applicants from 1% to 99%",
                    "“\(Self.excerpt(share.value))”不是1%至99%的申请人比例"
                ),
                at: share.range,
                help: LocalizedText(
                    "write whole percent, such as 5%; for everybody write the stage 'live'",
                    "请写整百分数，如“5%”；对所有人开放时，阶段写“live”"
                )
            )
            return nil
        }
        let plain: [(RolloutStage.Kind, RolloutStage)] = [
            (.none, .none), (.planned, .planned), (.shadow, .shadow), (.live, .live), (.paused, .paused),
            (.retired, .retired),
        ]
        guard let word = scalar(node, LocalizedText("a stage", "阶段")) else { return nil }
        if let stage = plain.first(where: { $0.0.rawValue == word.value })?.1 { return Located(stage, at: word.range) }
        reportNotOneOf(word, RolloutKey.stages + ["{pilot: N%}"])
        return nil
    }

    private mutating func rail(_ node: NodeID) -> Located<Rail>? {
        guard let fields = fields(node, RailKey.self) else { return nil }
        let kind = fields[.kind].flatMap { choice($0, RailKind.self) }
        let mode = fields[.mode].flatMap { choice($0, RailMode.self) }
        let credential = fields[.credential].flatMap { word($0) }
        guard let kind, let credential else { return nil }
        return Located(Rail(kind: kind.value, mode: mode?.value, credential: credential.value), at: fields.range)
    }
}
