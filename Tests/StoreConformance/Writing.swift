public import PaymentEngine

extension StoreConformance {
    static let writing: [Check] = [
        Check("a bill nobody has written about is empty") { test in
            let store = try await test.make()
            let stored = try await store.dossier(Sample.dossier(1))
            try expect(stored == StoredDossier(id: Sample.dossier(1)), "found \(stored)")
            let all = try await store.dossiers(after: nil, limit: 10)
            try expect(all.isEmpty, "found \(all)")
        },
        Check("what is committed is read as it was written") { test in
            let store = try await test.make()
            let append = try opening(1)
            let outcome = try await store.append(append)
            try expect(outcome == .committed, "\(outcome)")
            let stored = try await store.dossier(append.dossier)
            try expect(stored.records == append.records, "records differ")
            try expect(stored.projection == append.projection, "projections differ")
            try expect(
                stored.jobs == [
                    Job(order: OrderNumber(append.dossier, attempt: 1), city: "mistport", due: Sample.noon)
                ],
                "\(stored.jobs)"
            )
            try expect(stored.violations(sha256) == [], "\(stored.violations(sha256))")
        },
        Check("records follow on those before") { test in
            let store = try await test.make()
            let id = Sample.dossier(1)
            try await Cashier.standard(store).take(Story.happy(id), on: id)
            let stored = try await store.dossier(id)
            try expect(stored.records.map(\.sequence) == Array(1...stored.records.count), "gaps")
            try expect(stored.violations(sha256) == [], "\(stored.violations(sha256))")
            let order = try stored.dossier().orders.first
            try expect(order?.sync == .synced && order?.isFinished == true, "\(String(describing: order))")
        },
        Check("a decision made on an older version is not written") { test in
            let store = try await test.make()
            let append = try opening(1)
            _ = try await store.append(append)
            let again = try await store.append(append)
            try expect(again == .versionDiffers(actual: 1), "\(again)")
            let count = try await store.dossier(append.dossier).records.count
            try expect(count == 1, "\(count) records")
        },
        Check("of many that decide at once one is written") { test in
            let store = try await test.make()
            let append = try opening(1)
            let outcomes = try await withThrowingTaskGroup(of: AppendOutcome.self) { group in
                for _ in 0..<16 { group.addTask { try await store.append(append) } }
                var outcomes: [AppendOutcome] = []
                for try await outcome in group { outcomes.append(outcome) }
                return outcomes
            }
            try expect(outcomes.count { $0 == .committed } == 1, "\(outcomes)")
            try expect(outcomes.count { $0 == .versionDiffers(actual: 1) } == 15, "\(outcomes)")
        },
        Check("the dossiers come page by page, in order") { test in
            let store = try await test.make()
            for number in [3, 1, 5, 2, 4] { _ = try await store.append(opening(number)) }
            var seen: [DossierID] = []
            while true {
                let page = try await store.dossiers(after: seen.last, limit: 2)
                guard !page.isEmpty else { break }
                try expect(page.count <= 2, "\(page.count) on a page")
                seen += page.map(\.id)
            }
            try expect(seen == (1...5).map(Sample.dossier), "\(seen)")
        },
        Check("what was committed is there after opening the store again") { test in
            guard let reopen = test.reopen else { return }
            let store = try await test.make()
            let id = Sample.dossier(1)
            try await Cashier.standard(store).take(Array(Story.happy(id).prefix(4)), on: id)
            let claimed = try await store.claim(Claim(now: Sample.noon + .hours(1), limit: 1, lease: .minutes(2)))
            let before = try await store.dossier(id)
            let opened = try await reopen(store)
            let after = try await opened.dossier(id)
            try expect(before == after, "\(before) became \(after)")
            try expect(after.jobs == claimed, "the claim was forgotten")
            let next = try await opened.claim(Claim(now: Sample.noon + .hours(9), limit: 1, lease: .minutes(2)))
            let tokens = (claimed + next).compactMap(\.lease?.token)
            try expect(tokens.count == 2 && tokens[0] < tokens[1], "tokens came again: \(tokens)")
        },
    ]
}

/// Inputs as they come in one after the other.
public enum Story {
    /// Opened, submitted, paid, shown.
    public static func happy(_ id: DossierID, transaction: String? = nil) -> [Input] {
        let order = OrderNumber(id, attempt: 1)
        let payment = Sample.payment(transaction ?? "T-\(id)")
        return [
            .open(Sample.terms()),
            .submit(order, cityTakesPayments: true),
            .placed(order, .accepted(Sample.prepay())),
            .stated(order, .paid(payment), .notification),
            .bureauRead(order, .unpaid(Sample.amount)),
            .bureauRead(order, .paid(payment.transaction)),
        ]
    }

    /// Paid, and the bureau shows another payment: the money goes back.
    public static func refunded(_ id: DossierID) -> [Input] {
        let order = OrderNumber(id, attempt: 1)
        let refund = RefundNumber(order, index: 1)
        return Array(happy(id).prefix(4)) + [
            .bureauRead(order, .paid(TransactionID("counter"))),
            .refundAnswered(refund, .accepted),
            .refundStated(refund, .succeeded(.original), .query),
        ]
    }
}
