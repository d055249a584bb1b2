import PaymentEngine
import StoreConformance

/// Writes paid and shown orders into a store, all at once.
func fill(_ store: any PaymentStore, dossiers: ClosedRange<Int>) async throws {
    let cashier = Cashier(store: store, sha256)
    try await withThrowingTaskGroup(of: Void.self) { group in
        for number in dossiers {
            group.addTask {
                let id = Sample.dossier(number)
                let order = OrderNumber(id, attempt: 1)
                for input in Story.happy(id) {
                    try await cashier.take(
                        input,
                        on: id,
                        at: Sample.noon,
                        seal: { _ in SealedData(order: order, bytes: Array("sealed-\(number)".utf8)) }
                    )
                }
            }
        }
        try await group.waitForAll()
    }
}

/// Everything a store has.
func everything(in store: any PaymentStore) async throws -> [StoredDossier] {
    try await store.dossiers(after: nil, limit: 1_000_000)
}
