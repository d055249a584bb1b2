public import CivilTime
public import ServiceConfig
public import Vocabulary

/// What a gate came to.
public enum GateVerdict: Hashable, Sendable {
    /// It is so.
    case pass(LocalizedText)
    /// It is not so; what would make it so.
    case fail(LocalizedText, command: String?)
    /// Nobody can tell; what would tell, where a command can. A person must decide.
    case inconclusive(LocalizedText, command: String?)

    /// Whether the move may be made as far as this gate goes.
    public var isPass: Bool {
        if case .pass = self { true } else { false }
    }

    /// The word for it.
    public var word: String {
        switch self {
        case .pass: "pass"
        case .fail: "fail"
        case .inconclusive: "inconclusive"
        }
    }

    /// Why.
    public var reason: LocalizedText {
        switch self {
        case .pass(let reason), .fail(let reason, _), .inconclusive(let reason, _): reason
        }
    }

    /// The command that would supply what is missing; nothing where nothing is.
    public var command: String? {
        switch self {
        case .pass: nil
        case .fail(_, let command), .inconclusive(_, let command): command
        }
    }
}

/// Evidence as a gate sees it.
public struct GateEvidence: Hashable, Sendable {
    /// The gate.
    public var gate: Gate
    /// The city's slug.
    public var city: String
    /// The channel.
    public var channel: String
    /// The content it was found out with.
    public var content: Digest
    /// When.
    public var found: Instant
    /// Whether all was well.
    public var isGood: Bool
    /// What was found out.
    public var detail: String
    /// Whose command found it out; nothing where it was written by hand.
    public var producer: String?

    /// Evidence.
    public init(
        gate: Gate,
        city: String,
        channel: String,
        content: Digest,
        found: Instant,
        isGood: Bool,
        detail: String,
        producer: String?
    ) {
        self.gate = gate
        self.city = city
        self.channel = channel
        self.content = content
        self.found = found
        self.isGood = isGood
        self.detail = detail
        self.producer = producer
    }
}

/// A move of a channel that somebody wants to make.
public struct WantedMove: Hashable, Sendable {
    /// The channel.
    public var channel: String
    /// The stage it is at.
    public var from: RolloutStage
    /// The stage it is to be at.
    public var to: RolloutStage
    /// From which day on.
    public var day: CivilDate
    /// Since when it has been at the stage before; nothing where that is not known.
    public var since: CivilDate?

    /// A move.
    public init(channel: String, from: RolloutStage, to: RolloutStage, day: CivilDate, since: CivilDate?) {
        self.channel = channel
        self.from = from
        self.to = to
        self.day = day
        self.since = since
    }

    /// Whether the move is one of the legal ones.
    public var isLegal: Bool { from.kind.successors.contains(to.kind) }

    /// The gates it needs.
    public var requirements: [GateTable.Requirement] {
        GateTable.requirements(from: from.kind, to: to.kind, raising: to.share > from.share)
    }
}

extension RolloutStage {
    /// The share of applicants whose payments are taken, in percent.
    fileprivate var share: Int {
        switch self {
        case .pilot(let percent): percent
        case .live: 100
        case .none, .planned, .shadow, .paused, .retired: 0
        }
    }
}

/// Holds a wanted move against its gates.
public struct GateKeeper: Sendable {
    private let config: CityConfig
    private let content: Digest
    private let now: Instant
    private let evidence: [GateEvidence]
    private let approvers: [String]

    /// A keeper of the gates of one city, for one content, at one moment.
    public init(
        _ config: CityConfig,
        content: Digest,
        at now: Instant,
        evidence: [GateEvidence],
        approvers: [String]
    ) {
        self.config = config
        self.content = content
        self.now = now
        self.evidence = evidence
        self.approvers = approvers
    }

    private var city: String { config.place.slug }

    /// What each gate of a move came to, in the table's order.
    public func verdicts(on move: WantedMove) -> [(requirement: GateTable.Requirement, verdict: GateVerdict)] {
        move.requirements.map { ($0, verdict(on: $0, move)) }
    }

    private func verdict(on requirement: GateTable.Requirement, _ move: WantedMove) -> GateVerdict {
        switch requirement.gate {
        case .feesProved: feesProved
        case .contactsFresh: contactsFresh
        case .railNamed: railNamed(move)
        case .sandboxPayment, .reconciliationClean, .drained: byEvidence(requirement.gate, move)
        case .soaked: soaked(requirement.number ?? 0, move)
        case .approved: approved(requirement.number ?? 0)
        case .noFreeze: noFreeze(move)
        }
    }

    private var feesProved: GateVerdict {
        if let disagreement = config.firstDisagreement() {
            return .fail(
                LocalizedText(disagreement.description, "自检结果不一致：\(disagreement.description)"),
                command: "visafee validate"
            )
        }
        let count = config.selfTest.count * config.fees.leaves.count
        return .pass(
            LocalizedText(
                "every cell has one answer, and \(count) self-test questions agree",
                "每种情形均有唯一答复，\(count)个自检问题全部一致"
            )
        )
    }

    private var contactsFresh: GateVerdict {
        let set = "visafee contact set \(city)"
        guard let bureau = config.bureau else {
            return .fail(LocalizedText("nothing is known of the bureau", "尚无该出入境管理机构的信息"), command: set)
        }
        let contacts =
            (bureau.phones + bureau.offices.flatMap(\.phones)).map { ($0.number, $0.provenance) }
            + bureau.offices.filter { $0.address != nil }.map { ($0.id, $0.provenance) }
        guard !contacts.isEmpty else {
            return .fail(LocalizedText("no phone and no address is known", "没有电话和地址"), command: set)
        }
        let today = now.date
        let fresh = contacts.filter { _, provenance in
            config.asOf(provenance) != nil && !config.isStale(provenance, class: "contact", on: today)
        }
        guard fresh.isEmpty else {
            return .pass(
                LocalizedText(
                    "\(fresh.count) of \(contacts.count) contacts are known recently enough: \(fresh[0].0)",
                    "\(contacts.count)项联系方式中有\(fresh.count)项在有效期内：\(fresh[0].0)"
                )
            )
        }
        let source = contacts.lazy.flatMap { $0.1.sources }.first
        let seen = source.map { "visafee source seen \(city) \($0) --evidence FILE" } ?? set
        guard contacts.contains(where: { config.asOf($0.1) != nil }) else {
            return .inconclusive(
                LocalizedText("no contact names a source, so its age is not known", "联系方式均无来源，无法判断时效"),
                command: seen
            )
        }
        return .fail(
            LocalizedText(
                "all \(contacts.count) contacts are older than policy calls fresh",
                "全部\(contacts.count)项联系方式均已超过有效期"
            ),
            command: seen
        )
    }

    private func railNamed(_ move: WantedMove) -> GateVerdict {
        guard let rail = config.rollout(of: move.channel)?.rail else {
            return .fail(
                LocalizedText("it is not decided how the money moves", "尚未确定支付通道"),
                command: "visafee city enable \(city) \(move.channel) --rail KIND --credential NAME"
            )
        }
        return .pass(
            LocalizedText(
                "\(rail.kind.rawValue), credential \(rail.credential)",
                "\(rail.kind.rawValue)，凭据\(rail.credential)"
            )
        )
    }

    // No command signs evidence yet, so none is named: whoever looked decides.
    private func byEvidence(_ gate: Gate, _ move: WantedMove) -> GateVerdict {
        let own = evidence.filter {
            $0.gate == gate && $0.city == city && $0.channel == move.channel && $0.found <= now
        }
        guard let newest = own.max(by: { $0.found < $1.found }) else {
            return .inconclusive(
                LocalizedText(
                    "there is no evidence, and no command produces it yet: look yourself, and decide with --decide",
                    "没有证据，目前也没有命令能生成证据：请自行核实，并用--decide作出决定"
                ),
                command: nil
            )
        }
        guard newest.producer != nil else {
            return .inconclusive(
                LocalizedText("the evidence is signed by no command: it was written by hand", "证据未由命令签名，系手工填写"),
                command: nil
            )
        }
        guard newest.content == content else {
            return .inconclusive(
                LocalizedText("the evidence is about other content", "证据针对的是其他版本的内容"),
                command: nil
            )
        }
        let days = Int64(gate.evidenceDays ?? 0)
        guard newest.found.seconds(to: now) <= days * 86_400 else {
            return .inconclusive(
                LocalizedText(
                    "the evidence of \(newest.found) is older than \(days) days",
                    "\(newest.found)的证据已超过\(days)天"
                ),
                command: nil
            )
        }
        let detail = LocalizedText("\(newest.detail) (\(newest.found))", "\(newest.detail)（\(newest.found)）")
        return newest.isGood ? .pass(detail) : .fail(detail, command: nil)
    }

    private func soaked(_ days: Int, _ move: WantedMove) -> GateVerdict {
        guard let since = move.since else {
            return .inconclusive(
                LocalizedText("no day is written for the stage before", "前一阶段没有开始日期"),
                command: "visafee city show \(city)"
            )
        }
        let lasted = since.days(to: move.day)
        guard lasted < days else {
            return .pass(LocalizedText("\(lasted) days since \(since)", "自\(since)起已\(lasted)天"))
        }
        let earliest = since.adding(days: days)?.description ?? ""
        return .fail(
            LocalizedText("\(lasted) days since \(since), of \(days)", "自\(since)起\(lasted)天，需\(days)天"),
            command: "write \(earliest) or a later day for the stage"
        )
    }

    private func approved(_ count: Int) -> GateVerdict {
        guard approvers.count < count else {
            return .pass(
                LocalizedText("by \(approvers.joined(separator: ", "))", "批准人：\(approvers.joined(separator: "、"))")
            )
        }
        return .fail(
            LocalizedText(
                "\(approvers.count) of \(count) people have approved the plan",
                "已有\(approvers.count)人批准，需\(count)人"
            ),
            command: "visafee release approve plan.json --key FILE --output NAME.approval.json"
        )
    }

    private func noFreeze(_ move: WantedMove) -> GateVerdict {
        switch ChangeCalendar(config.calendar).verdict(on: move.day) {
        case .safe:
            return .pass(LocalizedText("\(move.day) and the day after are working days", "\(move.day)及次日均为工作日"))
        case .frozen:
            let next = ChangeCalendar(config.calendar).firstSafeDay(onOrAfter: move.day)
            let command =
                switch next {
                case .success(let day): "write \(day) for the stage: the next safe day"
                case .failure(let missing): "add the holidays of \(missing.year) to calendar.yaml"
                }
            return .fail(
                LocalizedText(
                    "\(move.day) is no working day, or nobody works the day after",
                    "\(move.day)不是工作日，或次日无人值守"
                ),
                command: command
            )
        case .notPublished(let year):
            return .inconclusive(
                LocalizedText("the holidays of \(year) are not published", "\(year)年节假日安排尚未公布"),
                command: "add the holidays of \(year) to calendar.yaml once they are"
            )
        }
    }
}
