import CivilTime
import ServiceConfig
public import Vocabulary

/// A change of what is known, other than of single fees and stages: the same in each of these cities.
public struct FactChange: Hashable, Sendable {
    /// What kind.
    public var kind: ChangeKind
    /// The slugs, ascending.
    public var cities: [String]
    /// What it is about: a channel, a source, the bureau.
    public var subject: String
    /// The part of it that differs, where it is not the whole.
    public var part: LocalizedText?
    /// What was said, in a few words; nothing where nothing was.
    public var before: LocalizedText?
    /// What will be said; nothing where nothing is any more.
    public var after: LocalizedText?

    init(
        _ kind: ChangeKind,
        in city: String,
        _ subject: String,
        part: LocalizedText? = nil,
        _ before: LocalizedText?,
        _ after: LocalizedText?
    ) {
        self.kind = kind
        self.cities = [city]
        self.subject = subject
        self.part = part
        self.before = before
        self.after = after
    }

    /// The changes between two configs of a city; nothing stands for a city without one.
    static func changes(in city: String, from old: CityConfig?, to new: CityConfig?) -> [FactChange] {
        switch (old, new) {
        case (nil, nil): []
        case (let old?, nil):
            [FactChange(.cityRemoved, in: city, city, old.homePayment.words, FactWords.unknown)]
        case (nil, let new?):
            [FactChange(.cityAdded, in: city, city, FactWords.unknown, new.homePayment.words)]
        case (let old?, let new?) where old == new: []
        case (let old?, let new?):
            channels(in: city, old, new) + contacts(in: city, old, new) + sources(in: city, old, new)
                + policy(in: city, old, new) + rails(in: city, old, new)
        }
    }

    private static func channels(in city: String, _ old: CityConfig, _ new: CityConfig) -> [FactChange] {
        let before = Dictionary(old.channels.map { ($0.id, $0) }) { first, _ in first }
        let after = Dictionary(new.channels.map { ($0.id, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().flatMap { id -> [FactChange] in
            let (left, right) = (before[id], after[id])
            guard left != right else { return [] }
            var changes: [FactChange] = []
            if left?.status != right?.status {
                let unknown = Timeline(ChannelStatus.unknown)
                let kind = ChannelStatus.kind(of: left?.status ?? unknown, to: right?.status ?? unknown)
                let will = right?.status.words ?? FactWords.unknown
                changes.append(FactChange(kind, in: city, id, left?.status.words, will))
            }
            guard let left, let right else { return changes }
            return changes + ChannelParts(left, old, right, new).changes(in: city)
        }
    }

    private static func contacts(in city: String, _ old: CityConfig, _ new: CityConfig) -> [FactChange] {
        var changes: [FactChange] = []
        for part in BureauPart.allCases {
            let (left, right) = (old.bureau?.words(of: part), new.bureau?.words(of: part))
            guard part.differs(old.bureau, new.bureau) else { continue }
            let values = left == right ? (nil, nil) : (left ?? FactWords.unknown, right ?? FactWords.unknown)
            changes.append(FactChange(.contactChanged, in: city, "bureau", part: part.name, values.0, values.1))
        }
        if old.hotline != new.hotline {
            let (left, right) = (FactWords.same(old.hotline.number), FactWords.same(new.hotline.number))
            changes.append(
                old.hotline.number == new.hotline.number
                    ? FactChange(.contactChanged, in: city, "hotline", part: FactWords.otherParts, nil, nil)
                    : FactChange(.contactChanged, in: city, "hotline", left, right)
            )
        }
        if old.receipt != new.receipt { changes.append(FactChange(.receiptChanged, in: city, "receipt", nil, nil)) }
        return changes
    }

    private static func sources(in city: String, _ old: CityConfig, _ new: CityConfig) -> [FactChange] {
        let before = Dictionary(old.sources.map { ($0.id, $0) }) { first, _ in first }
        let after = Dictionary(new.sources.map { ($0.id, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { id in
            switch (before[id], after[id]) {
            case (let left?, let right?) where left != right:
                left.dating == right.dating
                    ? FactChange(.sourceChanged, in: city, id, part: FactWords.otherParts, nil, nil)
                    : FactChange(.sourceChanged, in: city, id, left.dating, right.dating)
            case (let left?, nil): FactChange(.sourceRemoved, in: city, id, FactWords.same(left.label), nil)
            case (nil, let right?): FactChange(.sourceAdded, in: city, id, nil, FactWords.same(right.label))
            default: nil
            }
        }
    }

    private static func rails(in city: String, _ old: CityConfig, _ new: CityConfig) -> [FactChange] {
        let channels = Set(old.rollouts.map(\.channel)).union(new.rollouts.map(\.channel)).sorted()
        return channels.compactMap { channel in
            let (left, right) = (old.rollout(of: channel)?.rail, new.rollout(of: channel)?.rail)
            guard left != right else { return nil }
            return FactChange(
                .railChanged,
                in: city,
                channel,
                left?.words ?? FactWords.unknown,
                right?.words ?? FactWords.unknown
            )
        }
    }

    private static func policy(in city: String, _ old: CityConfig, _ new: CityConfig) -> [FactChange] {
        var changes: [FactChange] = []
        func add(_ english: String, _ chinese: String, _ before: String? = nil, _ after: String? = nil) {
            changes.append(
                FactChange(
                    .policyChanged,
                    in: city,
                    english,
                    part: LocalizedText(english, chinese),
                    before.map(FactWords.same),
                    after.map(FactWords.same)
                )
            )
        }
        if old.calendar != new.calendar { add("working days", "工作日安排") }
        if old.freshness.days != new.freshness.days { add("days for which facts stay fresh", "信息有效天数") }
        if old.freshness.priceNeeds != new.freshness.priceNeeds {
            let (before, after) = (old.freshness.priceNeeds.rawValue, new.freshness.priceNeeds.rawValue)
            add("confidence that a price needs", "显示价格所需的可信度", before, after)
        }
        if old.services != new.services { add("wording of services", "业务用语") }
        if old.terms != new.terms { add("wording of terms", "术语用语") }
        if old.askedFrom != new.askedFrom {
            add("first day answered for", "最早可查询日期", "\(old.askedFrom)", "\(new.askedFrom)")
        }
        if old.place != new.place { add("names of the place", "地名") }
        if old.fees.items != new.fees.items { add("names of fees", "收费项目名称") }
        return changes
    }

    /// Says once what is the same in several cities.
    static func joined(_ changes: [FactChange]) -> [FactChange] {
        var joined: [FactChange] = []
        var places: [FactChange: Int] = [:]
        for change in changes {
            var key = change
            key.cities = []
            // A city added or removed is named by its own slug.
            if let place = places[key] {
                joined[place].cities += change.cities
            } else {
                places[key] = joined.count
                joined.append(change)
            }
        }
        return joined
    }
}

extension ChannelStatus {
    /// What kind of change it is from some statuses to others: by what holds at last, or else by any day between.
    ///
    /// Unknown is no no: a channel of which nothing is known any more is not one that is no longer offered.
    fileprivate static func kind(of old: Timeline<ChannelStatus>, to new: Timeline<ChannelStatus>) -> ChangeKind {
        let days = Set(old.boundaries + new.boundaries).sorted().reversed()
        let pairs = days.map { (old.value(on: $0) ?? .unknown, new.value(on: $0) ?? .unknown) }
        for (before, after) in pairs + [(old.undated ?? .unknown, new.undated ?? .unknown)] where before != after {
            if after == .offered { return .channelOffered }
            if after == .unknown { return .channelBecameUnknown }
            return before == .offered ? .channelWithdrawn : .channelChanged
        }
        return .channelChanged
    }
}

extension Source {
    fileprivate var dating: LocalizedText {
        LocalizedText(
            (published.map { "published \($0), " } ?? "") + "retrieved \(retrieved)",
            (published.map { "\($0)发布，" } ?? "") + "\(retrieved)查阅"
        )
    }
}

extension Rail {
    fileprivate var words: LocalizedText {
        FactWords.same([kind.rawValue, mode?.rawValue, credential].compactMap { $0 }.joined(separator: " "))
    }
}
