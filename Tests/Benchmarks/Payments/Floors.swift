import Foundation
import GRDBSQLite
import Glibc

/// Commits a second of programs that do nothing else: what the disk, and SQLite on it, can do at most.
enum Floors {
    /// Why a floor could not be measured.
    struct Trouble: Error, CustomStringConvertible {
        let description: String
    }

    /// Writes and syncs, over and over, as many bytes as so many commits leave in a log; nothing is made of them.
    static func disk(in folder: String, group: Int, bytesPerCommit: Int, _ time: Duration) throws -> Double {
        let path = folder + "/floor"
        let file = Glibc.open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Trouble(description: "cannot write \(path)") }
        defer {
            close(file)
            unlink(path)
        }
        let bytes = [UInt8](repeating: 0x5A, count: group * bytesPerCommit)
        // A log is written over from its beginning once it has been copied into the database.
        let room = max(16 << 20, bytes.count)
        var offset = 0
        return try rate(time) {
            if offset + bytes.count > room { offset = 0 }
            guard pwrite(file, bytes, bytes.count, off_t(offset)) == bytes.count, fdatasync(file) == 0 else {
                throw Trouble(description: "cannot sync \(path)")
            }
            offset += bytes.count
            return group
        }
    }

    /// Inserts one row of so many bytes for each commit and commits them in groups, through SQLite's own interface.
    static func sqlite(in folder: String, group: Int, rowBytes: Int, _ time: Duration) throws -> Double {
        let path = folder + "/floor.sqlite"
        defer { for ending in ["", "-wal", "-shm"] { unlink(path + ending) } }
        var connection: OpaquePointer?
        guard sqlite3_open(path, &connection) == SQLITE_OK else { throw Trouble(description: "cannot open \(path)") }
        defer { sqlite3_close(connection) }
        func execute(_ sql: String) throws {
            guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw Trouble(description: sql) }
        }
        try execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        try execute("PRAGMA wal_autocheckpoint = 4000; CREATE TABLE rows (id INTEGER PRIMARY KEY, row BLOB)")
        var insert: OpaquePointer?
        guard sqlite3_prepare_v2(connection, "INSERT INTO rows (row) VALUES (?)", -1, &insert, nil) == SQLITE_OK else {
            throw Trouble(description: "cannot prepare")
        }
        defer { sqlite3_finalize(insert) }
        let row = [UInt8](repeating: 0x5A, count: rowBytes)
        return try rate(time) {
            try execute("BEGIN IMMEDIATE")
            for _ in 0..<group {
                sqlite3_bind_blob(insert, 1, row, Int32(row.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
                guard sqlite3_step(insert) == SQLITE_DONE else { throw Trouble(description: "cannot insert") }
                sqlite3_reset(insert)
            }
            try execute("COMMIT")
            return group
        }
    }

    private static func rate(_ time: Duration, _ work: () throws -> Int) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var commits = 0
        while clock.now - start < time { commits += try work() }
        return Double(commits) / ((clock.now - start) / .seconds(1))
    }
}
