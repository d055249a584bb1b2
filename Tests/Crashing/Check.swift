import Money
import PaymentEngine
import ServiceConfig
import StoreConformance

/// Everything that killed processes were told.
struct Told {
    /// For each dossier, the digests of records by their numbers.
    private(set) var records: [DossierID: [Int: Digest]] = [:]
    /// For each request, the digest of its answer.
    private(set) var answers: [String: Digest] = [:]
    private var lastToken: Int64 = 0

    /// Adds what one process was told, all of it after what others were told.
    mutating func add(_ statements: [Statement], _ findings: inout [String]) {
        let before = lastToken
        for statement in statements {
            switch statement {
            case .committed(let dossier, let version, let digest):
                if let known = records[dossier]?[version], known != digest {
                    findings.append("record \(version) of \(dossier) was written twice")
                }
                records[dossier, default: [:]][version] = digest
            case .answered(let key, let digest):
                if let known = answers[key], known != digest { findings.append("'\(key)' was answered twice") }
                answers[key] = digest
            case .leased(let token):
                if token <= before { findings.append("lease \(token) was given again") }
                lastToken = max(lastToken, token)
            }
        }
    }
}

/// Holds a store against what was told, and against what the provider and the bureau did.
struct Check {
    let told: Told
    var findings: [String] = []
    private(set) var records = 0
    private(set) var outcomes: [String: Int] = [:]
    private var orders: [OrderNumber: Order] = [:]
    private var dossiers: Set<DossierID> = []

    init(told: Told) {
        self.told = told
    }

    /// Looks at one dossier of the store.
    mutating func look(at stored: StoredDossier) {
        findings += stored.violations(sha256).map { "\($0)" }
        records += stored.records.count
        dossiers.insert(stored.id)
        for (version, digest) in told.records[stored.id] ?? [:] {
            let isThere = version <= stored.records.count && stored.records[version - 1].digest == digest
            if !isThere { findings.append("record \(version) of \(stored.id) was acknowledged and is lost") }
        }
        guard let dossier = try? stored.dossier() else { return }
        for order in dossier.orders {
            orders[order.number] = order
            outcomes[order.outcome, default: 0] += 1
        }
    }

    /// Looks at what was done outside: nothing the log does not know of, and nothing twice.
    mutating func look(at deeds: Deeds) {
        for lost in Set(told.records.keys).subtracting(dossiers) { findings.append("dossier \(lost) is lost") }
        var given: [OrderNumber: Int64] = [:]
        var shown: Set<DossierID> = []
        for deed in deeds.all {
            switch deed {
            case .placed(let number), .closed(let number), .paid(let number):
                if orders[number] == nil { findings.append("nothing is known of '\(deed.line)'") }
            case .shown(let number):
                let order = orders[number]
                if order?.payment == nil { findings.append("the bureau was told of \(number), which is not paid") }
                if !shown.insert(number.dossier).inserted { findings.append("the bureau was told twice of \(number)") }
            case .refunded(let number, let fen):
                if orders[number.order]?.refund(number)?.amount.fen != fen {
                    findings.append("nothing is known of '\(deed.line)'")
                }
                given[number.order, default: 0] += fen
            }
        }
        for (number, fen) in given where fen > orders[number]?.payment?.amount.fen ?? 0 {
            findings.append("more was given back than paid for \(number)")
        }
        for order in orders.values where order.isFinished {
            let isPaid = deeds.has(.paid(order.number))
            let isShown = deeds.shown(order.number.dossier) == order.number
            if isPaid != (order.payment != nil) { findings.append("\(order.number) is paid on one side only") }
            if isPaid, !isShown, !order.isRefundedInFull { findings.append("\(order.number) is paid and not shown") }
        }
    }
}

extension Order {
    /// What became of it, in a word.
    fileprivate var outcome: String {
        guard isFinished else { return "open" }
        if stage == .closed { return "closed" }
        return isRefundedInFull ? "refunded" : "shown"
    }
}
