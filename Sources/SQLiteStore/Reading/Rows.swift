import Foundation
import GRDB
import PaymentEngine
import ServiceConfig

/// What the tables say, as values.
enum Rows {
    /// A dossier's number in the tables and its version; nothing where nobody has written about the bill.
    static func place(of id: DossierID, _ db: Database) throws -> (number: Int64, version: Int)? {
        let statement = try db.cachedStatement(sql: "SELECT number, version FROM dossiers WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id.description]).map { ($0[0], $0[1]) }
    }

    /// Everything there is of a bill.
    static func dossier(_ id: DossierID, _ db: Database) throws -> StoredDossier {
        let statement = try db.cachedStatement(sql: "SELECT number, projection FROM dossiers WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id.description]) else { return StoredDossier(id: id) }
        let number: Int64 = row[0]
        let projection: String = row[1]
        return StoredDossier(
            id: id,
            records: try records(number, db),
            projection: Array(projection.utf8),
            jobs: try jobs(number, id, db)
        )
    }

    /// The ids of the next dossiers after one.
    static func ids(after id: DossierID?, limit: Int, _ db: Database) throws -> [DossierID] {
        let statement = try db.cachedStatement(sql: "SELECT id FROM dossiers WHERE id > ? ORDER BY id LIMIT ?")
        let ids = try String.fetchAll(statement, arguments: [id?.description ?? "", limit])
        return try ids.map { text in
            guard let id = DossierID(text) else { throw StoreFailure.corrupt("'\(text)' is no dossier's id") }
            return id
        }
    }

    /// When a dossier has last changed; nothing where the last record does not say.
    static func lastChange(of id: DossierID, _ db: Database) throws -> Moment? {
        let sql = """
            SELECT json_extract(record, '$.at') FROM events JOIN dossiers ON dossiers.number = events.dossier
            WHERE id = ? ORDER BY sequence DESC LIMIT 1
            """
        let statement = try db.cachedStatement(sql: sql)
        return try Int64.fetchOne(statement, arguments: [id.description]).map { Moment(milliseconds: $0) }
    }

    private static func records(_ number: Int64, _ db: Database) throws -> [PaymentEngine.Record] {
        let sql = "SELECT record, digest FROM events WHERE dossier = ? ORDER BY sequence"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [number])
        var records: [PaymentEngine.Record] = []
        while let row = try rows.next() {
            let record: String = row[0]
            let digest: Data = row[1]
            records.append(try PaymentEngine.Record(canonical: Array(record.utf8), digest: Digest(bytes: digest)))
        }
        return records
    }

    private static func jobs(_ number: Int64, _ id: DossierID, _ db: Database) throws -> [Job] {
        let sql = """
            SELECT attempt, city, due, tries, lease, leased_until FROM orders
            WHERE dossier = ? AND due IS NOT NULL ORDER BY attempt
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [number])
            .map { row in
                let attempt: Int = row[0]
                return job(OrderNumber(id, attempt: attempt), row)
            }
    }

    /// A job out of a row of `attempt, city, due, tries, lease, leased_until`.
    static func job(_ order: OrderNumber, _ row: Row) -> Job {
        var job = Job(order: order, city: row[1], due: Moment(milliseconds: row[2]), attempt: row[3])
        if let token: Int64 = row[4], let until: Int64 = row[5] {
            job.lease = Lease(token: token, until: Moment(milliseconds: until))
        }
        return job
    }

    /// The sealed personal data of an order.
    static func sealed(_ order: OrderNumber, _ db: Database) throws -> SealedData? {
        let sql = """
            SELECT sealed FROM personal JOIN dossiers ON dossiers.number = personal.dossier WHERE id = ? AND attempt = ?
            """
        let arguments: StatementArguments = [order.dossier.description, order.attempt]
        return try Data.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
            .map { SealedData(order: order, bytes: Array($0)) }
    }

    /// The answer a request was given.
    static func answer(to key: String, _ db: Database) throws -> Idempotency? {
        let statement = try db.cachedStatement(sql: "SELECT request, reply FROM answers WHERE key = ?")
        return try Row.fetchOne(statement, arguments: [key]).map { row in
            let request: Data = row[0]
            let reply: Data = row[1]
            return Idempotency(key: key, request: Digest(bytes: request), reply: Array(reply))
        }
    }

    /// When the earliest job is due that nobody has.
    static func nextDue(_ db: Database) throws -> Moment? {
        let sql = "SELECT claimable FROM orders WHERE due IS NOT NULL ORDER BY claimable LIMIT 1"
        return try Int64.fetchOne(db.cachedStatement(sql: sql)).map { Moment(milliseconds: $0) }
    }
}
