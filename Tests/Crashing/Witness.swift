import Glibc
import PaymentEngine
import ServiceConfig
import StoreConformance

/// A store that says on the standard output what it has acknowledged, each line after the fact.
///
/// Whoever reads the other end of the pipe knows afterwards what a killed process was told, and nothing it was not.
final class Witness: PaymentStore {
    private let base: any PaymentStore

    init(_ base: any PaymentStore) {
        self.base = base
    }

    private func say(_ statement: Statement) {
        let line = Array((statement.line + "\n").utf8)
        _ = Glibc.write(STDOUT_FILENO, line, line.count)
    }

    func append(_ append: Append) async throws(StoreFailure) -> AppendOutcome {
        let outcome = try await base.append(append)
        guard outcome == .committed else { return outcome }
        if let last = append.records.last { say(.committed(append.dossier, last.sequence, last.digest)) }
        if let asked = append.idempotency { say(.answered(asked.key, sha256(asked.reply))) }
        return outcome
    }

    func claim(_ claim: Claim) async throws(StoreFailure) -> [Job] {
        let jobs = try await base.claim(claim)
        for token in jobs.compactMap(\.lease?.token) { say(.leased(token)) }
        return jobs
    }

    func postpone(_ job: Job, until due: Moment) async throws(StoreFailure) -> Bool {
        try await base.postpone(job, until: due)
    }

    func dossier(_ id: DossierID) async throws(StoreFailure) -> StoredDossier { try await base.dossier(id) }

    func dossiers(after id: DossierID?, limit: Int) async throws(StoreFailure) -> [StoredDossier] {
        try await base.dossiers(after: id, limit: limit)
    }

    func nextDue() async throws(StoreFailure) -> Moment? { try await base.nextDue() }

    func sealed(_ order: OrderNumber) async throws(StoreFailure) -> SealedData? { try await base.sealed(order) }

    func answer(to key: String) async throws(StoreFailure) -> Idempotency? { try await base.answer(to: key) }
}

/// Something a store has acknowledged.
enum Statement: Hashable, Sendable {
    /// A dossier has so many records, the last of them with this digest.
    case committed(DossierID, Int, Digest)
    /// A request's answer is kept; the digest is the answer's.
    case answered(String, Digest)
    /// A job was leased under a token.
    case leased(Int64)

    /// How it is said.
    var line: String {
        switch self {
        case .committed(let dossier, let version, let digest): "committed \(dossier) \(version) \(digest)"
        case .answered(let key, let digest): "answered \(key) \(digest)"
        case .leased(let token): "leased \(token)"
        }
    }

    init?(_ line: Substring) {
        let words = line.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("committed", 4):
            guard let dossier = DossierID(words[1]), let version = Int(words[2]), let digest = Digest(words[3]) else {
                return nil
            }
            self = .committed(dossier, version, digest)
        case ("answered", 3):
            guard let digest = Digest(words[2]) else { return nil }
            self = .answered(words[1], digest)
        case ("leased", 2):
            guard let token = Int64(words[1]) else { return nil }
            self = .leased(token)
        default: return nil
        }
    }
}
