import CityRegistry
import CivilTime
import Diagnostics

/// How the rates of a schedule or of a city cover the fee domain: where two rates meet, where there is none.
///
/// Exact: leaves and nationalities are sets, and days are cut wherever anything changes, so that every cell of the domain
/// is decided and none is sampled.
struct FeeCoverage {
    /// Two rates that match the same cells.
    struct Overlap {
        let box: FeeBox
        let first: Rate
        let second: Rate
    }

    private let domain: FeeDomain
    private let segments: [DateInterval]
    private let tables: [(table: FeeTable, boxes: [Slice])]

    /// What a rate matches, segment by segment.
    private struct Slice {
        let box: RateBox
        let nationalities: [NationalitySet]
    }

    init(_ tables: [FeeTable], _ memberships: Memberships, in domain: FeeDomain) {
        let segments = domain.segments(for: tables.flatMap(\.rates), memberships)
        self.domain = domain
        self.segments = segments
        self.tables = tables.map { table in
            let slices = table.rates.map { rate in
                let box = RateBox(rate, service: table.service.value, in: domain)
                return Slice(
                    box: box,
                    nationalities: segments.map { box.nationalities(on: $0.start, memberships, in: domain) }
                )
            }
            return (table, slices)
        }
    }

    /// Each pair of rates that match the same cells, with the largest boxes in which they do.
    func overlaps() -> [Overlap] {
        tables.flatMap { _, slices in
            slices.indices.flatMap { later in
                slices[..<later].flatMap { first in overlaps(first, slices[later]) }
            }
        }
    }

    private func overlaps(_ first: Slice, _ second: Slice) -> [Overlap] {
        let leaves = first.box.leaves.intersection(second.box.leaves)
        guard !leaves.isEmpty else { return [] }
        var boxes: [FeeBox] = []
        for (index, days) in segments.enumerated() {
            let both = first.nationalities[index].intersection(second.nationalities[index])
            guard !both.isEmpty else { continue }
            if let last = boxes.last, last.nationalities == both, last.days.end == days.start,
                let joined = DateInterval(from: last.days.start, until: days.end)
            {
                boxes[boxes.count - 1].days = joined
            } else {
                boxes.append(FeeBox(leaves: leaves, nationalities: both, days: days))
            }
        }
        return boxes.map { Overlap(box: $0, first: first.box.rate, second: second.box.rate) }
    }

    /// The cells of a service that no rate matches, as boxes none of which could be larger.
    func gaps(of service: String) -> [FeeBox] {
        let slices = tables.filter { $0.table.service.value == service }.flatMap(\.boxes)
        let leaves = domain.leaves.indices.filter { domain.leaves(of: service).contains($0) }
        let missing = Dictionary(
            uniqueKeysWithValues: leaves.map { leaf in (leaf, missing(on: leaf, slices)) }
        )
        var boxes: [FeeBox] = []
        for leaf in leaves {
            for index in segments.indices {
                guard let nobody = missing[leaf]?[index], !nobody.isEmpty else { continue }
                let box = largest(from: leaf, index, nobody, leaves: leaves, missing: missing)
                if !boxes.contains(box) { boxes.append(box) }
            }
        }
        return boxes
    }

    /// Segment by segment, the nationalities no rate matches on a leaf.
    private func missing(on leaf: Int, _ slices: [Slice]) -> [NationalitySet] {
        let matching = slices.filter { $0.box.leaves.contains(leaf) }
        return segments.indices.map { index in
            matching.reduce(domain.everyone) { $0.subtracting($1.nationalities[index]) }
        }
    }

    /// The largest box around one cell: first in days, then in leaves.
    private func largest(
        from leaf: Int,
        _ index: Int,
        _ nationalities: NationalitySet,
        leaves: [Int],
        missing: [Int: [NationalitySet]]
    ) -> FeeBox {
        func holds(_ leaf: Int, _ index: Int) -> Bool {
            missing[leaf]?[index].isSuperset(of: nationalities) ?? false
        }
        var first = index
        var last = index
        while first > 0, holds(leaf, first - 1) { first -= 1 }
        while last + 1 < segments.count, holds(leaf, last + 1) { last += 1 }
        var set = LeafSet()
        for other in leaves where (first...last).allSatisfy({ holds(other, $0) }) { set.insert(other) }
        let days = DateInterval(from: segments[first].start, until: segments[last].end)
        return FeeBox(leaves: set, nationalities: nationalities, days: days ?? segments[first])
    }
}
