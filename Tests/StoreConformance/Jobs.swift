import PaymentEngine

extension StoreConformance {
    private static let later = Sample.noon + .hours(1)

    private static func claim(_ limit: Int = 10, at now: Moment = later, excluding: Set<String> = []) -> Claim {
        Claim(now: now, limit: limit, lease: .minutes(2), excluding: excluding)
    }

    static let jobs: [Check] = [
        Check("jobs are claimed when due, the earliest first, up to the limit") { test in
            let store = try await test.make()
            for (number, minutes) in [(1, 30), (2, 10), (3, 20), (4, 90)] as [(Int, Int64)] {
                _ = try await store.append(opening(number, due: Sample.noon + .minutes(minutes)))
            }
            let next = try await store.nextDue()
            try expect(next == Sample.noon + .minutes(10), "\(String(describing: next))")
            let early = try await store.claim(claim(at: Sample.noon))
            try expect(early.isEmpty, "\(early) were not due")
            let first = try await store.claim(claim(2))
            let second = try await store.claim(claim(2))
            try expect((first + second).map(\.order.dossier) == [2, 3, 1].map(Sample.dossier), "\(first + second)")
            try expect((first + second).allSatisfy { $0.attempt == 1 }, "attempts")
            let left = try await store.nextDue()
            try expect(left == later + .minutes(2), "\(String(describing: left)) is not the first lease's end")
        },
        Check("a claimed job is nobody else's until its lease has run out") { test in
            let store = try await test.make()
            _ = try await store.append(opening(1))
            let first = try await store.claim(claim())
            let meanwhile = try await store.claim(claim(at: later + .seconds(119)))
            try expect(first.count == 1 && meanwhile.isEmpty, "\(meanwhile)")
            let second = try await store.claim(claim(at: later + .minutes(2)))
            try expect(second.count == 1 && second[0].attempt == 2, "\(second)")
            let tokens = (first + second).compactMap(\.lease?.token)
            try expect(tokens.count == 2 && tokens[0] < tokens[1], "\(tokens)")
        },
        Check("many that claim at once share the jobs out") { test in
            let store = try await test.make()
            for number in 1...40 { _ = try await store.append(opening(number)) }
            let claimed = try await withThrowingTaskGroup(of: [Job].self) { group in
                for _ in 0..<8 { group.addTask { try await store.claim(claim(10)) } }
                var claimed: [Job] = []
                for try await jobs in group { claimed += jobs }
                return claimed
            }
            try expect(claimed.count == 40 && Set(claimed.map(\.order)).count == 40, "\(claimed.count) jobs")
            try expect(Set(claimed.compactMap(\.lease?.token)).count == 40, "tokens were given twice")
        },
        Check("a job that is given back is due when it was said") { test in
            let store = try await test.make()
            _ = try await store.append(opening(1))
            let job = try await store.claim(claim())[0]
            let isBack = try await store.postpone(job, until: later + .minutes(7))
            let early = try await store.claim(claim(at: later + .minutes(6)))
            let again = try await store.claim(claim(at: later + .minutes(7)))
            try expect(isBack && early.isEmpty && again.count == 1 && again[0].attempt == 2, "\(early), \(again)")
        },
        Check("whoever comes back with an old lease changes nothing") { test in
            let store = try await test.make()
            _ = try await store.append(opening(1))
            let late = try await store.claim(claim())[0]
            let current = try await store.claim(claim(at: later + .minutes(3)))
            let isBack = try await store.postpone(late, until: Sample.noon)
            let jobs = try await store.dossier(late.order.dossier).jobs
            try expect(!isBack && jobs == current, "\(jobs)")
        },
        Check("a commit that moves the order starts its job anew") { test in
            let store = try await test.make()
            _ = try await store.append(opening(1))
            let job = try await store.claim(claim())[0]
            let stored = try await store.dossier(job.order.dossier)
            let moved = try append(
                [Event(job.order, .submitIntended)],
                to: stored,
                jobs: [.set(job.order, city: "mistport", due: later)]
            )
            _ = try await store.append(moved)
            let isBack = try await store.postpone(job, until: .distantFuture)
            let again = try await store.claim(claim())
            try expect(!isBack && again.count == 1 && again[0].attempt == 1, "\(again)")
        },
        Check("a finished order has no job") { test in
            let store = try await test.make()
            let id = Sample.dossier(1)
            try await Cashier.standard(store).take(Story.happy(id), on: id)
            let jobs = try await store.dossier(id).jobs
            let claimed = try await store.claim(claim(at: .distantFuture))
            let next = try await store.nextDue()
            try expect(jobs.isEmpty && claimed.isEmpty && next == nil, "\(jobs), \(claimed)")
        },
        Check("the jobs of a city can be left alone") { test in
            let store = try await test.make()
            _ = try await store.append(opening(1, city: "mistport"))
            _ = try await store.append(opening(2, city: "fogtown"))
            let fogtown = try await store.claim(claim(excluding: ["mistport"]))
            let both = try await store.claim(claim())
            try expect(fogtown.map(\.city) == ["fogtown"] && both.map(\.city) == ["mistport"], "\(fogtown), \(both)")
        },
    ]

    static let personalData: [Check] = [
        Check("sealed data come with their order and go alone") { test in
            let store = try await test.make()
            let id = Sample.dossier(1)
            let order = OrderNumber(id, attempt: 1)
            let cashier = Cashier.standard(store)
            let sealed = SealedData(order: order, bytes: [1, 2, 3])
            try await cashier.take(.open(Sample.terms()), on: id, at: Sample.noon, seal: { _ in sealed })
            let kept = try await store.sealed(order)
            try expect(kept == sealed, "\(String(describing: kept))")
            try await cashier.take(Array(Story.happy(id).dropFirst()), on: id)
            let digests = try await store.dossier(id).records.map(\.digest)
            try await cashier.take(.expunge(order), on: id, at: Sample.noon + .hours(1))
            let gone = try await store.sealed(order)
            let stored = try await store.dossier(id)
            try expect(gone == nil, "the data are still there")
            try expect(stored.records.map(\.digest).starts(with: digests), "the log has changed")
            try expect(stored.audit(sha256) == [], "\(stored.audit(sha256))")
            let paid = try stored.dossier().orders[0].payment?.amount
            try expect(paid == Sample.amount, "the money's skeleton has changed")
        }
    ]
}
