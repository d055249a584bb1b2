import CityRegistry
import CivilTime

/// How the rates of a schedule or of a city cover the fee domain: where two rates meet, where there is none.
///
/// Exact: leaves and nationalities are sets, and days are cut wherever anything changes, so that every cell of the domain
/// is decided and none is sampled.
struct FeeCoverage: Sendable {
    /// The rates of one service.
    struct Table: Sendable {
        /// As it was read.
        let table: FeeTable
        /// What each of its rates matches.
        let slices: [Slice]
    }

    /// What a rate matches, segment by segment.
    struct Slice: Sendable {
        /// The rate, and the leaves it matches.
        let box: RateBox
        /// In each segment, the nationalities it matches.
        let nationalities: [NationalitySet]

        /// Whether there is no cell that it matches.
        var isEmpty: Bool {
            box.leaves.isEmpty || nationalities.allSatisfy(\.isEmpty)
        }
    }

    /// Two rates that match the same cells.
    struct Overlap: Sendable {
        /// The rate written first.
        let first: Rate
        /// The rate written later.
        let second: Rate
        /// The cells, as boxes.
        let boxes: [FeeBox]
    }

    /// The tables, in the order of the file.
    let tables: [Table]
    private let domain: FeeDomain
    private let segments: [DateInterval]

    init(_ tables: [FeeTable], _ memberships: Memberships, in domain: FeeDomain) {
        let segments = domain.segments(for: tables.lazy.flatMap(\.rates), memberships)
        self.domain = domain
        self.segments = segments
        self.tables = tables.map { table in
            let leaves = domain.leaves(of: table.service.value)
            let slices = table.rates.map { rate in
                let box = RateBox(rate, on: leaves, memberships)
                return Slice(
                    box: box,
                    nationalities: segments.map { box.nationalities(on: $0.start, memberships, in: domain) }
                )
            }
            return Table(table: table, slices: slices)
        }
    }

    /// Each pair of rates of a table that match the same cells.
    func overlaps(in table: Table) -> [Overlap] {
        var overlaps: [Overlap] = []
        for (later, second) in table.slices.enumerated() {
            for first in table.slices[..<later] {
                if let overlap = overlap(first, second) { overlaps.append(overlap) }
            }
        }
        return overlaps
    }

    private func overlap(_ first: Slice, _ second: Slice) -> Overlap? {
        let leaves = first.box.leaves.intersection(second.box.leaves)
        guard !leaves.isEmpty else { return nil }
        let both = segments.indices.map { first.nationalities[$0].intersection(second.nationalities[$0]) }
        guard both.contains(where: { !$0.isEmpty }) else { return nil }
        let cells = domain.leaves.indices.filter(leaves.contains).map { (leaf: $0, sets: both) }
        return Overlap(
            first: first.box.rate,
            second: second.box.rate,
            boxes: MaximalBoxes(cells, on: segments).boxes()
        )
    }

    /// The cells of a service that no rate matches, as boxes none of which could be larger.
    func gaps(of service: String) -> [FeeBox] {
        let slices = tables.first { $0.table.service.value == service }?.slices ?? []
        let cells = domain.leaves(of: service).numbers.map { leaf in
            let matching = slices.filter { $0.box.leaves.contains(leaf) }
            let missing = segments.indices.map { index in
                matching.reduce(domain.everyone) { $0.subtracting($1.nationalities[index]) }
            }
            return (leaf: leaf, sets: missing)
        }
        return MaximalBoxes(cells, on: segments).boxes()
    }

    /// The rates that match a leaf on a day, each with the nationalities it matches there.
    func rates(on leaf: Int, of service: String, on day: CivilDate) -> [(rate: Rate, nationalities: NationalitySet)] {
        guard let index = segments.firstIndex(where: { $0.contains(day) }) else { return [] }
        let slices = tables.first { $0.table.service.value == service }?.slices ?? []
        return slices.filter { $0.box.leaves.contains(leaf) }.map { ($0.box.rate, $0.nationalities[index]) }
    }
}
