public import CivilTime
public import ServiceConfig

/// What came of holding a whole log against itself and against the heads published before.
public struct AuditReport: Hashable, Sendable {
    /// How many dossiers were read.
    public var dossiers = 0
    /// How many records were read.
    public var records = 0
    /// What is wrong, by dossier; then the days whose heads differ.
    public var findings: [AuditFinding] = []
    /// The head of the day that was asked for, to be published.
    public var head: DailyHead

    /// Whether nothing is wrong.
    public var isSound: Bool { findings.isEmpty }
}

extension PaymentStore {
    /// Reads the whole log, some dossiers at a time, and holds it against itself and against published heads.
    ///
    /// Heads are compared even where a tail was cut off and chained anew: of that nothing else tells.
    ///
    /// - Throws: ``StoreFailure`` where the log cannot be read.
    public func audit(
        published: [DailyHead] = [],
        today: CivilDate,
        page: Int = 500,
        _ sha256: SHA256Function
    ) async throws(StoreFailure) -> AuditReport {
        var drafts = published.map { DailyHeadDraft(of: $0.day) }
        var current = DailyHeadDraft(of: today)
        var report = AuditReport(head: current.head(sha256))
        var last: DossierID?
        while true {
            let dossiers = try await dossiers(after: last, limit: page)
            guard let final = dossiers.last else { break }
            last = final.id
            for dossier in dossiers {
                report.dossiers += 1
                report.records += dossier.records.count
                report.findings += dossier.audit(sha256)
                for order in dossier.expunged {
                    if try await sealed(order) != nil { report.findings.append(.notShredded(order)) }
                }
                current.add(dossier)
                for index in drafts.indices { drafts[index].add(dossier) }
            }
        }
        for (head, draft) in zip(published, drafts) where draft.head(sha256) != head {
            report.findings.append(.head(head.day))
        }
        report.head = current.head(sha256)
        return report
    }
}
