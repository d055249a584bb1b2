public import CivilTime
import Money
public import Vocabulary

/// What a fee is, and how sure that is.
public struct FeeAnswer: Hashable, Sendable {
    /// The fee.
    public var fee: Fee
    /// What it is charged for each of.
    public var unit: FeeUnit
    /// The bill's name for it, one of ``FeeTable/items``; nothing where nobody knows.
    public var item: String?
    /// The group that the nationality is thought to be in and that the fee is for; nothing where it rests on none.
    public var membership: GroupMembership?
    /// Whether it comes from the city's own table rather than the schedule.
    public var isLocal: Bool
    /// What a reader should know.
    public var note: LocalizedText?
    /// Where it comes from; its confidence is never above that of the membership it rests on.
    public var provenance: Provenance

    /// A fee with where it comes from.
    public init(
        fee: Fee,
        unit: FeeUnit,
        item: String?,
        membership: GroupMembership?,
        isLocal: Bool,
        note: LocalizedText?,
        provenance: Provenance
    ) {
        self.fee = fee
        self.unit = unit
        self.item = item
        self.membership = membership
        self.isLocal = isLocal
        self.note = note
        self.provenance = provenance
    }

    /// Whether it holds only if the nationality is in the group it is thought to be in.
    public var restsOnMembership: Bool { membership != nil }
}

/// The group of nationalities that a fee rests on.
public struct GroupMembership: Hashable, Sendable {
    /// The schedule's own word for the group.
    public var group: String
    /// Its name.
    public var name: LocalizedText
    /// Whether it is the group of all whom no list names, rather than a list.
    public var isEveryoneElse: Bool

    /// A group.
    public init(group: String, name: LocalizedText, isEveryoneElse: Bool) {
        self.group = group
        self.name = name
        self.isEveryoneElse = isEveryoneElse
    }
}

/// A fee's own name on the bill.
public struct FeeItem: Hashable, Sendable {
    /// The name.
    public var name: LocalizedText
    /// The documents that order the fee; nothing where nobody knows.
    public var basis: [String]?
    /// Where that comes from.
    public var provenance: Provenance

    /// An item.
    public init(name: LocalizedText, basis: [String]?, provenance: Provenance) {
        self.name = name
        self.basis = basis
        self.provenance = provenance
    }
}

/// A group of nationalities that has the same fees everywhere in a table.
public struct NationalityClass: Hashable, Sendable {
    /// The schedule's own word for the group that all of them are in on every day; nothing where one of them moves.
    public var group: String?
    /// The name of that group.
    public var name: LocalizedText?
    /// The nationalities, ascending.
    public var nationalities: [NationalityCode]

    /// A class.
    public init(group: String?, name: LocalizedText?, nationalities: [NationalityCode]) {
        self.group = group
        self.name = name
        self.nationalities = nationalities
    }
}

/// Everything a city charges: for each leaf and class of nationalities, answers as intervals of days.
public struct FeeTable: Hashable, Sendable {
    /// From a day on, this answer.
    public struct Interval: Hashable, Sendable {
        /// The first day.
        public var from: CivilDate
        /// The answer's place in ``FeeTable/answers``.
        public var answer: Int

        /// An interval that lasts until the next one.
        public init(from: CivilDate, answer: Int) {
            self.from = from
            self.answer = answer
        }
    }

    /// What fees are called on the bill.
    public let items: [String: FeeItem]
    /// Every path through the services' questions, in their order.
    public let leaves: [Leaf]
    /// Classes that part all nationalities.
    public let classes: [NationalityClass]
    /// The distinct answers.
    public let answers: [FeeAnswer]
    /// Leaf by leaf, class by class: intervals, the first from `asked-from` on.
    public let cells: [[[Interval]]]

    // The look-up: flat arrays, so that an answer takes two short searches and no allocation.
    private let codes: [NationalityCode]
    private let classOfCode: [Int32]
    private let starts: [Int32]
    private let days: [CivilDate]
    private let answerOfDay: [Int32]

    /// A table; every leaf has a cell for each class, every cell at least one interval, and days ascend within it.
    public init(
        items: [String: FeeItem],
        leaves: [Leaf],
        classes: [NationalityClass],
        answers: [FeeAnswer],
        cells: [[[Interval]]]
    ) {
        precondition(
            cells.count == leaves.count && cells.allSatisfy { $0.count == classes.count },
            "a fee table has a cell for each leaf and class"
        )
        self.items = items
        self.leaves = leaves
        self.classes = classes
        self.answers = answers
        self.cells = cells
        let members = classes.enumerated()
            .flatMap { number, members in members.nationalities.map { (code: $0, number: Int32(number)) } }
            .sorted { $0.code < $1.code }
        self.codes = members.map(\.code)
        self.classOfCode = members.map(\.number)
        var starts: [Int32] = []
        var days: [CivilDate] = []
        var answerOfDay: [Int32] = []
        for intervals in cells.flatMap({ $0 }) {
            starts.append(Int32(days.count))
            for interval in intervals {
                days.append(interval.from)
                answerOfDay.append(Int32(interval.answer))
            }
        }
        starts.append(Int32(days.count))
        self.starts = starts
        self.days = days
        self.answerOfDay = answerOfDay
    }

    /// The number of a leaf, to ask with.
    public func number(of leaf: Leaf) -> Int? {
        leaves.firstIndex(of: leaf)
    }

    /// What a leaf costs a nationality on a day; nothing for a nationality that is not asked, or before the first day.
    public func answer(leaf: Int, nationality: NationalityCode, on day: CivilDate) -> FeeAnswer? {
        answerNumber(leaf: leaf, nationality: nationality, on: day).map { answers[$0] }
    }

    /// The days after this one from which a leaf costs a nationality something else, and what; ascending.
    public func changes(
        leaf: Int,
        nationality: NationalityCode,
        after day: CivilDate
    ) -> [(from: CivilDate, answer: FeeAnswer)] {
        guard let number = classNumber(of: nationality), leaves.indices.contains(leaf) else { return [] }
        let intervals = cells[leaf][number]
        return zip(intervals, intervals.dropFirst()).compactMap { before, interval in
            let (old, new) = (answers[before.answer], answers[interval.answer])
            guard interval.from > day, new.fee != old.fee || new.unit != old.unit else { return nil }
            return (interval.from, new)
        }
    }

    /// The place in ``answers`` of what a leaf costs: the same look-up, for whoever does not need all of the answer.
    public func answerNumber(leaf: Int, nationality: NationalityCode, on day: CivilDate) -> Int? {
        guard let number = classNumber(of: nationality), leaves.indices.contains(leaf) else { return nil }
        let cell = leaf * classes.count + number
        let first = Int(starts[cell])
        var position = Int(starts[cell + 1])
        while position > first {
            position -= 1
            if days[position] <= day { return Int(answerOfDay[position]) }
        }
        return nil
    }

    /// The class a nationality belongs to.
    public func classNumber(of nationality: NationalityCode) -> Int? {
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < nationality { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && codes[low] == nationality ? Int(classOfCode[low]) : nil
    }

    /// All nationalities that are asked, ascending.
    public var nationalities: [NationalityCode] { codes }

    /// The days on which any answer changes, ascending.
    public var boundaries: [CivilDate] {
        Set(cells.flatMap { $0 }.flatMap { $0.dropFirst() }.map(\.from)).sorted()
    }
}
