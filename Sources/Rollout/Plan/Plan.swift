public import CivilTime
public import ServiceConfig
import Vocabulary

/// One side of a comparison: content whose configs are loaded as they are asked for.
public struct PlanSide: Sendable {
    /// The digest of its `content.json`, as the list itself computes it; nothing where there was nothing before.
    public let content: Digest?
    /// The digest of the registry it was made from.
    public let registry: Digest?
    /// The slugs of all its cities.
    public let cities: Set<String>
    /// The configs that may differ from the other side's: of a city on both sides both have it, or neither.
    public let configs: [String: CityConfig]

    /// Content with these digests and cities, and the configs that may differ.
    public init(content: Digest?, registry: Digest?, cities: Set<String>, configs: [String: CityConfig]) {
        self.content = content
        self.registry = registry
        self.cities = cities
        self.configs = configs
    }

    /// No content at all: before the first release.
    public static let empty = PlanSide(content: nil, registry: nil, cities: [], configs: [:])
}

/// What changes for people when one content takes another's place.
///
/// A plan is a value: a pure function of the two contents and of the day it is made for, which only says where the past ends.
public struct Plan: Hashable, Sendable {
    /// One change.
    public enum Change: Hashable, Sendable {
        /// Who may pay.
        case stage(StageChange)
        /// What it costs.
        case fee(FeeBox)
        /// What is known.
        case fact(FactChange)
    }

    /// The content it starts from.
    public let base: Digest?
    /// The content it leads to.
    public let target: Digest?
    /// Whether the registries' bytes differ, answers or not.
    public let registryDiffers: Bool
    /// The day before which days are gone by.
    public let day: CivilDate
    /// The changes, those that matter most to most people first.
    public let changes: [Change]
    /// How many answers there are: cities times paths times nationalities.
    public let answerCount: Int
    /// How many of them change, on some day.
    public let changedAnswerCount: Int
    /// How many cities change in any way.
    public let changedCities: [String]
    /// How many cities there are on either side.
    public let cityCount: Int

    /// Compares.
    ///
    /// `answerCount` is how many answers there are for all cities of either content; it is only told.
    public init(from old: PlanSide, to new: PlanSide, on day: CivilDate, answerCount: Int) {
        var stages: [StageChange] = []
        var boxes: [FeeBox] = []
        var facts: [FactChange] = []
        var told = 0
        let slugs = Set(old.configs.keys).union(new.configs.keys).filter { old.configs[$0] != new.configs[$0] }
            .sorted()
        for slug in slugs {
            let (before, after) = (old.configs[slug], new.configs[slug])
            stages += StageChange.changes(in: slug, from: before, to: after)
            facts += FactChange.changes(in: slug, from: before, to: after)
            guard let before, let after else {
                guard let whole = (after ?? before).map({ WholeTable($0.fees) }) else { continue }
                facts += whole.change(in: slug, isNew: before == nil).map { [$0] } ?? []
                told += whole.knownCount
                continue
            }
            let fees = FeeComparison(slug, from: before.fees, to: after.fees).result
            boxes += fees.boxes
            told += fees.changedCount
        }
        let changes =
            stages.map(Change.stage) + FeeBox.joined(boxes).map(Change.fee) + FactChange.joined(facts).map(Change.fact)
        self.base = old.content
        self.target = new.content
        self.registryDiffers = old.registry != new.registry
        self.day = day
        self.changes = changes.enumerated()
            .sorted { left, right in
                let (a, b) = (left.element.rank, right.element.rank)
                return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
            }
            .map(\.element)
        self.answerCount = answerCount
        self.changedAnswerCount = told
        self.changedCities = slugs
        self.cityCount = old.cities.union(new.cities).count
    }

    /// The kinds of a change: its own, and whether it is about days gone by.
    public func kinds(of change: Change) -> [ChangeKind] {
        [change.kind] + (change.first.map { $0 < day } == true ? [.historyRewritten] : [])
    }

    /// Whether any answer that a person can get changes.
    public var changesNothing: Bool { changes.isEmpty }
}

extension Plan.Change {
    /// Its own kind.
    public var kind: ChangeKind {
        switch self {
        case .stage(let change): change.kind
        case .fee(let box): box.kind
        case .fact(let change): change.kind
        }
    }

    /// The cities it is about.
    public var cities: [String] {
        switch self {
        case .stage(let change): [change.city]
        case .fee(let box): box.cities
        case .fact(let change): change.cities
        }
    }

    /// The first day; nothing where it is about no day.
    public var first: CivilDate? {
        switch self {
        case .stage(let change): change.from
        case .fee(let box): box.from
        case .fact: nil
        }
    }

    /// By what changes are sorted, ascending: first who may pay, then money, then the rest; within each, more people and
    /// more money first.
    fileprivate var rank: [Int] {
        switch self {
        case .stage(let change):
            [0, -abs(change.percentAfter - change.percentBefore), Int(change.from.dayNumber)]
        case .fee(let box):
            [
                box.kind == .feeBasisChanged ? 3 : 1,
                -Int(clamping: abs(box.increase ?? 0)) &* box.cellCount, -box.cellCount, Int(box.from.dayNumber),
            ]
        case .fact(let change):
            [change.kind.order, -change.cities.count]
        }
    }
}

extension ChangeKind {
    fileprivate var order: Int {
        switch self {
        case .feeBecameKnown, .feeBecameUnknown: 1
        case .channelOffered, .channelWithdrawn, .channelBecameUnknown, .channelNarrowed, .cityAdded, .cityRemoved,
            .railChanged:
            2
        case .contactChanged, .channelChanged, .receiptChanged: 4
        default: 5
        }
    }
}
