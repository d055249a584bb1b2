import PaymentEngine
import StoreConformance
import Testing

struct MemoryStoreTests {
    @Test(arguments: StoreConformance.checks)
    func `the store in memory keeps what every store promises`(check: StoreConformance.Check) async throws {
        try await check.run(on: StoreUnderTest(make: { MemoryStore(sha256) }))
    }

    @Test func `a disk that has lied forgets the last commits and nothing else`() async throws {
        let store = MemoryStore(sha256, journalLimit: 100)
        let cashier = Cashier(store: store, sha256)
        let id = Sample.dossier(1)
        for input in Story.happy(id).prefix(3) { try await cashier.take(input, on: id, at: Sample.noon) }
        let before = await store.dossier(id)
        try await cashier.take(Story.happy(id)[3], on: id, at: Sample.noon)
        #expect(store.forget(last: 1) == 1)
        #expect(await store.dossier(id) == before)
        #expect(before.violations(sha256) == [])
    }
}
