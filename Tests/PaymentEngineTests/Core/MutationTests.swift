import PaymentEngine
import StoreConformance
import Testing

/// Switches off every move and every guard of the core, one at a time: the specification has to notice each.
struct MutationTests {
    private static let core = Mutation.all.filter { if case .commit = $0 { false } else { true } }

    @Test func `the specification notices every move and every guard that is missing`() {
        var unnoticed: [Mutation] = []
        for mutation in Self.core {
            let isNoticed = Spec.all.contains { spec in
                do {
                    try spec.run(by: Rules(without: mutation))
                    return false
                } catch {
                    return true
                }
            }
            if !isNoticed { unnoticed.append(mutation) }
        }
        #expect(unnoticed == [])
        #expect(
            Self.core.count == OrderStage.moves.count + SyncStage.moves.count + RefundStage.moves.count
                + Guard.allCases.count
        )
    }
}
