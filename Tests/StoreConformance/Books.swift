public import CivilTime
public import PaymentEngine

extension StoreUnderTest {
    /// An empty store of payments and books.
    fileprivate func makeBooks() async throws -> any PaymentStore & BookDayStore {
        guard let store = try await make() as? any PaymentStore & BookDayStore else {
            throw StoreConformance.Broken(description: "it keeps no books")
        }
        return store
    }
}

extension Sample {
    /// The day of the samples, so many days later.
    public static func day(_ later: Int = 0) -> CivilDate { noon.day.adding(days: later) ?? noon.day }

    /// A commit that begins a day's books, due at a moment.
    public static func beginning(_ id: BookDayID, due: Moment) -> BookDayAppend {
        var record = BookDayRecord(sequence: 1, at: Sample.noon, fact: .dayBegun, digest: sha256([]))
        record.digest = record.digest(after: BookDayRecord.origin(of: id, sha256), sha256)
        return BookDayAppend(id: id, expectedVersion: 0, records: [record], due: due)
    }
}

private func compared(_ stored: StoredBookDay, _ facts: [BookDayFact], due: Moment?) -> BookDayAppend {
    var append = BookDayAppend(id: stored.id, expectedVersion: stored.records.count, records: [], due: due)
    var head = stored.head(sha256)
    for fact in facts {
        let sequence = stored.records.count + append.records.count + 1
        var record = BookDayRecord(sequence: sequence, at: Sample.noon, fact: fact, digest: head)
        record.digest = record.digest(after: head, sha256)
        head = record.digest
        append.records.append(record)
    }
    return append
}

private let clean = BookDayComparison(provider: .read(sha256([1])), bureau: .read(sha256([2])))

extension StoreConformance {
    private static let later = Sample.noon + .hours(1)

    static let books: [Check] = [
        Check("a day's books are kept as they were committed, and the rest is refused") { test in
            let store = try await test.makeBooks()
            let id = BookDayID("mistport", Sample.day())
            let nothing = try await store.books(id)
            try expect(nothing == StoredBookDay(id: id), "\(nothing)")
            let first = try await store.append(Sample.beginning(id, due: later))
            try expect(first == .committed, "\(first)")
            let again = try await store.append(Sample.beginning(id, due: later))
            try expect(again == .versionDiffers(actual: 1), "\(again)")
            let begun = try await store.books(id)
            try expect(begun.job == BookDayJob(id: id, due: later), "\(begun)")

            var broken = compared(begun, [.dayCompared(clean)], due: later)
            broken.records[0].at = later
            let unsound = [
                broken, compared(begun, [.daySettled], due: nil), compared(begun, [.dayCompared(clean)], due: nil),
                compared(begun, [.dayCompared(clean), .daySettled], due: later),
            ]
            for append in unsound {
                do throws(StoreFailure) {
                    _ = try await store.append(append)
                    throw StoreFailure.corrupt("it was committed")
                } catch {
                    guard case .unsound = error else { throw Broken(description: "\(error)") }
                }
            }
            let unchanged = try await store.books(id)
            try expect(unchanged == begun, "\(unchanged)")

            _ = try await store.append(compared(begun, [.dayCompared(clean), .daySettled], due: nil))
            let settled = try await store.books(id)
            try expect(settled.violations(sha256) == [] && settled.job == nil, "\(settled)")
            let day = try settled.day()
            try expect(day.stage == .settled && day.comparison == clean, "\(settled)")
        },
        Check("a day's job is claimed when due by one at a time, and given back by nobody else") { test in
            let store = try await test.makeBooks()
            let days = [1, 0, 2].map { BookDayID($0 == 2 ? "fogtown" : "mistport", Sample.day($0)) }
            for (offset, id) in days.enumerated() {
                _ = try await store.append(Sample.beginning(id, due: Sample.noon + .minutes(Int64(10 * offset))))
            }
            let next = try await store.nextBooksDue()
            try expect(next == Sample.noon, "\(String(describing: next))")
            let claim = Claim(now: later, limit: 2, lease: .minutes(2))
            var excluding = claim
            excluding.excluding = ["mistport"]
            let others = try await store.claimBooks(excluding)
            try expect(others.map(\.id) == [days[2]], "\(others)")
            let jobs = try await store.claimBooks(claim)
            try expect(jobs.map(\.id) == [days[0], days[1]], "\(jobs)")
            let none = try await store.claimBooks(claim)
            try expect(none.isEmpty, "\(none)")
            let given = try await store.postpone(jobs[0], until: later + .hours(1))
            let twice = try await store.postpone(jobs[0], until: later + .hours(2))
            try expect(given && !twice, "given back twice")
            let left = try await store.books(days[0]).job
            try expect(
                left == BookDayJob(id: days[0], due: later + .hours(1), attempt: 1),
                "\(String(describing: left))"
            )

            var after = claim
            after.now = later + .minutes(2)
            let taken = try await store.claimBooks(after)
            try expect(taken.map(\.attempt) == [2, 2], "\(taken)")
            let tokens = (jobs + others + taken).compactMap(\.lease?.token)
            try expect(Set(tokens).count == 5, "\(tokens)")
            let late = try await store.postpone(jobs[1], until: later)
            try expect(!late, "an old lease gave a job back")
        },
        Check("books are listed by city and day") { test in
            let store = try await test.makeBooks()
            let ids = ["fogtown", "mistport"].flatMap { city in (0...2).map { BookDayID(city, Sample.day($0)) } }
            for id in ids.reversed() { _ = try await store.append(Sample.beginning(id, due: later)) }
            let first = try await store.books(after: nil, limit: 4)
            let rest = try await store.books(after: first.last?.id, limit: 4)
            try expect((first + rest).map(\.id) == ids, "\((first + rest).map(\.id))")
            let last = try await (store.lastBookDay(of: "fogtown"), store.lastBookDay(of: "nowhere"))
            try expect(last == (Sample.day(2), nil), "\(last)")
        },
        Check("what has changed since a moment is found page by page") { test in
            let store = try await test.makeBooks()
            let cashier = Cashier.standard(store)
            for number in 1...9 {
                let moment = number % 3 == 0 ? later : Sample.noon
                try await cashier.take(.open(Sample.terms()), on: Sample.dossier(number), at: moment)
            }
            var found: [DossierID] = []
            var last: DossierID?
            var pages = 0
            repeat {
                let page = try await store.dossiers(changedSince: later, after: last, limit: 4)
                found += page.dossiers.map(\.id)
                last = page.last
                pages += 1
            } while last != nil && pages < 9
            try expect(found == [3, 6, 9].map(Sample.dossier) && pages == 3, "\(found) on \(pages) pages")
        },
        Check("books outlive the process") { test in
            guard let reopen = test.reopen else { return }
            let store = try await test.makeBooks()
            let id = BookDayID("mistport", Sample.day())
            _ = try await store.append(Sample.beginning(id, due: later))
            let before = try await store.books(id)
            guard let again = try await reopen(store) as? any BookDayStore else {
                throw Broken(description: "it keeps no books")
            }
            let after = try await again.books(id)
            try expect(after == before, "\(after)")
        },
    ]
}
