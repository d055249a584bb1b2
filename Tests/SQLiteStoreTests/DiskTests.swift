import Foundation
import GRDB
import PaymentEngine
import StoreConformance
import Testing

@testable import SQLiteStore

struct DiskTests {
    /// Commits until the disk is full; gives back how many dossiers there are then, all of them acknowledged.
    private func fillUp(_ store: SQLitePaymentStore) async throws -> Int {
        for number in 1...20_000 {
            do {
                try await fill(store, dossiers: number...number)
            } catch let failure as StoreFailure {
                #expect(failure == .unavailable("the disk is full"))
                #expect("\(failure)".contains("nothing was written, try again"))
                return number - 1
            }
        }
        Issue.record("the disk never got full")
        return 0
    }

    private func expectSound(_ store: SQLitePaymentStore, whole count: Int) async throws {
        let all = try await everything(in: store)
        for stored in all { #expect(stored.violations(sha256) == []) }
        let whole = try all.filter { try $0.dossier().orders[0].isFinished }
        #expect(whole.count == count)
    }

    @Test func `a full disk refuses commits, loses nothing, and takes them again when there is space`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            try await store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 40") }
            let count = try await fillUp(store)
            try await expectSound(store, whole: count)
            try await store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
            try await fill(store, dossiers: count + 1...count + 50)
            try await expectSound(store, whole: count + 50)
        }
    }

    @Test(.enabled("mounting a disk takes root") { SmallDisk.isPossible })
    func `a real disk that is full does the same, and what was told is there after opening again`() async throws {
        let disk = try SmallDisk(megabytes: 8)
        defer { disk.unmount() }
        let ballast = disk.path + "/ballast"
        try Data(count: 5_000_000).write(to: URL(fileURLWithPath: ballast))
        var store = try await SQLitePaymentStore.open(disk.path + "/store.sqlite", sha256)
        let count = try await fillUp(store)
        try await expectSound(store, whole: count)
        try FileManager.default.removeItem(atPath: ballast)
        try await fill(store, dossiers: count + 1...count + 20)
        try await expectSound(store, whole: count + 20)
        try await store.close()
        store = try await SQLitePaymentStore.open(disk.path + "/store.sqlite", sha256)
        try await expectSound(store, whole: count + 20)
        try await store.close()
    }

    @Test func `many commits at once share the disk's syncs`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            try await fill(store, dossiers: 1...64)
            try await expectSound(store, whole: 64)
        }
    }

    @Test func `a copy made while payments go on is a store as it was at one moment`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            try await fill(store, dossiers: 1...300)
            let path = folder.newFile()
            async let more: Void = fill(store, dossiers: 301...400)
            try await store.backUp(to: path)
            try await more
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
            #expect(!FileManager.default.fileExists(atPath: path + ".partial"))

            let backup = try await StoreBackup.open(path)
            var ids: [DossierID] = []
            try await backup.forEachDossier { stored throws(StoreFailure) in
                ids.append(stored.id)
                #expect(stored.violations(sha256) == [])
            }
            #expect(ids.starts(with: (1...300).map(Sample.dossier)))

            let restored = try await SQLitePaymentStore.open(path, sha256)
            try await fill(restored, dossiers: 401...410)
            for stored in try await everything(in: restored) { #expect(stored.violations(sha256) == []) }
        }
    }

    @Test func `a copy that cannot be written leaves nothing behind`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            try await fill(store, dossiers: 1...3)
            await #expect(throws: StoreFailure.self) { try await store.backUp(to: "/no/such/folder/copy.sqlite") }
            try FileManager.default.createDirectory(atPath: folder.path + "/taken/x", withIntermediateDirectories: true)
            await #expect(throws: StoreFailure.self) { try await store.backUp(to: folder.path + "/taken") }
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/taken.partial"))
            try await expectSound(store, whole: 3)
        }
    }

    @Test func `a store in use is no copy to read`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            let failure = await #expect(throws: StoreFailure.self) { _ = try await StoreBackup.open(store.path) }
            guard case .inUse = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
    }

    @Test func `destroyed personal data are nowhere in the files`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            try await fill(store, dossiers: 1...2)
            let files = [store.path, store.path + "-wal"]
            func isThere(_ text: String) throws -> Bool {
                try files.contains { file in
                    try Data(contentsOf: URL(fileURLWithPath: file)).range(of: Data(text.utf8)) != nil
                }
            }
            #expect(try isThere("sealed-1"))
            let order = OrderNumber(Sample.dossier(1), attempt: 1)
            try await Cashier(store: store, sha256).take(.expunge(order), on: order.dossier, at: Sample.noon)
            #expect(try await store.sealed(order) == nil)
            #expect(try !isThere("sealed-1"))
            #expect(try isThere("sealed-2"))
            try await expectSound(store, whole: 2)
            #expect(try await store.audit(today: Sample.noon.day, sha256).isSound)

            // What a copy put back, or a bug, might bring back.
            try await store.queue.writeWithoutTransaction { db in
                try db.execute(
                    sql: "INSERT INTO personal SELECT number, 1, zeroblob(9) FROM dossiers ORDER BY id LIMIT 1"
                )
            }
            #expect(try await store.audit(today: Sample.noon.day, sha256).findings == [.notShredded(order)])
            let copy = folder.newFile()
            try await store.backUp(to: copy)
            let backup = try await StoreBackup.open(copy)
            let other = OrderNumber(Sample.dossier(3), attempt: 1)
            #expect(try await backup.sealed(among: [order, other]) == [order])
        }
    }
}
