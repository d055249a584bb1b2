public import ServiceConfig

extension Append {
    /// The dossier after the commit, or why the commit must not be.
    ///
    /// Every store asks this before it writes, whoever has decided: records follow on each other, each event is legal, the
    /// money adds up, and each order that is not finished has its one job.
    public func checked(
        after stored: StoredDossier,
        _ sha256: SHA256Function
    ) throws(StoreFailure) -> Dossier {
        var after = try Self.folded(stored)
        var head = stored.head(sha256)
        for record in records {
            guard record.sequence == after.version + 1, Chain.digest(of: record, after: head, sha256) == record.digest
            else { throw .unsound("record \(record.sequence) of \(dossier) does not follow") }
            do {
                try after.apply(record.event, at: record.at)
            } catch {
                throw .unsound("\(error)")
            }
            guard after.balances.isSound else { throw .unsound("the accounts of \(dossier) do not add up") }
            head = record.digest
        }
        guard shredsWhatItSays, sealed.allSatisfy({ after.order($0.order)?.isExpunged == false }) else {
            throw .unsound("what is destroyed of \(dossier) is not what its records say")
        }
        guard after.canonicalBytes == projection else { throw .unsound("the projection of \(dossier) is another") }
        try checkJobs(of: after, stored)
        return after
    }

    private var shredsWhatItSays: Bool {
        let isSaid = records.contains { $0.event.fact == .expunged }
        guard isSaid || !shredded.isEmpty else { return true }
        return Set(records.filter { $0.event.fact == .expunged }.map(\.event.order)) == Set(shredded)
    }

    private static func folded(_ stored: StoredDossier) throws(StoreFailure) -> Dossier {
        do {
            return try stored.dossier()
        } catch {
            throw .corrupt("\(error)")
        }
    }

    private func checkJobs(of after: Dossier, _ stored: StoredDossier) throws(StoreFailure) {
        for order in after.orders {
            let last = jobs.last { $0.order == order.number }
            let hasJob =
                switch last {
                case .set: true
                case .clear: false
                case nil: stored.jobs.contains { $0.order == order.number }
                }
            guard hasJob != order.isFinished else {
                throw .unsound("order \(order.number) has \(hasJob ? "a job too many" : "no job")")
            }
        }
    }

    /// The transactions the records name for the first time, which no other dossier may have.
    public var transactions: [TransactionID] {
        records.compactMap { record in
            if case .paidConfirmed(let payment, _) = record.event.fact { payment.transaction } else { nil }
        }
    }
}
