import Foundation
import PaymentEngine
import StoreConformance
import Testing

/// Switches off every move and every guard of the core, one at a time: the specification has to notice each.
struct MutationTests {
    private static let core = Mutation.all.filter { if case .commit = $0 { false } else { true } }

    /// The first sentence of the specification that does not hold any more.
    private static func notice(of mutation: Mutation) -> String? {
        let rules = Rules(without: mutation)
        return Spec.all.first { (try? $0.run(by: rules)) == nil }?.description
            ?? DaySpec.all.first { (try? $0.run(by: rules)) == nil }?.description
    }

    @Test func `the specification notices every move and every guard that is missing`() {
        let unnoticed = Self.core.filter { Self.notice(of: $0) == nil }
        #expect(unnoticed == [])
        #expect(
            Self.core.count == OrderStage.moves.count + SyncStage.moves.count + RefundStage.moves.count
                + DiscrepancyStage.moves.count + BookDayStage.moves.count + Guard.allCases.count
        )
    }

    @Test func `the documentation shows what notices each mutation`() throws {
        let rows = Self.core.map { "| \($0.name) | \(Self.notice(of: $0) ?? "nothing") |\n" }.joined()
        let table = "| switched off | what does not hold any more |\n|---|---|\n" + rows
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/PaymentEngine/Documentation.docc/Mutations.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains(table), "replace the table of Mutations.md by:\n\(table)")
        #expect(text.contains("\(Mutation.all.count) mutations, \(Mutation.all.count) noticed"))
        for point in CommitPoint.allCases { #expect(text.contains("| \(Mutation.commit(point).name) | I-")) }
    }
}
