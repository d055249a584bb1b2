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
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 312" role="img">
            <title>The stages of a channel and the legal moves between them</title>
            <style>rect{stroke:#8a8580;fill:#fff}.money rect{fill:#d5ecd8;stroke:#3d7a4b}.drain rect{fill:#f7ebcd;stroke:#a07a23}text{font:15px system-ui,sans-serif;text-anchor:middle;fill:#22201e}.key text,text.key{font-size:12px;text-anchor:start;fill:#6b6864}path{fill:none;stroke:#55514d;stroke-width:1.25}path.gated{stroke-dasharray:6 4}</style>
            <defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8Z" style="fill:#55514d;stroke:none"/></marker></defs>
            \(edges.joined(separator: "\n"))
            \(boxes.joined(separator: "\n"))
            <g class="money key"><rect x="24" y="284" width="14" height="14" rx="3"/><text x="44" y="295">new payments</text></g>
            <g class="drain key"><rect x="150" y="284" width="14" height="14" rx="3"/><text x="170" y="295">only those begun before</text></g>
            <path class="gated" d="M340 291L380 291"/><text class="key" x="388" y="295">gates are passed first</text>
            <path d="M540 291L580 291"/><text class="key" x="588" y="295">at once</text>
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

    /// Where the way in a direction leaves a box, if it starts to the side of the box's middle.
    private static func rim(
        _ middle: (x: Int, y: Int),
        towards direction: (x: Int, y: Int),
        _ sideX: Int,
        _ sideY: Int
    ) -> (x: Int, y: Int) {
        let (dx, dy) = (abs(direction.x), abs(direction.y))
        // Whole numbers in thousandths: the picture is the same on every machine.
        let byWidth = dx == 0 ? Int.max : (halfWidth - direction.x.signum() * sideX) * 1000 / dx
        let byHeight = dy == 0 ? Int.max : (halfHeight - direction.y.signum() * sideY) * 1000 / dy
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
