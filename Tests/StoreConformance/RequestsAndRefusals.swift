import Money
import PaymentEngine
import ServiceConfig

extension StoreConformance {
    static let requests: [Check] = [
        Check("the same request gets the same answer and writes nothing") { test in
            let store = try await test.make()
            var append = try opening(1)
            append.idempotency = Idempotency(key: "form-1", request: sha256([1]), reply: Array("answer".utf8))
            _ = try await store.append(append)
            var second = try opening(2)
            second.idempotency = Idempotency(key: "form-1", request: sha256([1]), reply: Array("other".utf8))
            let outcome = try await store.append(second)
            try expect(outcome == .answeredBefore(Array("answer".utf8)), "\(outcome)")
            let stored = try await store.dossier(second.dossier)
            try expect(stored.records.isEmpty && stored.jobs.isEmpty, "something was written")
            let answer = try await store.answer(to: "form-1")
            try expect(answer == append.idempotency, "\(String(describing: answer))")
        },
        Check("another request under the same key is refused and writes nothing") { test in
            let store = try await test.make()
            var append = try opening(1)
            append.idempotency = Idempotency(key: "form-1", request: sha256([1]), reply: [])
            _ = try await store.append(append)
            var second = try opening(2)
            second.idempotency = Idempotency(key: "form-1", request: sha256([2]), reply: [])
            let outcome = try await store.append(second)
            try expect(outcome == .keyTaken, "\(outcome)")
            let stored = try await store.dossier(second.dossier)
            try expect(stored.records.isEmpty, "something was written")
        },
        Check("of many that send one request at once one is served and all are answered alike") { test in
            let store = try await test.make()
            let cashier = Cashier.standard(store)
            let request = Cashier.Request(key: "form-1", digest: sha256([1]))
            let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        let id = Sample.dossier(1)
                        return try await cashier.take(.open(Sample.terms()), on: id, at: Sample.noon, request: request)
                            .reply
                    }
                }
                var replies: [Reply] = []
                for try await reply in group { replies.append(reply) }
                return replies
            }
            let opened = Reply.opened(OrderNumber(Sample.dossier(1), attempt: 1))
            try expect(replies.allSatisfy { $0 == opened }, "\(replies)")
        },
        Check("a request that fails leaves its key free") { test in
            let store = try await test.make()
            var stale = try opening(1)
            stale.expectedVersion = 5
            stale.idempotency = Idempotency(key: "form-1", request: sha256([1]), reply: [])
            _ = try await store.append(stale)
            let answer = try await store.answer(to: "form-1")
            try expect(answer == nil, "the key was kept")
        },
    ]

    static let refusals: [Check] = [
        refusal("a record that does not follow the chain") { $0.records[0].digest = sha256([0]) },
        refusal("a record out of sequence") { $0.records[0].sequence = 2 },
        refusal("an event that is not a legal move") { append in
            let event = Event(append.records[0].event.order, .syncReadBack)
            let head = Chain.origin(of: append.dossier, sha256)
            append.records = Chain.records(of: [event], after: 0, head: head, at: Sample.noon, sha256)
        },
        refusal("a projection that is not the fold of its records") { $0.projection.append(32) },
        refusal("an order that is left without a job") { $0.jobs = [] },
        Check("a transaction belongs to one bill") { test in
            let store = try await test.make()
            let cashier = Cashier.standard(store)
            try await cashier.take(
                Array(Story.happy(Sample.dossier(1), transaction: "T-1").prefix(4)),
                on: Sample.dossier(1)
            )
            try await cashier.take(
                Array(Story.happy(Sample.dossier(2), transaction: "T-1").prefix(3)),
                on: Sample.dossier(2)
            )
            let order = OrderNumber(Sample.dossier(2), attempt: 1)
            let paid = Input.stated(order, .paid(Sample.payment("T-1")), .notification)
            let decision = try await cashier.take(paid, on: Sample.dossier(2), at: Sample.noon)
            try expect(decision.reply == .refused(.numberTaken), "\(decision.reply)")
            let stored = try await store.dossier(Sample.dossier(2))
            try expect(try stored.dossier().orders[0].payment == nil, "it was written")
        },
    ]

    static let shredding: [Check] = [
        Check("personal data go with the record that says so, and with no other") { test in
            let store = try await test.make()
            let cashier = Cashier.standard(store)
            let id = Sample.dossier(1)
            let order = OrderNumber(id, attempt: 1)
            let data = SealedData(order: order, bytes: [1, 2, 3])
            for input in Story.happy(id) {
                try await cashier.take(input, on: id, at: Sample.noon, seal: { _ in data })
            }
            let stored = try await store.dossier(id)
            var without = try append([], to: stored, jobs: [.clear(order)])
            without.shredded = [order]
            var unsaid = try append([Event(order, .expunged)], to: stored, jobs: [.clear(order)])
            var again = unsaid
            again.shredded = [order]
            again.sealed = [data]
            for append in [without, unsaid, again] {
                do throws(StoreFailure) {
                    let outcome = try await store.append(append)
                    throw StoreFailure.corrupt("it came to \(outcome)")
                } catch {
                    guard case .unsound = error else { throw Broken(description: "\(error)") }
                }
            }
            let kept = try await store.sealed(order)
            try expect(kept == data, "they were destroyed")
            unsaid.shredded = [order]
            let outcome = try await store.append(unsaid)
            let left = try await store.sealed(order)
            try expect(outcome == .committed && left == nil, "they were kept")
            let report = try await store.audit(today: Sample.noon.day, sha256)
            try expect(report.isSound, "\(report.findings)")
        }
    ]

    private static func refusal(_ what: String, _ spoil: @escaping @Sendable (inout Append) -> Void) -> Check {
        Check("\(what) is refused and nothing is written") { test in
            let store = try await test.make()
            var append = try opening(1)
            spoil(&append)
            do throws(StoreFailure) {
                let outcome = try await store.append(append)
                throw StoreFailure.corrupt("it came to \(outcome)")
            } catch {
                guard case .unsound = error else { throw Broken(description: "\(error)") }
            }
            let stored = try await store.dossier(append.dossier)
            try expect(stored == StoredDossier(id: append.dossier), "something was written")
        }
    }
}
