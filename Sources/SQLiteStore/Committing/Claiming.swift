import Foundation
import GRDB
import PaymentEngine

/// Claims jobs and gives them back, on the database's own thread, inside a transaction.
enum Claiming {
    /// Takes due jobs, the earliest first.
    static func claim(_ claim: Claim, _ db: Database) throws -> [Job] {
        let sql = """
            SELECT attempt, city, due, tries, lease, leased_until, dossier, id
            FROM orders JOIN dossiers ON dossiers.number = orders.dossier
            WHERE due IS NOT NULL AND claimable <= ? AND city NOT IN (SELECT value FROM json_each(?))
            ORDER BY claimable, dossier, attempt LIMIT ?
            """
        let excluded = String(decoding: try JSONEncoder().encode(claim.excluding.sorted()), as: UTF8.self)
        let arguments: StatementArguments = [claim.now.milliseconds, excluded, claim.limit]
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
        guard !rows.isEmpty else { return [] }
        var token = try lastToken(raisedBy: rows.count, db) - Int64(rows.count)
        return try rows.map { row in
            let (attempt, dossier, text): (Int, Int64, String) = (row[0], row[6], row[7])
            guard let id = DossierID(text) else { throw StoreFailure.corrupt("'\(text)' is no dossier's id") }
            token += 1
            var job = Rows.job(OrderNumber(id, attempt: attempt), row)
            let lease = Lease(token: token, until: claim.now + claim.lease)
            job.attempt += 1
            job.lease = lease
            let take = "UPDATE orders SET tries = ?, lease = ?, leased_until = ? WHERE dossier = ? AND attempt = ?"
            try db.cachedStatement(sql: take)
                .execute(arguments: [job.attempt, lease.token, lease.until.milliseconds, dossier, attempt])
            return job
        }
    }

    /// Draws tokens that no claim has had before.
    ///
    /// - Returns: the last of them.
    static func lastToken(raisedBy count: Int, _ db: Database) throws -> Int64 {
        let raise = try db.cachedStatement(sql: "UPDATE leases SET last = last + ?")
        try raise.execute(arguments: [count])
        guard let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT last FROM leases")) else {
            throw StoreFailure.corrupt("the last lease is missing")
        }
        return last
    }

    /// Gives a job back.
    ///
    /// - Returns: the job as it is then; nothing where the lease is no longer the job's.
    static func postpone(_ job: Job, until due: Moment, _ db: Database) throws -> Job? {
        let sql = """
            UPDATE orders SET due = ?, lease = NULL, leased_until = NULL
            WHERE dossier = (SELECT number FROM dossiers WHERE id = ?) AND attempt = ?
                AND due IS NOT NULL AND lease IS ?
            RETURNING tries
            """
        let arguments: StatementArguments = [
            due.milliseconds, job.order.dossier.description, job.order.attempt, job.lease?.token,
        ]
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
            .map { Job(order: job.order, city: job.city, due: due, attempt: $0) }
    }
}
