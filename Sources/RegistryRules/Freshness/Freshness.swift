public import CityRegistry
public import CivilTime
public import Vocabulary

/// What kind of fact it is, as `fresh-for` in `registry.yaml` tells kinds apart.
public enum FreshnessClass: String, CaseIterable, Sendable {
    /// What something costs, and who is charged so.
    case fee
    /// Where a bureau is, when it is open and how it is reached.
    case contact
    /// That a channel is there, for whom and with what one can pay.
    case channel
    /// Which buttons are pressed.
    case steps

    /// Several facts of the kind, for people.
    public var name: LocalizedText {
        switch self {
        case .fee: LocalizedText("fees", "收费标准")
        case .contact: LocalizedText("contacts", "联系方式")
        case .channel: LocalizedText("payment channels", "缴费渠道")
        case .steps: LocalizedText("payment steps", "操作步骤")
        }
    }
}

/// How old a fact may be: the arithmetic of freshness, and the only place for it on the registry's side.
///
/// A fact is as old as the newest of its sources that is dated, or else the one read last: having read an undated page today
/// makes what a dated one says no younger. The engine judges the same way, from what is generated.
public struct FreshnessPolicy: Sendable {
    private let days: [FreshnessClass: Int]

    /// The policy that `registry.yaml` states.
    public init(_ settings: Settings) {
        let known = settings.freshFor.compactMap { entry in
            FreshnessClass(rawValue: entry.class.value).map { ($0, entry.days.value) }
        }
        self.days = Dictionary(known) { first, _ in first }
    }

    /// For how many days a fact of a class is fresh; nothing where the policy does not limit it.
    public func days(for kind: FreshnessClass) -> Int? {
        days[kind]
    }

    /// How old a fact is and when it goes stale; nothing where it names no source of the file, or nothing limits its class.
    public func age(of provenance: Provenance, as kind: FreshnessClass, in facts: FileFacts) -> FactAge? {
        guard let limit = days[kind],
            let newest = Source.newest(of: provenance.sources.compactMap { facts.source($0.value) })
        else { return nil }
        return FactAge(source: newest, limit: limit)
    }
}

/// How old a fact is.
public struct FactAge: Sendable {
    /// The source that decides it.
    public let source: Source
    /// The first day that the source can have spoken on.
    public let asOf: CivilDate
    /// For how many days the fact is fresh.
    public let limit: Int

    init(source: Source, limit: Int) {
        self.source = source
        self.asOf = source.asOf
        self.limit = limit
    }

    /// The first day on which the fact is stale; nothing where that lies after all days there are.
    public var staleFrom: CivilDate? { asOf.adding(days: limit + 1) }

    /// Whether the fact is older on a day than policy calls fresh.
    public func isStale(on day: CivilDate) -> Bool {
        asOf.days(to: day) > limit
    }
}

extension Source {
    /// The first day it can have been published on, or the day it was retrieved where that is not known.
    public var asOf: CivilDate {
        published?.value.earliest ?? retrieved.value
    }

    /// The source that says how old a fact is.
    static func newest(of sources: [Source]) -> Source? {
        let dated = sources.filter { $0.published != nil }
        return (dated.isEmpty ? sources : dated).max { $0.asOf < $1.asOf }
    }
}
