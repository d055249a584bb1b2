import Foundation
import GRDB
import PaymentEngine
import StoreConformance
import Testing

@testable import SQLiteStore

struct OpeningTests {
    /// Opens a store that must not open, and gives back why it does not.
    private func refusal(_ open: () async throws -> Void) async throws -> StoreFailure {
        let failure = await #expect(throws: StoreFailure.self) { try await open() }
        return try #require(failure)
    }

    /// A store with one paid order, closed again.
    private func filledStore(_ folder: Folder) async throws -> String {
        let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
        try await fill(store, dossiers: 1...1)
        try await store.close()
        return store.path
    }

    private static let settings = [
        "synchronous", "journal_mode", "locking_mode", "foreign_keys", "trusted_schema", "secure_delete",
    ]

    @Test func `every commit is synced, in one file with one log, over one connection`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            let found = try await store.queue.read { db in
                try Self.settings.map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
            }
            #expect(found == ["2", "wal", "exclusive", "1", "0", "1"])
            #expect(!FileManager.default.fileExists(atPath: store.path + "-shm"), "memory is shared with others")
        }
    }

    @Test func `a second store on the same file is refused and told who has it`() async throws {
        try await withFolder { folder in
            let first = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            let failure = try await refusal { _ = try await SQLitePaymentStore.open(first.path, sha256) }
            #expect(failure == .inUse("process \(getpid()) has \(first.path)"))
            #expect("\(failure)".contains("stop it, or ask it"))
            try await first.close()
            _ = try await SQLitePaymentStore.open(first.path, sha256)
        }
    }

    @Test func `another program cannot get in either`() async throws {
        try await withFolder { folder in
            let store = try await SQLitePaymentStore.open(folder.newFile(), sha256)
            let tool = Process()
            tool.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM events')"
            tool.arguments = ["python3", "-c", script, store.path]
            let errors = Pipe()
            tool.standardError = errors
            try tool.run()
            let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            tool.waitUntilExit()
            #expect(tool.terminationStatus != 0 && said.contains("locked"), "\(said)")
        }
    }

    @Test func `a damaged page is refused, with what to do`() async throws {
        try await withFolder { folder in
            let path = try await filledStore(folder)
            let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
            var refused = 0
            for page in 1..<size / 4096 {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
                var damaged = bytes
                damaged.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 0xA5, count: 64))
                let copy = folder.newFile()
                try damaged.write(to: URL(fileURLWithPath: copy))
                let failure = try await refusal { _ = try await SQLitePaymentStore.open(copy, sha256) }
                guard case .corrupt = failure else { continue }
                refused += 1
                #expect("\(failure)".contains("restore it from a backup"))
            }
            #expect(refused == size / 4096 - 1)
        }
    }

    @Test func `a file that is no store is refused and left as it is`() async throws {
        try await withFolder { folder in
            let text = folder.newFile()
            let bytes = Data(String(repeating: "This is a letter and no database. ", count: 99).utf8)
            try bytes.write(to: URL(fileURLWithPath: text))
            guard case .corrupt = try await refusal({ _ = try await SQLitePaymentStore.open(text, sha256) }) else {
                Issue.record("a letter was opened")
                return
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: text)) == bytes)

            let other = folder.newFile()
            let queue = try DatabaseQueue(path: other)
            try await queue.write { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") }
            try queue.close()
            let failure = try await refusal { _ = try await SQLitePaymentStore.open(other, sha256) }
            #expect(failure == .otherVersion("it is a SQLite file, and none of this program's"))
        }
    }

    @Test func `a file in a folder that is not there is refused`() async throws {
        let path = "/no/such/folder/store.sqlite"
        let failure = try await refusal { _ = try await SQLitePaymentStore.open(path, sha256) }
        #expect("\(failure)".contains("\(path)-lock: No such file or directory"))
    }

    /// The format after the current one, as far as a test can know it.
    private static let next = Format(steps: Format.current.steps + ["CREATE TABLE later (id INTEGER) STRICT;"])

    @Test func `an older format is brought to this program's, with everything in it`() async throws {
        try await withFolder { folder in
            let path = try await filledStore(folder)
            let before = SQLitePaymentStore(try StoreFile(path, .current), cachedDossiers: 0, sha256)
            let stored = try await before.dossier(Sample.dossier(1))
            try await before.close()
            let store = SQLitePaymentStore(try StoreFile(path, Self.next), cachedDossiers: 0, sha256)
            #expect(try await store.dossier(Sample.dossier(1)) == stored)
            #expect(try await store.queue.read { try Format.number(of: $0) } == Format.current.number + 1)
            try await fill(store, dossiers: 2...2)
        }
    }

    @Test func `a store from before there were books gets them, and its backup can be read as it is`() async throws {
        try await withFolder { folder in
            let path = folder.newFile()
            let first = SQLitePaymentStore(
                try StoreFile(path, Format(steps: [Format.first])),
                cachedDossiers: 0,
                sha256
            )
            try await fill(first, dossiers: 1...2)
            let copy = folder.newFile()
            try await first.backUp(to: copy)
            try await first.close()
            let backup = try await StoreBackup.open(copy)
            #expect(try await backup.dossiers(after: nil, limit: 9).count == 2)
            try await backup.forEachBookDay { _ in Issue.record("the first format had no books") }

            let store = try await SQLitePaymentStore.open(path, sha256)
            let id = BookDayID("mistport", Sample.day())
            #expect(try await store.append(Sample.beginning(id, due: Sample.noon)) == .committed)
            #expect(try await store.books(id).violations(sha256) == [])
            let newer = folder.newFile()
            try await store.backUp(to: newer)
            var days: [BookDayID] = []
            try await StoreBackup.open(newer).forEachBookDay { days.append($0.id) }
            #expect(days == [id])
        }
    }

    @Test func `a format that cannot be brought on stays what it was`() async throws {
        try await withFolder { folder in
            let path = try await filledStore(folder)
            let broken = Format(steps: Self.next.steps + ["CREATE TABLE later (id INTEGER) STRICT;"])
            #expect(throws: DatabaseError.self) { try StoreFile(path, broken) }
            let store = try await SQLitePaymentStore.open(path, sha256)
            #expect(try await store.dossier(Sample.dossier(1)).violations(sha256) == [])
        }
    }

    @Test func `a newer format is refused, with both numbers`() async throws {
        try await withFolder { folder in
            let path = try await filledStore(folder)
            try await SQLitePaymentStore(try StoreFile(path, Self.next), cachedDossiers: 0, sha256).close()
            let failure = try await refusal { _ = try await SQLitePaymentStore.open(path, sha256) }
            let (newer, known) = (Format.current.number + 1, Format.current.number)
            #expect(failure == .otherVersion("it was written in format \(newer), this program knows up to \(known)"))
            #expect("\(failure)".contains("use the version that wrote it"))
        }
    }

    @Test(arguments: [
        ("3.6.23", false), ("3.7.0", true), ("3.40.1", true), ("3.44.5", true), ("3.44.6", false), ("3.45.0", true),
        ("3.50.6", true), ("3.50.7", false), ("3.51.2", true), ("3.51.3", false), ("3.52.0", false), ("4.0.0", false),
    ])
    func `a SQLite that can damage a file is warned of`(version: String, isWarned: Bool) {
        let warnings = StoreWarning.warnings(version: version)
        #expect(warnings == (isWarned ? [.walResetBug(version: version)] : []))
        #expect(warnings.allSatisfy { "\($0)".contains(version) && "\($0)".contains("take a backup") })
    }
}
