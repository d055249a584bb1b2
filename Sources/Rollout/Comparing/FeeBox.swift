public import CivilTime
import Money
public import ServiceConfig
public import Vocabulary

/// A change of fees that is the same everywhere in it: for each of these cities, paths and nationalities, on each of these
/// days, the same answer takes the place of the same answer.
///
/// Boxes are as large as they can be: no two of a comparison can be joined into one.
public struct FeeBox: Hashable, Sendable {
    /// The slugs, ascending.
    public var cities: [String]
    /// The paths through the questions, in their order.
    public var leaves: [Leaf]
    /// The nationalities, ascending.
    public var nationalities: [NationalityCode]
    /// The first day.
    public var from: CivilDate
    /// The day after the last; nothing where it is for good.
    public var until: CivilDate?
    /// What was answered; nothing where nothing was asked.
    public var before: FeeAnswer?
    /// What will be answered; nothing where nothing is asked any more.
    public var after: FeeAnswer?

    /// How many cells of city, path and nationality are in it.
    public var cellCount: Int { cities.count * leaves.count * nationalities.count }

    /// By how many fen the fee grows; nothing where either is no amount, or is charged for something else.
    public var increase: Int64? {
        guard let before, let after, before.unit == after.unit, let old = before.fee.amount, let new = after.fee.amount
        else { return nil }
        return new.fen - old.fen
    }

    /// What kind of change it is.
    public var kind: ChangeKind {
        guard let before else { return .questionAdded }
        guard let after else { return .questionRemoved }
        if before.fee == after.fee, before.unit == after.unit { return .feeBasisChanged }
        if let increase, increase != 0 { return increase > 0 ? .feeIncreased : .feeDecreased }
        switch (before.fee, after.fee) {
        case (_, .unknown): return .feeBecameUnknown
        case (_, .setByBill): return .feeLeftToBill
        case (_, .notOffered): return .serviceWithdrawn
        case (.unknown, .amount): return .feeBecameKnown
        case (_, .amount): return .feeChanged
        }
    }
}

/// Compares the fees of two configs of a city.
struct FeeComparison {
    private let old: FeeTable
    private let new: FeeTable
    private let city: String

    init(_ city: String, from old: FeeTable, to new: FeeTable) {
        self.city = city
        self.old = old
        self.new = new
    }

    /// The boxes of one city, and how many pairs of path and nationality are told something else on some day.
    var result: (boxes: [FeeBox], changedCount: Int) {
        guard old != new else { return ([], 0) }
        let groups = jointClasses
        var boxes: [FeeBox] = []
        var changedCount = 0
        let oldNumbers = Dictionary(old.leaves.enumerated().map { ($1, $0) }) { first, _ in first }
        let newNumbers = Dictionary(new.leaves.enumerated().map { ($1, $0) }) { first, _ in first }
        for leaf in new.leaves + old.leaves.filter({ newNumbers[$0] == nil }) {
            for group in groups {
                let before = Self.intervals(old, oldNumbers[leaf], group.oldClass)
                let after = Self.intervals(new, newNumbers[leaf], group.newClass)
                if before == after, old.answers == new.answers { continue }
                let found = segments(before, after).map { segment in
                    FeeBox(
                        cities: [city],
                        leaves: [leaf],
                        nationalities: group.members,
                        from: segment.from,
                        until: segment.until,
                        before: segment.before,
                        after: segment.after
                    )
                }
                if found.contains(where: { $0.kind != .feeBasisChanged }) { changedCount += group.members.count }
                boxes += found
            }
        }
        return (boxes, changedCount)
    }

    private struct JointClass: Hashable {
        let oldClass: Int?
        let newClass: Int?
        var members: [NationalityCode]
    }

    /// Nationalities that share a class before and one after.
    private var jointClasses: [JointClass] {
        var groups: [[Int?]: JointClass] = [:]
        for code in Set(old.nationalities).union(new.nationalities).sorted() {
            let key = [old.classNumber(of: code), new.classNumber(of: code)]
            groups[key, default: JointClass(oldClass: key[0], newClass: key[1], members: [])].members.append(code)
        }
        return groups.values.sorted {
            ($0.members.first.map(\.description) ?? "") < ($1.members.first.map(\.description) ?? "")
        }
    }

    private static func intervals(_ table: FeeTable, _ leaf: Int?, _ members: Int?) -> [FeeTable.Interval] {
        guard let leaf, let members else { return [] }
        return table.cells[leaf][members]
    }

    private struct Segment {
        let from: CivilDate
        var until: CivilDate?
        let before: FeeAnswer?
        let after: FeeAnswer?
    }

    /// The stretches of days on which the answers differ, each as long as both stay the same.
    private func segments(_ before: [FeeTable.Interval], _ after: [FeeTable.Interval]) -> [Segment] {
        var segments: [Segment] = []
        for day in Set(before.map(\.from) + after.map(\.from)).sorted() {
            let segment = Segment(
                from: day,
                until: nil,
                before: before.last { $0.from <= day }.map { old.answers[$0.answer] },
                after: after.last { $0.from <= day }.map { new.answers[$0.answer] }
            )
            if let last = segments.last, last.before == segment.before, last.after == segment.after { continue }
            if !segments.isEmpty { segments[segments.count - 1].until = day }
            segments.append(segment)
        }
        return segments.filter { $0.before != $0.after }
    }
}

extension FeeBox {
    /// Joins boxes until no two can be joined.
    ///
    /// Two can be if they agree in all but one of cities, paths, nationalities and days, and together leave nothing out.
    static func joined(_ boxes: [FeeBox]) -> [FeeBox] {
        var boxes = boxes
        var count = boxes.count + 1
        while boxes.count < count {
            count = boxes.count
            boxes = joined(boxes, by: { $0.withoutNationalities }) { $0.nationalities += $1.nationalities }
            boxes = joined(boxes, by: { $0.withoutLeaves }) { $0.leaves += $1.leaves }
            boxes = joined(boxes, by: { $0.withoutCities }) { $0.cities += $1.cities }
            boxes = joinedInTime(boxes)
        }
        return boxes
    }

    private static func joined(
        _ boxes: [FeeBox],
        by key: (FeeBox) -> FeeBox,
        _ join: (inout FeeBox, FeeBox) -> Void
    ) -> [FeeBox] {
        var joined: [FeeBox] = []
        var places: [FeeBox: Int] = [:]
        for box in boxes {
            let key = key(box)
            if let place = places[key] {
                join(&joined[place], box)
            } else {
                places[key] = joined.count
                joined.append(box)
            }
        }
        for place in joined.indices {
            joined[place].cities.sort()
            joined[place].nationalities.sort()
        }
        return joined
    }

    private static func joinedInTime(_ boxes: [FeeBox]) -> [FeeBox] {
        let groups = Dictionary(grouping: boxes.enumerated()) { $0.element.withoutTime }
        var joined: [(place: Int, box: FeeBox)] = []
        for group in groups.values {
            var runs: [(place: Int, box: FeeBox)] = []
            for (place, box) in group.sorted(by: { $0.element.from < $1.element.from }) {
                if let last = runs.last, last.box.until == box.from {
                    runs[runs.count - 1].box.until = box.until
                } else {
                    runs.append((place, box))
                }
            }
            joined += runs
        }
        return joined.sorted { $0.place < $1.place }.map(\.box)
    }

    private var withoutNationalities: FeeBox {
        var box = self
        box.nationalities = []
        return box
    }

    private var withoutLeaves: FeeBox {
        var box = self
        box.leaves = []
        return box
    }

    private var withoutCities: FeeBox {
        var box = self
        box.cities = []
        return box
    }

    private var withoutTime: FeeBox {
        var box = self
        box.from = .earliest
        box.until = nil
        return box
    }
}
