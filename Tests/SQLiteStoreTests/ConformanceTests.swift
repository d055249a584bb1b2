import PaymentEngine
import SQLiteStore
import StoreConformance
import Testing

struct ConformanceTests {
    @Test(arguments: StoreConformance.checks)
    func `the store in a SQLite file keeps what every store promises`(check: StoreConformance.Check) async throws {
        try await withFolder { folder in
            try await check.run(
                on: StoreUnderTest(
                    make: { try await SQLitePaymentStore.open(folder.newFile(), sha256) },
                    reopen: { store in
                        let store = try #require(store as? SQLitePaymentStore)
                        try await store.close()
                        return try await SQLitePaymentStore.open(store.path, sha256)
                    }
                )
            )
        }
    }

    @Test(arguments: StoreConformance.checks)
    func `it keeps it as well where nothing is kept in memory`(check: StoreConformance.Check) async throws {
        try await withFolder { folder in
            let make = { @Sendable in
                try await SQLitePaymentStore.open(folder.newFile(), cachedDossiers: 0, sha256)
            }
            try await check.run(on: StoreUnderTest(make: make))
        }
    }
}
