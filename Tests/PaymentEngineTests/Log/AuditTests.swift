import PaymentEngine
import ServiceConfig
import StoreConformance
import Testing

struct AuditTests {
    private static let id = Sample.dossier(1)

    /// A log with a payment that was shown and then given back by a person's decision, and its personal data.
    private func stored() async throws -> MemoryStore {
        let store = MemoryStore(sha256)
        let cashier = Cashier(store: store, sha256)
        let steps =
            Way.synced
            + at(5, .decided(first, .refund(sixteen), evidence), [.refundRequested])
            + at(6, .refundAnswered(refund, .accepted), [.refundAccepted])
            + at(7, .refundStated(refund, .succeeded(.original), .query), [.refundSucceeded])
        for step in steps {
            let now = Sample.noon + .minutes(step.minute)
            try await cashier.take(
                step.input,
                on: Self.id,
                at: now,
                seal: { SealedData(order: $0, bytes: Sample.personal.canonicalBytes) }
            )
        }
        return store
    }

    @Test func `every single change to a field of a record is found`() async throws {
        let stored = try await self.stored().dossier(Self.id)
        #expect(stored.audit(sha256) == [])
        var changes = 0
        for (index, record) in stored.records.enumerated() {
            let bytes = record.canonicalBytes
            for position in bytes.indices {
                for other in "0zZ".utf8 where other != bytes[position] {
                    var changed = bytes
                    changed[position] = other
                    // What cannot be read is found when it is read.
                    guard let forged = try? Record(canonical: changed, digest: record.digest) else { continue }
                    var tampered = stored
                    tampered.records[index] = forged
                    changes += 1
                    #expect(!tampered.audit(sha256).isEmpty, "\(record.event.fact.kind): byte \(position)")
                }
            }
            var tampered = stored
            tampered.records[index].digest = sha256([])
            #expect(!tampered.audit(sha256).isEmpty)
        }
        #expect(changes > 200)
    }

    @Test func `every single change to the projection is found`() async throws {
        let stored = try await self.stored().dossier(Self.id)
        for position in stored.projection.indices {
            var tampered = stored
            tampered.projection[position] ^= 1
            #expect(tampered.audit(sha256) == [.projection(Self.id)])
        }
    }

    @Test func `once the personal data are shredded the chain still verifies and the money still stands`() async throws
    {
        let store = try await stored()
        #expect(await store.sealed(first) != nil)
        let before = await store.dossier(Self.id)
        let head = try await store.audit(today: Sample.noon.day, sha256).head

        try await Cashier(store: store, sha256).take(.expunge(first), on: Self.id, at: Sample.noon + .hours(24 * 90))
        #expect(await store.sealed(first) == nil)
        let after = await store.dossier(Self.id)
        #expect(after.audit(sha256) == [])
        #expect(Array(after.records.dropLast()) == before.records)
        let (old, new) = (try before.dossier(), try after.dossier())
        #expect(new.balances == old.balances)
        #expect(new.order(first)?.payment == old.order(first)?.payment)
        #expect(new.order(first)?.refunds == old.order(first)?.refunds)
        #expect(new.order(first)?.isExpunged == true)
        // What was published before is still true.
        #expect(try await store.audit(published: [head], today: Sample.noon.day, sha256).isSound)
    }

    @Test func `an order that is not finished keeps its personal data`() async throws {
        let store = MemoryStore(sha256)
        let cashier = Cashier(store: store, sha256)
        for step in Way.paid {
            try await cashier.take(
                step.input,
                on: Self.id,
                at: Sample.noon,
                seal: { SealedData(order: $0, bytes: [1]) }
            )
        }
        try await cashier.take(.expunge(first), on: Self.id, at: Sample.noon)
        #expect(await store.sealed(first) != nil)
    }

    @Test(arguments: [1, 2, 3, 100])
    func `a whole log is read page by page, and its head is that of all dossiers together`(page: Int) async throws {
        let store = MemoryStore(sha256)
        let cashier = Cashier(store: store, sha256)
        for number in 1...5 {
            for input in Story.happy(Sample.dossier(number)) where number != 3 || input == .open(Sample.terms()) {
                try await cashier.take(input, on: Sample.dossier(number), at: Sample.noon)
            }
        }
        let dossiers = await store.dossiers(after: nil, limit: 10)
        let report = try await store.audit(today: Sample.noon.day, page: page, sha256)
        #expect(report.isSound)
        #expect(report.dossiers == 5)
        #expect(report.records == dossiers.reduce(0) { $0 + $1.records.count })
        #expect(report.head == DailyHead(of: Sample.noon.day, dossiers, sha256))
    }

    @Test func `a published head that differs is named`() async throws {
        let store = try await stored()
        var head = try await store.audit(today: Sample.noon.day, sha256).head
        head.digest = sha256([1])
        let report = try await store.audit(published: [head], today: Sample.noon.day, sha256)
        #expect(report.findings == [.head(Sample.noon.day)])
    }
}
