import CivilTime
import ServiceConfig
import Vocabulary

/// What differs between a channel and the same channel later, apart from whether it is offered.
struct ChannelParts {
    private let old: Channel
    private let new: Channel
    private let oldTerms: Terms
    private let newTerms: Terms
    private let services: [String: LocalizedText]

    init(_ old: Channel, _ before: CityConfig, _ new: Channel, _ after: CityConfig) {
        self.old = old
        self.new = new
        self.oldTerms = before.terms
        self.newTerms = after.terms
        self.services = Dictionary((after.services + before.services).map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// The changes, with what was and what will be.
    func changes(in city: String) -> [FactChange] {
        var changes: [FactChange] = []
        func add(
            _ part: LocalizedText,
            _ before: LocalizedText?,
            _ after: LocalizedText?,
            isNarrower: Bool = false
        ) {
            let kind: ChangeKind = isNarrower ? .channelNarrowed : .channelChanged
            changes.append(FactChange(kind, in: city, new.id, part: part, before, after))
        }
        if old.applicants != new.applicants {
            add(
                LocalizedText("applicants", "适用申请人"),
                applicants(old, oldTerms),
                applicants(new, newTerms),
                isNarrower: Self.loses(old.applicants, new.applicants)
            )
        }
        if old.services != new.services {
            let names = { (ids: [String]) in FactWords.list(ids.map { services[$0] ?? FactWords.same($0) }) }
            add(
                LocalizedText("services", "适用业务"),
                names(old.services),
                names(new.services),
                isNarrower: !Set(old.services).isSubset(of: new.services)
            )
        }
        if old.methods != new.methods {
            add(
                LocalizedText("methods", "支付方式"),
                methods(old, oldTerms),
                methods(new, newTerms),
                isNarrower: Self.loses(old.methods, new.methods)
            )
        }
        if old.refund != new.refund {
            add(
                LocalizedText("refund", "退款"),
                Self.words(old.refund),
                Self.words(new.refund),
                isNarrower: old.refund.map { $0 != .none } ?? false
            )
        }
        if old.steps != new.steps {
            add(LocalizedText("steps", "操作步骤"), Self.words(old.steps), Self.words(new.steps))
        }
        addRest { add($0, $1, $2) }
        return changes
    }

    private func addRest(_ add: (LocalizedText, LocalizedText?, LocalizedText?) -> Void) {
        if old.kind != new.kind || old.reach != new.reach {
            let words = { (channel: Channel) in FactWords.same("\(channel.kind) (\(channel.reach.rawValue))") }
            add(LocalizedText("kind", "类型"), words(old), words(new))
        }
        if old.account != new.account {
            add(LocalizedText("account", "账号"), Self.words(old.account), Self.words(new.account))
        }
        let screens = { (elements: [ScreenElement]) in FactWords.list(elements.map { FactWords.same($0.rawValue) }) }
        if old.asksFor != new.asksFor {
            add(LocalizedText("what it asks for", "需填写内容"), screens(old.asksFor), screens(new.asksFor))
        }
        if old.shows != new.shows {
            add(LocalizedText("what it shows", "显示内容"), screens(old.shows), screens(new.shows))
        }
        if old.languages != new.languages {
            let words = { (channel: Channel) in
                FactWords.list(channel.languages.map { FactWords.same($0.rawValue) })
            }
            add(LocalizedText("languages", "语言"), words(old), words(new))
        }
        if old.window != new.window {
            add(LocalizedText("window", "缴费期限"), Self.words(old.window), Self.words(new.window))
        }
        if old.sites != new.sites {
            let words = { (sites: Int?) in sites.map { FactWords.same("\($0)") } ?? FactWords.unknown }
            add(LocalizedText("sites", "网点数"), words(old.sites), words(new.sites))
        }
        if old.provenance != new.provenance {
            add(LocalizedText("where it is known from", "依据"), old.provenance.words, new.provenance.words)
        }
    }

    /// Whether somebody or something that is named on a day is named no more on it.
    private static func loses(_ old: Timeline<[String]?>?, _ new: Timeline<[String]?>?) -> Bool {
        let days = (old?.boundaries ?? []) + (new?.boundaries ?? [])
        func lost(_ before: [String]?, _ after: [String]?) -> Bool {
            guard let before else { return false }
            return !Set(before).isSubset(of: after ?? [])
        }
        if lost(old?.undated ?? nil, new?.undated ?? nil) { return true }
        return days.contains { lost(old?.value(on: $0) ?? nil, new?.value(on: $0) ?? nil) }
    }

    private func applicants(_ channel: Channel, _ terms: Terms) -> LocalizedText {
        Self.words(channel.applicants, terms.applicants)
    }

    private func methods(_ channel: Channel, _ terms: Terms) -> LocalizedText {
        Self.words(channel.methods, terms.methods)
    }

    private static func words(_ timeline: Timeline<[String]?>?, _ names: [String: LocalizedText]) -> LocalizedText {
        guard let timeline else { return FactWords.unknown }
        return FactWords.timeline(timeline) { ids in
            FactWords.list(ids?.map { names[$0] ?? FactWords.same($0) })
        }
    }

    private static func words(_ refund: RefundRule?) -> LocalizedText {
        switch refund {
        case .originalMethod?: LocalizedText("by the original method", "原路退回")
        case .counter?: LocalizedText("at the counter", "柜台办理")
        case RefundRule.none?: FactWords.none
        case nil: FactWords.unknown
        }
    }

    private static func words(_ steps: [Step]) -> LocalizedText {
        FactWords.list(
            steps.map { step in
                switch step {
                case .follow: LocalizedText("follow the account", "关注账号")
                case .press(let press): FactWords.same("“\(press.label)”")
                }
            }
        )
    }

    private static func words(_ account: Account?) -> LocalizedText {
        guard let account else { return FactWords.unknown }
        return FactWords.list([account.name, account.id.map(FactWords.same)].compactMap { $0 })
    }

    private static func words(_ window: Channel.Window?) -> LocalizedText {
        guard let window else { return FactWords.unknown }
        let words = [window.opens?.rawValue, window.closes?.rawValue, window.fallback?.rawValue]
        return FactWords.same(words.map { $0 ?? "?" }.joined(separator: " - "))
    }
}
