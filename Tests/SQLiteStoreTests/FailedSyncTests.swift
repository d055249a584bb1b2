import FailingDisk
import Foundation
import GRDB
import PaymentEngine
import StoreConformance
import Testing

@testable import SQLiteStore

/// A disk that refuses to sync.
///
/// What it has kept of what it was told last is anybody's guess, so both guesses are tried.
@Suite(.serialized)
struct FailedSyncTests {
    /// A store on that disk, which writes its log back often.
    private func openStore(_ folder: Folder) async throws -> SQLitePaymentStore {
        try #require(failing_disk_install() == 0)
        failing_disk_disarm()
        let store = try await SQLitePaymentStore.open(folder.path + "/failing.sqlite", sha256)
        try await store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 12") }
        return store
    }

    /// Writes dossiers until a commit is refused.
    ///
    /// - Returns: what was acknowledged, and why the next was not; nothing where all were.
    private func write(
        _ numbers: ClosedRange<Int>,
        to store: SQLitePaymentStore
    ) async throws -> (acknowledged: [Int], failure: StoreFailure?) {
        var acknowledged: [Int] = []
        for number in numbers {
            let id = Sample.dossier(number)
            let event = Event(OrderNumber(id, attempt: 1), .orderCreated(Sample.terms()))
            let append = try Self.append([event], id)
            do throws(StoreFailure) {
                guard try await store.append(append) == .committed else { continue }
                acknowledged.append(number)
            } catch {
                return (acknowledged, error)
            }
        }
        return (acknowledged, nil)
    }

    private static func append(_ events: [Event], _ id: DossierID) throws -> Append {
        var dossier = Dossier(id)
        for event in events { try dossier.apply(event, at: Sample.noon) }
        return Append(
            dossier: id,
            expectedVersion: 0,
            records: Chain.records(of: events, after: 0, head: Chain.origin(of: id, sha256), at: Sample.noon, sha256),
            projection: dossier.canonicalBytes,
            jobs: [.set(OrderNumber(id, attempt: 1), city: "mistport", due: Sample.noon)]
        )
    }

    /// What a store has that is opened anew: everything that was acknowledged, perhaps what was not known, and nothing else.
    private func expectKept(
        _ acknowledged: [Int],
        perhaps: Int,
        in path: String,
        _ what: Comment
    ) async throws {
        let store = try await SQLitePaymentStore.open(path, sha256)
        let all = try await everything(in: store)
        for stored in all { #expect(stored.violations(sha256) == [], what) }
        let kept = Set(all.map(\.id))
        let told = Set(acknowledged.map(Sample.dossier))
        #expect(kept.isSuperset(of: told), what)
        #expect(kept.subtracting(told).isSubset(of: [Sample.dossier(perhaps)]), what)
        // And payments go on.
        let more = try await write(perhaps...perhaps + 3, to: store)
        #expect(more.failure == nil, what)
        try await store.close()
    }

    @Test(arguments: [false, true])
    func `whichever sync fails, nothing is acknowledged that is lost, and no commit follows`(drops: Bool) async throws {
        var inCommits = 0
        for syncs in 0..<40 {
            try await withFolder { folder in
                let store = try await openStore(folder)
                failing_disk_arm(syncs, drops ? 1 : 0)
                let (acknowledged, failure) = try await write(1...40, to: store)
                let what: Comment = "sync \(syncs + 1), dropping: \(drops)"
                #expect(failing_disk_failures() > 0, what)
                let next = acknowledged.count + 1
                // A sync of the write-ahead log's return to the file may fail unnoticed: the log still has everything.
                if let failure {
                    inCommits += 1
                    guard case .outcomeUnknown = failure else {
                        Issue.record("\(failure), \(what)")
                        return
                    }
                    #expect("\(failure)".contains("read before trying again"), what)
                    // The disk may be well again; the store does not trust it before everything is read anew.
                    failing_disk_disarm()
                    let refusal = try await write(next + 1...next + 1, to: store).failure
                    guard let refusal, case .unavailable(let reason) = refusal else {
                        Issue.record("\(String(describing: refusal)), \(what)")
                        return
                    }
                    #expect(reason.contains("the disk failed in a commit; restart the service"), what)
                    let claim = Claim(now: Sample.noon, limit: 1, lease: .minutes(1))
                    await #expect(throws: refusal, what) { _ = try await store.claim(claim) }
                }
                failing_disk_disarm()
                // As a killed process leaves it.
                let copy = folder.path + "/copy.sqlite"
                for end in ["", "-wal"] where FileManager.default.fileExists(atPath: store.path + end) {
                    try FileManager.default.copyItem(atPath: store.path + end, toPath: copy + end)
                }
                try await expectKept(acknowledged, perhaps: next, in: copy, what)
                // As one leaves it that stops in order.
                try await store.close()
                try await expectKept(acknowledged, perhaps: next, in: store.path, what)
            }
        }
        #expect(inCommits > 20)
    }

    @Test func `of commits that share a sync that fails none is acknowledged, and those before are kept`() async throws
    {
        try await withFolder { folder in
            let store = try await openStore(folder)
            try await fill(store, dossiers: 1...20)
            failing_disk_arm(3, 1)
            let told = await withTaskGroup(of: (Int, Bool).self) { group in
                for number in 21...80 {
                    group.addTask {
                        guard
                            let append = try? Self.append(
                                [Event(OrderNumber(Sample.dossier(number), attempt: 1), .orderCreated(Sample.terms()))],
                                Sample.dossier(number)
                            )
                        else { return (number, false) }
                        return (number, (try? await store.append(append)) == .committed)
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(failing_disk_failures() > 0 && told.values.contains(false))
            failing_disk_disarm()
            try await store.close()
            let again = try await SQLitePaymentStore.open(store.path, sha256)
            let kept = Set(try await everything(in: again).map(\.id))
            for number in 1...20 { #expect(kept.contains(Sample.dossier(number))) }
            for (number, isTold) in told where isTold { #expect(kept.contains(Sample.dossier(number))) }
            for stored in try await everything(in: again) { #expect(stored.violations(sha256) == []) }
            try await again.close()
        }
    }

    @Test func `whoever gives an input is not told that nothing was written where that is not known`() async throws {
        try await withFolder { folder in
            let store = try await openStore(folder)
            failing_disk_arm(0, 0)
            let cashier = Cashier(store: store, sha256)
            let failure = await #expect(throws: StoreFailure.self) {
                try await cashier.take(.open(Sample.terms()), on: Sample.dossier(1), at: Sample.noon)
            }
            guard case .outcomeUnknown = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            failing_disk_disarm()
            try await store.close()
        }
    }

    @Test func `a disk that never syncs takes no store at all`() async throws {
        try await withFolder { folder in
            try #require(failing_disk_install() == 0)
            failing_disk_arm(0, 0)
            defer { failing_disk_disarm() }
            let failure = await #expect(throws: StoreFailure.self) {
                _ = try await SQLitePaymentStore.open(folder.path + "/failing.sqlite", sha256)
            }
            guard case .unavailable(let reason) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(reason.contains("I/O"))
        }
    }
}
