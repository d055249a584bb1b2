import Foundation
import GRDB
import Money
import PaymentEngine
import ServiceConfig

/// Writes one commit into the tables, on the database's own thread, inside a transaction.
struct Writing {
    let db: Database
    let sha256: SHA256Function

    /// Writes a commit, unless it was answered before, came too late or would take a number that something else has.
    func write(_ draft: Draft) throws -> AppendOutcome {
        let append = draft.append
        if let asked = append.idempotency, let known = try Rows.answer(to: asked.key, db) {
            return known.request == asked.request ? .answeredBefore(known.reply) : .keyTaken
        }
        let place = try Rows.place(of: append.dossier, db)
        let version = place?.version ?? 0
        guard version == append.expectedVersion else { return .versionDiffers(actual: version) }

        let after = try checked(draft)
        if let taken = try takenTransaction(append, place?.number) { return .notUnique(.transaction(taken)) }
        if let number = try place?.number ?? newDossier(append) {
            try write(append, after, number)
        }
        if let asked = append.idempotency { try write(asked) }
        return .committed
    }

    /// The dossier after the commit: checked already, unless it was not known then what it follows.
    private func checked(_ draft: Draft) throws -> Dossier {
        if let after = draft.after { return try after.get() }
        return try draft.append.checked(after: Rows.dossier(draft.append.dossier, db), sha256)
    }

    private func takenTransaction(_ append: Append, _ number: Int64?) throws -> TransactionID? {
        for transaction in append.transactions {
            let statement = try db.cachedStatement(sql: "SELECT dossier FROM transactions WHERE id = ?")
            let owner = try Int64.fetchOne(statement, arguments: [transaction.description])
            if let owner, owner != number { return transaction }
        }
        return nil
    }

    /// A place in the tables for a bill that has none; nothing where nothing happens to it.
    private func newDossier(_ append: Append) throws -> Int64? {
        guard !append.records.isEmpty else { return nil }
        try execute(
            """
            INSERT INTO dossiers (id, version, projection, payer, clearing, bureau, refund)
            VALUES (?, 0, '', 0, 0, 0, 0)
            """,
            [append.dossier.description]
        )
        return db.lastInsertedRowID
    }

    private func write(_ append: Append, _ after: Dossier, _ number: Int64) throws {
        for record in append.records { try write(record, number) }
        let changes = Dictionary(append.jobs.map { ($0.order, $0) }) { $1 }
        let touched = Set(append.records.map(\.event.order)).union(changes.keys)
        for order in after.orders where touched.contains(order.number) {
            try write(order, changes[order.number], number)
        }
        for transaction in append.transactions {
            let sql = "INSERT INTO transactions (id, dossier) VALUES (?, ?) ON CONFLICT DO NOTHING"
            try execute(sql, [transaction.description, number])
        }
        for sealed in append.sealed {
            let sql = "INSERT OR REPLACE INTO personal (dossier, attempt, sealed) VALUES (?, ?, ?)"
            try execute(sql, [number, sealed.order.attempt, Data(sealed.bytes)])
        }
        for order in append.shredded {
            try execute("DELETE FROM personal WHERE dossier = ? AND attempt = ?", [number, order.attempt])
        }
        guard !append.records.isEmpty else { return }
        let accounts = after.balances
        try execute(
            """
            UPDATE dossiers SET version = ?, projection = ?, payer = ?, clearing = ?, bureau = ?, refund = ?
            WHERE number = ?
            """,
            [
                after.version, String(decoding: append.projection, as: UTF8.self), accounts.payer, accounts.clearing,
                accounts.bureau, accounts.refund, number,
            ]
        )
    }

    private func write(_ record: PaymentEngine.Record, _ number: Int64) throws {
        try execute(
            "INSERT INTO events (dossier, sequence, record, digest) VALUES (?, ?, ?, ?)",
            [
                number, record.sequence, String(decoding: record.canonicalBytes, as: UTF8.self),
                Data(record.digest.bytes),
            ]
        )
    }

    private func write(_ asked: Idempotency) throws {
        try execute(
            "INSERT INTO answers (key, request, reply) VALUES (?, ?, ?)",
            [asked.key, Data(asked.request.bytes), Data(asked.reply)]
        )
    }

    /// Writes what the tables repeat of an order, and its job.
    private func write(_ order: Order, _ change: JobChange?, _ number: Int64) throws {
        let due: Int64? = if case .set(_, _, let due) = change { due.milliseconds } else { nil }
        let facts: StatementArguments = [
            order.mayBeCharged, order.isFinished, order.payment?.amount.fen, order.refundedOrUnderWay, order.refunded,
        ]
        let key: StatementArguments = [number, order.number.attempt]
        guard change != nil else {
            return try execute(
                """
                UPDATE orders SET is_chargeable = ?, is_finished = ?, paid = ?, given_back = ?, refunded = ?
                WHERE dossier = ? AND attempt = ?
                """,
                facts + key
            )
        }
        let fixed: StatementArguments = [order.bill.city, order.config.description]
        try execute(
            """
            INSERT INTO orders
                (is_chargeable, is_finished, paid, given_back, refunded, dossier, attempt, city, config, due, tries)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            ON CONFLICT (dossier, attempt) DO UPDATE SET
                is_chargeable = excluded.is_chargeable, is_finished = excluded.is_finished, paid = excluded.paid,
                given_back = excluded.given_back, refunded = excluded.refunded,
                due = excluded.due, tries = 0, lease = NULL, leased_until = NULL
            """,
            facts + key + fixed + [due]
        )
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Digest {
    /// The 32 bytes.
    var bytes: [UInt8] {
        let digits = description.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
