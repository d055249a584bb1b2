import CityRegistry
import CivilTime

/// How the rates of a schedule or of a city cover the fee domain: where two rates meet, where there is none.
///
/// Exact: leaves and nationalities are sets, and days are cut wherever anything changes, so that every cell of the domain
/// is decided and none is sampled.
struct FeeCoverage: Sendable {
    /// Two rates of a table, by their positions in it, that match the same cells.
    struct Overlap: Sendable {
        /// The rate written first.
        let first: Int
        /// The rate written later.
        let second: Int
        /// The cells, as boxes.
        let boxes: [FeeBox]
    }

    /// The tables, in the order of the file.
    let tables: [CoveredTable]
    private let domain: FeeDomain
    private let segments: [DateInterval]
    /// The days on which something that is matched changes, ascending.
    var boundaries: [CivilDate] { segments.dropFirst().map(\.start) }

    init(_ tables: [FeeTable], _ memberships: Memberships, in domain: FeeDomain) {
        let segments = domain.segments(for: tables, memberships)
        self.domain = domain
        self.segments = segments
        self.tables = tables.map { CoveredTable($0, on: segments, memberships, in: domain) }
    }

    /// Each pair of rates of a table that match the same cells.
    func overlaps(in table: CoveredTable) -> [Overlap] {
        var overlaps: [Overlap] = []
        for second in table.leaves.indices {
            for first in 0..<second {
                let leaves = table.leaves[first].intersection(table.leaves[second])
                guard !leaves.isEmpty, table.rates(first, second, meetIn: segments.indices) else { continue }
                let both = segments.indices.map {
                    table.nationalities(of: first, in: $0).intersection(table.nationalities(of: second, in: $0))
                }
                let cells = domain.leaves.indices.filter(leaves.contains).map { (leaf: $0, sets: both) }
                let boxes = MaximalBoxes(cells, on: segments).boxes()
                overlaps.append(Overlap(first: first, second: second, boxes: boxes))
            }
        }
        return overlaps
    }

    /// The cells of a service that no rate matches, as boxes none of which could be larger.
    func gaps(of service: String) -> [FeeBox] {
        let table = table(of: service)
        let cells = domain.leaves(of: service).numbers.map { leaf in
            let matching = table?.rates(on: leaf) ?? []
            let missing = segments.indices.map { segment in
                matching.reduce(domain.everyone) { left, rate in
                    left.subtracting(table?.nationalities(of: rate, in: segment) ?? NationalitySet())
                }
            }
            return (leaf: leaf, sets: missing)
        }
        return MaximalBoxes(cells, on: segments).boxes()
    }

    /// The rates that match a leaf on a day, each with the nationalities it matches there.
    func rates(on leaf: Int, of service: String, on day: CivilDate) -> [(rate: Rate, nationalities: NationalitySet)] {
        guard let table = table(of: service), let segment = segment(on: day) else {
            return []
        }
        return table.rates(on: leaf).map { (table.table.rates[$0], table.nationalities(of: $0, in: segment)) }
    }

    /// The stretch between two changes that a day lies in; nothing for a day before those asked about.
    func segment(on day: CivilDate) -> Int? {
        segments.firstIndex { $0.contains(day) }
    }

    /// The rates of a service.
    func table(of service: String) -> CoveredTable? {
        tables.first { $0.table.service.value == service }
    }
}

/// The rates of one service, with the cells that each of them matches.
struct CoveredTable: Sendable {
    /// As it was read.
    let table: FeeTable
    /// For each rate, the leaves it matches.
    let leaves: [LeafSet]
    /// For each rate, the amounts it asks for.
    let amounts: [AmountSpan?]
    /// For each rate, whether all words it uses mean something here.
    let isUnderstood: [Bool]
    /// For each rate, segment by segment, the nationalities it matches.
    private let nationalities: [NationalitySet]
    private let segmentCount: Int

    fileprivate init(
        _ table: FeeTable,
        on segments: [DateInterval],
        _ memberships: Memberships,
        in domain: FeeDomain
    ) {
        let service = domain.leaves(of: table.service.value)
        let periods = segments.map { memberships.period(on: $0.start) }
        var leaves: [LeafSet] = []
        var isUnderstood: [Bool] = []
        var nationalities: [NationalitySet] = []
        leaves.reserveCapacity(table.rates.count)
        isUnderstood.reserveCapacity(table.rates.count)
        nationalities.reserveCapacity(table.rates.count * segments.count)
        for rate in table.rates {
            let matching = service.matching(rate.conditions)
            leaves.append(matching.leaves)
            let words = rate.conditions.first { $0.question.value == Rate.nationalityQuestion }?.answers
            let selection = words.map(memberships.selection)
            isUnderstood.append(matching.isUnderstood && selection?.isUnderstood ?? true)
            for (segment, period) in zip(segments, periods) {
                // On a day before its fee's first date a rate matches nobody.
                if rate.fee.value(on: segment.start) == nil {
                    nationalities.append(NationalitySet())
                } else if let selection {
                    nationalities.append(memberships.nationalities(selection, in: period))
                } else {
                    nationalities.append(domain.everyone)
                }
            }
        }
        self.table = table
        self.amounts = table.rates.map { AmountSpan($0) }
        self.leaves = leaves
        self.isUnderstood = isUnderstood
        self.nationalities = nationalities
        self.segmentCount = segments.count
    }

    /// The nationalities that a rate matches in a segment.
    func nationalities(of rate: Int, in segment: Int) -> NationalitySet {
        nationalities[rate * segmentCount + segment]
    }

    /// The nationalities that a rate matches on one day or another.
    func nationalities(of rate: Int) -> NationalitySet {
        (0..<segmentCount).reduce(NationalitySet()) { $0.union(nationalities(of: rate, in: $1)) }
    }

    /// The positions of the rates that match a leaf, on some day at least.
    func rates(on leaf: Int) -> [Int] {
        leaves.indices.filter { leaves[$0].contains(leaf) }
    }

    /// Whether there is no cell that a rate matches.
    func isEmpty(_ rate: Int) -> Bool {
        leaves[rate].isEmpty || (0..<segmentCount).allSatisfy { nationalities(of: rate, in: $0).isEmpty }
    }

    /// Whether two rates match the same nationality in one of these segments.
    fileprivate func rates(_ first: Int, _ second: Int, meetIn segments: Range<Int>) -> Bool {
        segments.contains { segment in
            !nationalities(of: first, in: segment).intersection(nationalities(of: second, in: segment)).isEmpty
        }
    }
}

extension FeeDomain {
    /// The days of the domain, cut wherever a rate of these tables or a membership changes.
    fileprivate func segments(for tables: [FeeTable], _ memberships: Memberships) -> [DateInterval] {
        var changes = Set(memberships.boundaries)
        for table in tables {
            for rate in table.rates {
                for change in rate.fee.changes where change.date > askedFrom { changes.insert(change.date) }
            }
        }
        let starts = [askedFrom] + changes.sorted()
        return starts.indices.compactMap { index in
            DateInterval(from: starts[index], until: index + 1 < starts.count ? starts[index + 1] : nil)
        }
    }
}
