import PaymentEngine

/// A process's way to the disk: with the disk's faults, and closed once the process is dead.
struct InstanceStore: PaymentStore {
    let instance: Instance

    private var world: World { instance.world }

    private func mustLive() throws(StoreFailure) {
        guard instance.isAlive, world.violation == nil else { throw .unavailable("the process is dead") }
    }

    /// Writes unless the process dies here.
    private func write<Outcome: Sendable>(
        _ order: DossierID,
        _ body: () async throws(StoreFailure) -> Outcome
    ) async throws(StoreFailure) -> Outcome {
        try mustLive()
        if let doom = instance.doom, doom.isBefore {
            instance.die(at: doom.point)
            throw .unavailable("the process died")
        }
        if let applicant = world.applicants[order] {
            if world.strikes(.diskFull, applicant) { throw .unavailable("the disk is full") }
            if world.strikes(.tornWrite, applicant) { throw .outcomeUnknown("the write was torn") }
            if world.strikes(.diskSlow, applicant) { await world.pass(.seconds(3)) }
            try mustLive()
        }
        let outcome = try await body()
        if let doom = instance.doom {
            instance.die(at: doom.point)
            throw .outcomeUnknown("the process died")
        }
        if let applicant = world.applicants[order], world.strikes(.commitAnswerLost, applicant) {
            throw .outcomeUnknown("the answer was lost")
        }
        return outcome
    }

    func append(_ append: Append) async throws(StoreFailure) -> AppendOutcome {
        try await write(append.dossier) { () async throws(StoreFailure) in
            let outcome = try await world.disk.append(append)
            if outcome == .committed { await world.committed(append, by: instance) }
            return outcome
        }
    }

    func dossier(_ id: DossierID) async throws(StoreFailure) -> StoredDossier {
        try mustLive()
        return await world.disk.dossier(id)
    }

    func dossiers(after id: DossierID?, limit: Int) async throws(StoreFailure) -> [StoredDossier] {
        try mustLive()
        return await world.disk.dossiers(after: id, limit: limit)
    }

    func claim(_ claim: Claim) async throws(StoreFailure) -> [Job] {
        try mustLive()
        return await world.disk.claim(claim)
    }

    func postpone(_ job: Job, until due: Moment) async throws(StoreFailure) -> Bool {
        try await write(job.order.dossier) { () async throws(StoreFailure) in
            let isDone = await world.disk.postpone(job, until: due)
            await world.checkJobs(of: job.order.dossier)
            return isDone
        }
    }

    func nextDue() async throws(StoreFailure) -> Moment? {
        try mustLive()
        return await world.disk.nextDue()
    }

    func sealed(_ order: OrderNumber) async throws(StoreFailure) -> SealedData? {
        try mustLive()
        return await world.disk.sealed(order)
    }

    func answer(to key: String) async throws(StoreFailure) -> Idempotency? {
        try mustLive()
        return await world.disk.answer(to: key)
    }
}
