import CivilTime

/// Covers cells of the fee domain with boxes, none of which could be larger: what a person is told instead of cells.
struct MaximalBoxes {
    /// Segment by segment, the nationalities concerned on each leaf.
    private let cells: [(leaf: Int, sets: [NationalitySet])]
    private let segments: [DateInterval]

    init(_ cells: [(leaf: Int, sets: [NationalitySet])], on segments: [DateInterval]) {
        self.cells = cells.filter { $0.sets.contains { !$0.isEmpty } }
        self.segments = segments
    }

    /// Boxes that hold each of the cells and nothing else, in the order of leaves and days.
    func boxes() -> [FeeBox] {
        var remaining = cells.map(\.sets)
        var boxes: [FeeBox] = []
        for position in cells.indices {
            for index in segments.indices {
                while !remaining[position][index].isEmpty {
                    let (box, positions, days) = largest(around: remaining[position][index], position, index)
                    boxes.append(box)
                    for other in positions {
                        for day in days {
                            remaining[other][day] = remaining[other][day].subtracting(box.nationalities)
                        }
                    }
                }
            }
        }
        return boxes
    }

    /// The largest box around some nationalities in one cell: first in days, then in leaves, then in nationalities.
    private func largest(
        around seed: NationalitySet,
        _ position: Int,
        _ index: Int
    ) -> (box: FeeBox, positions: [Int], days: ClosedRange<Int>) {
        let own = cells[position].sets
        var first = index
        var last = index
        while first > 0, own[first - 1].isSuperset(of: seed) { first -= 1 }
        while last + 1 < segments.count, own[last + 1].isSuperset(of: seed) { last += 1 }
        let days = first...last
        let positions = cells.indices.filter { other in
            days.allSatisfy { cells[other].sets[$0].isSuperset(of: seed) }
        }
        var leaves = LeafSet()
        var nationalities = own[index]
        for other in positions {
            leaves.insert(cells[other].leaf)
            nationalities = days.reduce(nationalities) { $0.intersection(cells[other].sets[$1]) }
        }
        let span = DateInterval(from: segments[first].start, until: segments[last].end) ?? segments[index]
        return (FeeBox(leaves: leaves, nationalities: nationalities, days: span), positions, days)
    }
}
