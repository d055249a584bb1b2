import CivilTime
import Foundation
import GRDB
import PaymentEngine
import ServiceConfig

/// The books of days in the tables, on the database's own thread.
enum BookRows {
    /// Writes a commit, unless it came too late.
    static func write(_ append: BookDayAppend, _ sha256: SHA256Function, _ db: Database) throws -> AppendOutcome {
        let stored = try books(append.id, db)
        guard stored.records.count == append.expectedVersion else {
            return .versionDiffers(actual: stored.records.count)
        }
        let after = try append.checked(after: stored, sha256)
        guard !after.records.isEmpty else { return .committed }
        let number = try number(of: append.id, db) ?? begin(append, db)
        for record in append.records {
            try db.cachedStatement(sql: "INSERT INTO book_events (book, sequence, record, digest) VALUES (?, ?, ?, ?)")
                .execute(arguments: [
                    number, record.sequence, String(decoding: record.canonicalBytes, as: UTF8.self),
                    Data(record.digest.bytes),
                ])
        }
        let sql = """
            UPDATE books SET version = ?, is_open = ?, due = ?, tries = 0, lease = NULL, leased_until = NULL
            WHERE number = ?
            """
        try db.cachedStatement(sql: sql)
            .execute(arguments: [after.records.count, append.due != nil, append.due?.milliseconds, number])
        return .committed
    }

    private static func number(of id: BookDayID, _ db: Database) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT number FROM books WHERE city = ? AND day = ?")
        return try Int64.fetchOne(statement, arguments: [id.city, id.day.description])
    }

    private static func begin(_ append: BookDayAppend, _ db: Database) throws -> Int64 {
        let sql = "INSERT INTO books (city, day, version, is_open, due, tries) VALUES (?, ?, 0, ?, ?, 0)"
        try db.cachedStatement(sql: sql)
            .execute(arguments: [
                append.id.city, append.id.day.description, append.due != nil, append.due?.milliseconds,
            ])
        return db.lastInsertedRowID
    }

    /// Everything there is of a day's books.
    static func books(_ id: BookDayID, _ db: Database) throws -> StoredBookDay {
        let sql = "SELECT number, due, tries, lease, leased_until FROM books WHERE city = ? AND day = ?"
        let statement = try db.cachedStatement(sql: sql)
        guard let row = try Row.fetchOne(statement, arguments: [id.city, id.day.description]) else {
            return StoredBookDay(id: id)
        }
        var stored = StoredBookDay(id: id)
        if let due: Int64 = row[1] {
            var job = BookDayJob(id: id, due: Moment(milliseconds: due), attempt: row[2])
            if let token: Int64 = row[3], let until: Int64 = row[4] {
                job.lease = Lease(token: token, until: Moment(milliseconds: until))
            }
            stored.job = job
        }
        let number: Int64 = row[0]
        let events = "SELECT record, digest FROM book_events WHERE book = ? ORDER BY sequence"
        stored.records = try Row.fetchAll(db.cachedStatement(sql: events), arguments: [number])
            .map { row in
                let record: String = row[0]
                let digest: Data = row[1]
                return try BookDayRecord(canonical: Array(record.utf8), digest: Digest(bytes: digest))
            }
        return stored
    }

    /// The ids of the next books after some.
    static func ids(after id: BookDayID?, limit: Int, _ db: Database) throws -> [BookDayID] {
        let sql = "SELECT city, day FROM books WHERE (city, day) > (?, ?) ORDER BY city, day LIMIT ?"
        let arguments: StatementArguments = [id?.city ?? "", id?.day.description ?? "", limit]
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { try self.id($0[0], $0[1]) }
    }

    /// The last day of a city that has books.
    static func lastDay(of city: String, _ db: Database) throws -> CivilDate? {
        let statement = try db.cachedStatement(sql: "SELECT max(day) FROM books WHERE city = ?")
        return try String.fetchOne(statement, arguments: [city]).map { try id(city, $0).day }
    }

    private static func id(_ city: String, _ day: String) throws -> BookDayID {
        guard let day = CivilDate(day) else { throw StoreFailure.corrupt("'\(day)' is no day") }
        return BookDayID(city, day)
    }

    /// Takes due jobs, the earliest first.
    static func claim(_ claim: Claim, _ db: Database) throws -> [BookDayJob] {
        let sql = """
            SELECT number, city, day, due, tries FROM books
            WHERE due IS NOT NULL AND claimable <= ? AND city NOT IN (SELECT value FROM json_each(?))
            ORDER BY claimable, city, day LIMIT ?
            """
        let excluded = String(decoding: try JSONEncoder().encode(claim.excluding.sorted()), as: UTF8.self)
        let arguments: StatementArguments = [claim.now.milliseconds, excluded, claim.limit]
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
        guard !rows.isEmpty else { return [] }
        var token = try Claiming.lastToken(raisedBy: rows.count, db) - Int64(rows.count)
        return try rows.map { row in
            let number: Int64 = row[0]
            token += 1
            var job = BookDayJob(
                id: try id(row[1], row[2]),
                due: Moment(milliseconds: row[3]),
                attempt: row[4],
                lease: Lease(token: token, until: claim.now + claim.lease)
            )
            job.attempt += 1
            let take = "UPDATE books SET tries = ?, lease = ?, leased_until = ? WHERE number = ?"
            let until = (claim.now + claim.lease).milliseconds
            try db.cachedStatement(sql: take).execute(arguments: [job.attempt, token, until, number])
            return job
        }
    }

    /// Gives a job back; false where the lease is no longer the job's.
    static func postpone(_ job: BookDayJob, until due: Moment, _ db: Database) throws -> Bool {
        let sql = """
            UPDATE books SET due = ?, lease = NULL, leased_until = NULL
            WHERE city = ? AND day = ? AND due IS NOT NULL AND lease IS ?
            """
        let arguments: StatementArguments = [
            due.milliseconds, job.id.city, job.id.day.description, job.lease?.token,
        ]
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
        return db.changesCount > 0
    }

    /// When the earliest job is due that nobody has.
    static func nextDue(_ db: Database) throws -> Moment? {
        let sql = "SELECT claimable FROM books WHERE due IS NOT NULL ORDER BY claimable LIMIT 1"
        return try Int64.fetchOne(db.cachedStatement(sql: sql)).map { Moment(milliseconds: $0) }
    }
}
