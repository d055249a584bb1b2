import GRDB
import PaymentEngine
import StoreConformance
import Testing

@testable import SQLiteStore

/// The tables refuse by themselves what the engine would never write.
struct TableTests {
    private static let wrongs: [(sql: String, says: String)] = [
        ("UPDATE events SET record = '{}'", "events are never changed"),
        ("DELETE FROM events", "events are never deleted"),
        ("INSERT INTO events VALUES (1, 99, '{}', zeroblob(32))", "does not follow"),
        ("INSERT INTO events VALUES (99, 1, '{}', zeroblob(32))", "FOREIGN KEY"),
        ("UPDATE dossiers SET clearing = clearing + 1", "CHECK constraint failed: payer + clearing + bureau + refund"),
        ("UPDATE dossiers SET payer = payer - 1, clearing = clearing + 1", "the payer's account is not what"),
        ("UPDATE dossiers SET payer = 5, bureau = bureau - payer - 5", "CHECK constraint failed: payer <= 0"),
        ("UPDATE dossiers SET version = version + 1", "not as old as its events"),
        ("UPDATE dossiers SET id = '00000000000000000000000f'", "not as old as its events"),
        ("UPDATE dossiers SET id = 'A PERSON''S RECEIPT 12345'", "CHECK constraint failed: length(id)"),
        ("DELETE FROM dossiers", "dossiers are never deleted"),
        ("UPDATE orders SET paid = paid + 1", "never undone"),
        ("UPDATE orders SET paid = NULL", "never undone"),
        ("UPDATE orders SET paid = 'much'", "cannot store TEXT value in INTEGER column orders.paid"),
        ("UPDATE orders SET given_back = paid + 1", "CHECK constraint failed: given_back"),
        ("UPDATE orders SET refunded = 1", "CHECK constraint failed: refunded"),
        ("UPDATE orders SET city = 'fogtown'", "never undone"),
        ("UPDATE orders SET config = 'another'", "never undone"),
        ("UPDATE orders SET is_chargeable = 1", "CHECK constraint failed: NOT (is_chargeable"),
        ("UPDATE orders SET due = 1", "CHECK constraint failed: (due IS NULL) = is_finished"),
        ("UPDATE orders SET is_finished = 0", "CHECK constraint failed: (due IS NULL) = is_finished"),
        ("UPDATE orders SET lease = 1", "CHECK constraint failed: (lease IS NULL)"),
        ("DELETE FROM orders", "orders are never deleted"),
        (
            """
            INSERT INTO orders (dossier, attempt, city, config, is_chargeable, is_finished, paid, given_back, refunded, tries)
            VALUES (1, 2, 'c', 'c', 0, 1, 0, 0, 0, 0)
            """, "CHECK constraint failed: paid > 0"
        ),
        (
            """
            INSERT INTO orders (dossier, attempt, city, config, is_chargeable, is_finished, given_back, refunded, due, tries)
            VALUES (1, 2, 'c', 'c', 1, 0, 0, 0, 1, 0), (1, 3, 'c', 'c', 1, 0, 0, 0, 1, 0)
            """, "UNIQUE constraint failed: orders.dossier"
        ),
        ("UPDATE transactions SET dossier = 2", "stays with its bill"),
        ("DELETE FROM transactions", "never deleted"),
        ("INSERT INTO transactions SELECT id, dossier FROM transactions", "UNIQUE"),
        ("UPDATE answers SET reply = zeroblob(1)", "an answer stays"),
        ("DELETE FROM answers", "never deleted"),
        ("INSERT INTO personal VALUES (1, 9, zeroblob(1))", "FOREIGN KEY"),
        ("UPDATE book_events SET record = '{}'", "never changed"),
        ("DELETE FROM book_events", "never deleted"),
        ("INSERT INTO book_events VALUES (1, 9, '{}', zeroblob(32))", "does not follow"),
        ("INSERT INTO book_events VALUES (9, 1, '{}', zeroblob(32))", "FOREIGN KEY"),
        ("UPDATE books SET version = 2", "not as old as their events"),
        ("UPDATE books SET day = '2030-01-01'", "not as old as their events"),
        ("UPDATE books SET due = NULL", "CHECK constraint failed: (due IS NOT NULL) = is_open"),
        ("UPDATE books SET lease = 1", "CHECK constraint failed: (lease IS NULL)"),
        ("INSERT INTO books (city, day, version, is_open, tries) SELECT city, day, 0, 0, 0 FROM books", "UNIQUE"),
        ("DELETE FROM books", "books are never deleted"),
        ("UPDATE leases SET last = last", "never given twice"),
        ("INSERT INTO leases VALUES (2, 0)", "CHECK constraint failed: only = 1"),
    ]

    @Test func `what the engine would never write the tables refuse`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            try await fill(store, dossiers: 1...1)
            let cashier = Cashier(store: store, sha256)
            let request = Cashier.Request(key: "form-1", digest: sha256([1]))
            try await cashier.take(.cityClosed, on: Sample.dossier(1), at: Sample.noon, request: request)
            _ = try await store.append(Sample.beginning(BookDayID("mistport", Sample.day()), due: Sample.noon))
            let before = try await store.queue.read { try Self.contents($0) }
            for (sql, says) in Self.wrongs {
                let error = try await store.queue.writeWithoutTransaction { db in
                    #expect(throws: DatabaseError.self, "\(sql)") { try db.execute(sql: sql) }
                }
                let said = error?.message ?? ""
                #expect(said.contains(says), "\(sql): \(said)")
            }
            #expect(try await store.queue.read { try Self.contents($0) } == before)
        }
    }

    private static func contents(_ db: Database) throws -> [String] {
        try ["dossiers", "events", "orders", "transactions", "answers", "personal", "leases", "books", "book_events"]
            .flatMap { table in try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" } }
    }

    @Test func `a commit that the tables refuse takes nothing with it and is called unsound`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            try await fill(store, dossiers: 1...1)
            // What a bug in the engine might do: an event out of its order, in the middle of others' commits.
            async let right: Void = fill(store, dossiers: 2...40)
            let failure = await #expect(throws: StoreFailure.self) {
                try await store.commits.write(
                    { db in
                        try db.execute(sql: "UPDATE orders SET tries = 7")
                        try db.execute(sql: "INSERT INTO events VALUES (1, 99, '{}', zeroblob(32))")
                    },
                    committed: { _ in }
                )
            }
            #expect(failure == .unsound("an event does not follow the one before"))
            try await right
            #expect(try await store.queue.read { try Int.fetchOne($0, sql: "SELECT max(tries) FROM orders") } == 0)
            for stored in try await everything(in: store) { #expect(stored.violations(sha256) == []) }
            #expect(try await everything(in: store).count == 40)
        }
    }
}
