public import ServiceConfig

/// Takes inputs to the core and commits what follows: the one way from the outside into the log.
///
/// Whoever asks is answered after the commit, never before. An input may come twice, late or in any order.
public struct Cashier: Sendable {
    /// The core.
    public let machine: Machine
    /// Where it is committed.
    public let store: any PaymentStore
    let sha256: SHA256Function

    /// How often a commit is decided anew because somebody else was faster, or the store did not answer.
    private static let tries = 50

    /// A cashier.
    public init(_ machine: Machine = Machine(), store: any PaymentStore, _ sha256: @escaping SHA256Function) {
        self.machine = machine
        self.store = store
        self.sha256 = sha256
    }

    /// A request that may come twice, by its key; the digest tells whether it is the same request.
    public struct Request: Hashable, Sendable {
        /// A form's hidden token, or what the caller sent.
        public var key: String
        /// The digest of what was asked.
        public var digest: Digest

        /// A request.
        public init(key: String, digest: Digest) {
            self.key = key
            self.digest = digest
        }
    }

    /// The digest of a request, to tell it from another under the same key.
    public func digest(of request: [UInt8]) -> Digest { sha256(request) }

    /// Decides about an input and commits what follows, then answers.
    ///
    /// - Parameters:
    ///   - input: What has come in.
    ///   - id: The bill it is about.
    ///   - now: What time it is.
    ///   - request: The request that brought the input, where the same request shall get the same answer for ever.
    ///   - seal: Seals the personal data of the orders that are opened or adopted, if any are.
    ///   - point: What the answer is to whoever gets it.
    ///   - answer: Tells whoever asked; called once, after the commit.
    /// - Returns: what was decided and is committed.
    /// - Throws: ``StoreFailure`` where nothing could be committed; then nobody is answered.
    @discardableResult
    public func take(
        _ input: Input,
        on id: DossierID,
        at now: Moment,
        request: Request? = nil,
        seal: (@Sendable (OrderNumber) -> SealedData)? = nil,
        before point: CommitPoint = .beforeAnswering,
        answer: @Sendable (Reply) async -> Void = { _ in }
    ) async throws(StoreFailure) -> Decision {
        var failure = StoreFailure.unavailable("others were faster \(Self.tries) times")
        for _ in 0..<Self.tries {
            var decision: Decision
            do {
                let stored = try await store.dossier(id)
                decision = machine.decide(about: try Self.dossier(of: stored), input, at: now)
                if !machine.rules.commits(point) { await answer(decision.reply) }
                let outcome = try await commit(append(decision, to: stored, at: now, request, seal))
                guard try settle(outcome, &decision) else { continue }
            } catch .outcomeUnknown(let detail) {
                // What was decided is read back, and decided again if it is not there.
                failure = .outcomeUnknown(detail)
                continue
            } catch .unavailable(let detail) {
                // Where a try before may have been written, nobody is told that nothing was.
                if case .outcomeUnknown = failure { throw failure }
                throw .unavailable(detail)
            }
            if machine.rules.commits(point) { await answer(decision.reply) }
            return decision
        }
        throw failure
    }

    /// Commits, unless there is nothing to commit.
    private func commit(_ append: Append) async throws(StoreFailure) -> AppendOutcome {
        if append.records.isEmpty, append.jobs.isEmpty, append.idempotency == nil { return .committed }
        return try await store.append(append)
    }

    /// Makes the decision what the store says it has become; false where it has to be made again.
    private func settle(_ outcome: AppendOutcome, _ decision: inout Decision) throws(StoreFailure) -> Bool {
        switch outcome {
        case .committed:
            return true
        case .versionDiffers:
            return false
        case .answeredBefore(let bytes):
            do {
                decision = Decision(reply: try Reply(canonical: bytes), dossier: decision.dossier)
            } catch {
                throw .corrupt("\(error)")
            }
            return true
        case .keyTaken:
            decision = Decision(reply: .refused(.keyTaken), dossier: decision.dossier)
            return true
        case .notUnique:
            decision = Decision(reply: .refused(.numberTaken), dossier: decision.dossier)
            return true
        }
    }

    private func append(
        _ decision: Decision,
        to stored: StoredDossier,
        at now: Moment,
        _ request: Request?,
        _ seal: (@Sendable (OrderNumber) -> SealedData)?
    ) -> Append {
        let head = stored.head(sha256)
        let version = stored.records.count
        var append = Append(
            dossier: stored.id,
            expectedVersion: version,
            records: Chain.records(of: decision.events, after: version, head: head, at: now, sha256),
            projection: decision.dossier.canonicalBytes
        )
        append.jobs = decision.effects.compactMap { effect in
            switch effect {
            case .rest(let order): return .clear(order)
            case .wake(let order, let due):
                return decision.dossier.order(order).map { .set(order, city: $0.bill.city, due: due) }
            }
        }
        append.idempotency = request.map {
            Idempotency(key: $0.key, request: $0.digest, reply: decision.reply.canonicalBytes)
        }
        append.shredded = decision.events.filter { $0.fact == .expunged }.map(\.order)
        if let seal {
            append.sealed = decision.events.filter { $0.fact.kind == .orderCreated }.map { seal($0.order) }
        }
        return append
    }

    private static func dossier(of stored: StoredDossier) throws(StoreFailure) -> Dossier {
        do {
            return try stored.dossier()
        } catch {
            throw .corrupt("\(error)")
        }
    }
}
