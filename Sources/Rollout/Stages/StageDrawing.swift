import Vocabulary

/// The legal moves as a picture and as a table, drawn from the same data that the program goes by.
///
/// Both are kept in this target's documentation, and a test holds them against the code.
public enum StageDrawing {
    private static let places: [(stage: RolloutStage.Kind, x: Int, y: Int)] = [
        (.none, 80, 60), (.planned, 80, 180), (.shadow, 280, 60), (.pilot, 480, 60), (.live, 680, 60),
        (.paused, 580, 220), (.retired, 280, 220),
    ]
    private static let (halfWidth, halfHeight) = (56, 22)

    /// The picture, as SVG.
    public static var picture: String {
        let edges = moves.map { from, to -> String in
            guard from != to else { return loop(at: from) }
            let isBackward = RolloutStage.Kind.legalMoves.contains { $0.from == to && $0.to.contains(from) }
            return edge(from, to, bend: isBackward ? 14 : 0)
        }
        let boxes = places.map { place in
            let kind = place.stage.takesMoney ? "money" : place.stage.finishesPayments ? "drain" : "quiet"
            return """
                <g class="\(kind)"><rect x="\(place.x - halfWidth)" y="\(place.y - halfHeight)" \
                width="\(2 * halfWidth)" height="\(2 * halfHeight)" rx="8"/>\
                <text x="\(place.x)" y="\(place.y + 5)">\(place.stage.rawValue)</text></g>
                """
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 280" role="img">
            <title>The stages of a channel and the legal moves between them</title>
            <style>rect{stroke:#333;fill:#fff}.money rect{fill:#cfe8cf}.drain rect{fill:#f3e6c4}text{font:15px sans-serif;text-anchor:middle}path{fill:none;stroke:#333}path.gated{stroke-dasharray:6 3}</style>
            <defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8Z" style="fill:#333"/></marker></defs>
            \(edges.joined(separator: "\n"))
            \(boxes.joined(separator: "\n"))
            </svg>

            """
    }

    /// The table, as Markdown: each move with the gates it needs.
    public static var table: String {
        let rows = moves.map { from, to in
            let gates = GateTable.requirements(from: from, to: to, raising: true).map(\.words)
            let note = from == to ? " (raising the share)" : ""
            return
                "| `\(from.rawValue)` | `\(to.rawValue)`\(note) | \(gates.isEmpty ? "none" : gates.joined(separator: ", ")) |"
        }
        return (["| from | to | gates |", "|---|---|---|"] + rows).joined(separator: "\n")
    }

    private static var moves: [(RolloutStage.Kind, RolloutStage.Kind)] {
        RolloutStage.Kind.legalMoves.flatMap { move in move.to.map { (move.from, $0) } }
    }

    private static func place(_ stage: RolloutStage.Kind) -> (x: Int, y: Int) {
        places.first { $0.stage == stage }.map { ($0.x, $0.y) } ?? (0, 0)
    }

    /// An arrow from the edge of one box to the edge of another; a pair of arrows bends apart.
    private static func edge(_ from: RolloutStage.Kind, _ to: RolloutStage.Kind, bend: Int) -> String {
        let (start, end) = (place(from), place(to))
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = max(1, whole(dx * dx + dy * dy))
        let (sideX, sideY) = (-dy * bend / length, dx * bend / length)
        let tail = rim(start, towards: (dx, dy), sideX, sideY)
        let head = rim(end, towards: (-dx, -dy), sideX, sideY)
        let gated = !GateTable.requirements(from: from, to: to, raising: true).isEmpty
        return "<path id=\"\(from.rawValue)-\(to.rawValue)\"\(gated ? " class=\"gated\"" : "") "
            + "marker-end=\"url(#head)\" d=\"M\(tail.x) \(tail.y)L\(head.x) \(head.y)\"/>"
    }

    private static func loop(at stage: RolloutStage.Kind) -> String {
        let (x, y) = place(stage)
        return "<path id=\"\(stage.rawValue)-\(stage.rawValue)\" class=\"gated\" marker-end=\"url(#head)\" "
            + "d=\"M\(x - 20) \(y - halfHeight)C\(x - 30) \(y - 56) \(x + 30) \(y - 56) \(x + 20) \(y - halfHeight)\"/>"
    }

    /// Where the way from a box's middle in a direction leaves the box, moved to the side.
    private static func rim(
        _ middle: (x: Int, y: Int),
        towards direction: (x: Int, y: Int),
        _ sideX: Int,
        _ sideY: Int
    ) -> (x: Int, y: Int) {
        let (dx, dy) = (abs(direction.x), abs(direction.y))
        // Whole numbers in thousandths: the picture is the same on every machine.
        let byWidth = dx == 0 ? Int.max : halfWidth * 1000 / dx
        let byHeight = dy == 0 ? Int.max : halfHeight * 1000 / dy
        let share = min(byWidth, byHeight)
        return (middle.x + direction.x * share / 1000 + sideX, middle.y + direction.y * share / 1000 + sideY)
    }

    /// The whole part of a square root.
    private static func whole(_ square: Int) -> Int {
        var root = 0
        while (root + 1) * (root + 1) <= square { root += 1 }
        return root
    }
}
