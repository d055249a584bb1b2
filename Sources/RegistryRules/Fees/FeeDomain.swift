public import CityRegistry
public import CivilTime
public import Divisions
public import Vocabulary

/// A set of leaves, by their numbers in a ``FeeDomain``.
public struct LeafSet: Hashable, Sendable {
    /// The most leaves a registry may have.
    public static let limit = 256
    private(set) var words: SIMD4<UInt64> = .zero

    init() {}

    init(first count: Int) {
        for leaf in 0..<count { insert(leaf) }
    }

    mutating func insert(_ leaf: Int) {
        words[leaf >> 6] |= 1 << UInt64(leaf & 63)
    }

    func contains(_ leaf: Int) -> Bool {
        words[leaf >> 6] & (1 << UInt64(leaf & 63)) != 0
    }

    var isEmpty: Bool { words == .zero }

    func intersection(_ other: LeafSet) -> LeafSet {
        var result = self
        result.words &= other.words
        return result
    }

    func union(_ other: LeafSet) -> LeafSet {
        var result = self
        result.words |= other.words
        return result
    }
}

/// A set of nationalities, by their numbers in a ``FeeDomain``.
public struct NationalitySet: Hashable, Sendable {
    /// The most nationalities there may be.
    public static let limit = 512
    private(set) var words: SIMD8<UInt64> = .zero

    /// Nobody.
    public init() {}

    init(first count: Int) {
        for nationality in 0..<count { insert(nationality) }
    }

    mutating func insert(_ nationality: Int) {
        words[nationality >> 6] |= 1 << UInt64(nationality & 63)
    }

    /// Whether the nationality with this number belongs to the set.
    public func contains(_ nationality: Int) -> Bool {
        words[nationality >> 6] & (1 << UInt64(nationality & 63)) != 0
    }

    /// Whether nobody belongs to the set.
    public var isEmpty: Bool { words == .zero }

    func intersection(_ other: NationalitySet) -> NationalitySet {
        var result = self
        result.words &= other.words
        return result
    }

    /// Everybody who belongs to either.
    public func union(_ other: NationalitySet) -> NationalitySet {
        var result = self
        result.words |= other.words
        return result
    }

    func subtracting(_ other: NationalitySet) -> NationalitySet {
        var result = self
        result.words &= ~other.words
        return result
    }

    func isSuperset(of other: NationalitySet) -> Bool {
        other.words & ~words == .zero
    }
}

/// Everything a fee can be asked for: leaves, nationalities, and days from `asked-from` on.
///
/// All are numbered, so that
/// what a rate matches is a pair of sets.
public struct FeeDomain: Sendable {
    /// The first day that is asked about.
    public let askedFrom: CivilDate
    /// All leaves, service by service.
    public let leaves: [Leaf]
    /// All nationalities that are asked, in order.
    public let nationalities: [NationalityCode]

    let everyLeaf: LeafSet
    let everyone: NationalitySet
    private let numbers: [NationalityCode: Int]
    private let leavesByService: [String: LeafSet]
    /// For each service, question and answer: the leaves where that answer was given.
    private let leavesByAnswer: [String: [String: [String: LeafSet]]]

    init(settings: Settings, nationalities table: NationalityTable) {
        let notForeign = Set(settings.nationalities.notForeign.map(\.value))
        self.askedFrom = settings.askedFrom.value
        self.nationalities = Array(
            table.codes.filter { !notForeign.contains($0) }.sorted().prefix(NationalitySet.limit)
        )
        self.leaves = Array(settings.services.flatMap(\.service.leaves).prefix(LeafSet.limit))
        self.everyLeaf = LeafSet(first: leaves.count)
        self.everyone = NationalitySet(first: nationalities.count)
        self.numbers = Dictionary(nationalities.enumerated().map { ($1, $0) }) { first, _ in first }
        var byService: [String: LeafSet] = [:]
        var byAnswer: [String: [String: [String: LeafSet]]] = [:]
        for (number, leaf) in leaves.enumerated() {
            byService[leaf.service, default: LeafSet()].insert(number)
            for choice in leaf.choices {
                byAnswer[leaf.service, default: [:]][choice.question, default: [:]][choice.answer, default: LeafSet()]
                    .insert(number)
            }
        }
        self.leavesByService = byService
        self.leavesByAnswer = byAnswer
    }

    /// The number of a nationality, where it is asked.
    public func number(of code: NationalityCode) -> Int? {
        numbers[code]
    }

    /// The leaves of a service.
    func leaves(of service: String) -> LeafSet {
        leavesByService[service] ?? LeafSet()
    }

    /// The leaves of a service on which every one of these questions was asked and answered so.
    func leaves(of service: String, where conditions: [ConditionRecord]) -> LeafSet {
        let byQuestion = leavesByAnswer[service] ?? [:]
        return conditions.reduce(leaves(of: service)) { found, condition in
            guard condition.question.value != Rate.nationalityQuestion else { return found }
            let byAnswer = byQuestion[condition.question.value] ?? [:]
            let matching = condition.answers.reduce(LeafSet()) { set, answer in
                set.union(byAnswer[answer.value] ?? LeafSet())
            }
            return found.intersection(matching)
        }
    }
}
