import Foundation
import PaymentEngine
import Testing

/// The picture of the machine in the documentation is the machine in the code.
struct PictureTests {
    /// The tables as the documentation shows them.
    private static var tables: String {
        [
            table("An order", OrderStage.moves), table("Showing a payment", SyncStage.moves),
            table("A refund", RefundStage.moves), table("A discrepancy", DiscrepancyStage.moves),
            table("A day's books", BookDayStage.moves),
        ]
        .joined(separator: "\n")
    }

    private static func table<Stage: Axis>(_ title: String, _ moves: [Move<Stage>]) -> String {
        let rows = moves.map { "| `\($0.from.rawValue)` | `\($0.by.rawValue)` | `\($0.to.rawValue)` |\n" }
        return "### \(title)\n\n| from | by | to |\n|---|---|---|\n" + rows.joined()
    }

    @Test func `the documented moves are the legal moves`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/PaymentEngine/Documentation.docc/StateMachine.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains(Self.tables), "replace the tables of StateMachine.md by:\n\(Self.tables)")
    }

    @Test func `no stage is left by two moves of one kind, and every stage is reached`() {
        func check<Stage: Axis>(_ moves: [Move<Stage>], from beginning: Stage) {
            #expect(Set(moves.map { "\($0.from) \($0.by)" }).count == moves.count)
            #expect(Set(moves.map(\.to) + [beginning]) == Set(Stage.allCases))
        }
        check(OrderStage.moves, from: .created)
        check(SyncStage.moves, from: .none)
        check(RefundStage.moves, from: .none)
        check(DiscrepancyStage.moves, from: .none)
        check(BookDayStage.moves, from: .none)
    }
}
