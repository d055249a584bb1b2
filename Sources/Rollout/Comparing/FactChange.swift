import CivilTime
import ServiceConfig
import Vocabulary

/// A change of what is known, other than of fees and stages: the same in each of these cities.
public struct FactChange: Hashable, Sendable {
    /// What kind.
    public var kind: ChangeKind
    /// The slugs, ascending.
    public var cities: [String]
    /// What it is about: a channel, a source, a part of the bureau.
    public var subject: String
    /// What was said, in a word or two; nothing where nothing was.
    public var before: String?
    /// What will be said; nothing where nothing is any more.
    public var after: String?

    /// The changes between two configs of a city; nothing stands for a city without one.
    static func changes(in city: String, from old: CityConfig?, to new: CityConfig?) -> [FactChange] {
        func change(_ kind: ChangeKind, _ subject: String, _ before: String?, _ after: String?) -> FactChange {
            FactChange(kind: kind, cities: [city], subject: subject, before: before, after: after)
        }
        guard let new else {
            return old == nil ? [] : [change(.cityRemoved, city, old?.homePaymentWords, "unknown")]
        }
        guard let old else { return [change(.cityAdded, city, "unknown", new.homePaymentWords)] }
        guard old != new else { return [] }
        return channels(old, new, change) + contacts(old, new, change) + sources(old, new, change)
            + policy(old, new, change) + rails(old, new, change)
    }

    private typealias Maker = (ChangeKind, String, String?, String?) -> FactChange

    private static func channels(_ old: CityConfig, _ new: CityConfig, _ change: Maker) -> [FactChange] {
        let before = Dictionary(old.channels.map { ($0.id, $0) }) { first, _ in first }
        let after = Dictionary(new.channels.map { ($0.id, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().flatMap { id -> [FactChange] in
            let (left, right) = (before[id], after[id])
            guard left != right else { return [] }
            let (was, will) = (left?.statusWords, right?.statusWords)
            var changes: [FactChange] = []
            if was != will {
                let offersNow = right?.offersAtLast ?? false
                let offered = left?.offersAtLast ?? false
                let kind: ChangeKind =
                    offersNow == offered ? .channelChanged : offersNow ? .channelOffered : .channelWithdrawn
                changes.append(change(kind, id, was, will))
            }
            guard let left, let right else { return changes }
            let parts = left.differingParts(from: right)
            if !parts.isEmpty {
                changes.append(change(.channelChanged, "\(id): \(parts.joined(separator: ", "))", nil, nil))
            }
            return changes
        }
    }

    private static func contacts(_ old: CityConfig, _ new: CityConfig, _ change: Maker) -> [FactChange] {
        var changes: [FactChange] = []
        if old.bureau?.contactWords != new.bureau?.contactWords {
            changes.append(change(.contactChanged, "bureau", old.bureau?.contactWords, new.bureau?.contactWords))
        } else if old.bureau != new.bureau {
            changes.append(change(.contactChanged, "bureau: hours, online services or provenance", nil, nil))
        }
        if old.hotline != new.hotline {
            changes.append(change(.contactChanged, "hotline", old.hotline.number, new.hotline.number))
        }
        if old.receipt != new.receipt { changes.append(change(.receiptChanged, "receipt", nil, nil)) }
        return changes
    }

    private static func sources(_ old: CityConfig, _ new: CityConfig, _ change: Maker) -> [FactChange] {
        let before = Dictionary(old.sources.map { ($0.id, $0) }) { first, _ in first }
        let after = Dictionary(new.sources.map { ($0.id, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { id in
            switch (before[id], after[id]) {
            case (let left?, let right?) where left != right: change(.sourceChanged, id, left.dating, right.dating)
            case (let left?, nil): change(.sourceRemoved, id, left.label, nil)
            case (nil, let right?): change(.sourceAdded, id, nil, right.label)
            default: nil
            }
        }
    }

    private static func rails(_ old: CityConfig, _ new: CityConfig, _ change: Maker) -> [FactChange] {
        let channels = Set(old.rollouts.map(\.channel)).union(new.rollouts.map(\.channel)).sorted()
        return channels.compactMap { channel in
            let (left, right) = (old.rollout(of: channel)?.rail, new.rollout(of: channel)?.rail)
            return left == right
                ? nil : change(.railChanged, channel, left?.words ?? "unknown", right?.words ?? "unknown")
        }
    }

    private static func policy(_ old: CityConfig, _ new: CityConfig, _ change: Maker) -> [FactChange] {
        let parts: [(String, Bool)] = [
            ("calendar", old.calendar != new.calendar), ("freshness", old.freshness != new.freshness),
            ("wording of services", old.services != new.services), ("wording of terms", old.terms != new.terms),
            ("first day answered for", old.askedFrom != new.askedFrom), ("names of the place", old.place != new.place),
            ("names of fees", old.fees.items != new.fees.items),
        ]
        return parts.filter(\.1).map { change(.policyChanged, $0.0, nil, nil) }
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

extension CityConfig {
    fileprivate var homePaymentWords: String { homePayment.words }
}

extension Timeline<ChannelStatus> {
    /// The statuses with their days.
    fileprivate var words: String {
        let first = undated.map { [$0.rawValue] } ?? []
        return (first + changes.map { "\($0.value.rawValue) from \($0.date)" }).joined(separator: ", ")
    }
}

extension Channel {
    fileprivate var statusWords: String { status.words }

    fileprivate var offersAtLast: Bool {
        (status.changes.last?.value ?? status.undated) == .offered
    }

    /// What else differs, in words.
    fileprivate func differingParts(from other: Channel) -> [String] {
        let parts: [(String, Bool)] = [
            ("kind", kind != other.kind || reach != other.reach), ("applicants", applicants != other.applicants),
            ("services", services != other.services), ("account", account != other.account),
            ("what it asks for or shows", asksFor != other.asksFor || shows != other.shows),
            ("methods", methods != other.methods), ("refund", refund != other.refund),
            ("languages", languages != other.languages), ("window", window != other.window),
            ("steps", steps != other.steps), ("sites", sites != other.sites),
            ("provenance", provenance != other.provenance),
        ]
        return parts.filter(\.1).map(\.0)
    }
}

extension Bureau {
    /// Phones and addresses, as one line.
    fileprivate var contactWords: String {
        let numbers = (phones + offices.flatMap(\.phones)).map(\.number)
        let addresses = offices.compactMap { $0.address?.text(in: .english) }
        return (numbers + addresses).joined(separator: "; ")
    }
}

extension Source {
    fileprivate var dating: String {
        (published.map { "published \($0), " } ?? "") + "retrieved \(retrieved)"
    }
}

extension Rail {
    fileprivate var words: String {
        [kind.rawValue, mode?.rawValue, credential].compactMap { $0 }.joined(separator: " ")
    }
}
