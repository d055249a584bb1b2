import GRDB
import PaymentEngine

/// A store's file, opened so that its promises hold: locked, sound, of the right format, and every commit synced.
struct StoreFile: Sendable {
    let queue: DatabaseQueue
    let lock: StoreLock
    let warnings: [StoreWarning]

    /// Opens a file; blocks until the disk has answered.
    ///
    /// - Throws: ``StoreFailure``.
    init(_ path: String, _ format: Format) throws {
        self.lock = try StoreLock(path)
        self.queue = try DatabaseQueue(path: path, configuration: Self.configuration)
        self.warnings = try queue.writeWithoutTransaction { db in
            try Self.makeDurable(db)
            try Self.checkPages(db)
            try format.migrate(db)
            return try StoreWarning.warnings(version: String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "")
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "SQLiteStore"
        configuration.prepareDatabase { db in
            // One connection only, and so no memory shared with others: that is what the bug in SQLite's WAL needs.
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    /// Has every commit synced, and reads back that it is so.
    ///
    /// This comes after opening: GRDB and some builds of SQLite set NORMAL on the way, which loses the last commits when the
    /// power fails.
    private static func makeDurable(_ db: Database) throws {
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else { throw StoreFailure.unavailable("the disk has no write-ahead log: '\(mode ?? "")'") }
        try db.execute(sql: "PRAGMA synchronous = FULL")
        // Elsewhere than on Linux a sync may stop at the disk's own cache.
        try db.execute(sql: "PRAGMA fullfsync = ON")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
        guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
            throw StoreFailure.unavailable("SQLite does not sync its commits")
        }
    }

    /// Reads every page once; a damaged one is found here and not in the middle of a payment.
    static func checkPages(_ db: Database) throws {
        let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
        guard answer == "ok" else { throw StoreFailure.corrupt(answer ?? "its pages cannot be read") }
    }
}
