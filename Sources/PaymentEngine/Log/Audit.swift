public import CivilTime
public import ServiceConfig

/// What is wrong with a log.
public enum AuditFinding: Hashable, Sendable, CustomStringConvertible {
    /// A record is missing, doubled or out of order.
    case sequence(DossierID, expected: Int, found: Int)
    /// A record is not what it was when it was written.
    case digest(DossierID, sequence: Int)
    /// An event cannot have happened.
    case illegal(IllegalEvent)
    /// The projection is not what the records make of the bill.
    case projection(DossierID)
    /// The money does not add up.
    case balance(DossierID)
    /// The personal data of an order are there that were to be destroyed.
    case notShredded(OrderNumber)
    /// The day's head is not what was published.
    case head(CivilDate)

    /// The finding and what to do, as a clause.
    public var description: String {
        switch self {
        case .sequence(let dossier, let expected, let found):
            "dossier \(dossier): record \(expected) is missing, \(found) is in its place; restore the log from a backup"
        case .digest(let dossier, let sequence):
            "dossier \(dossier): record \(sequence) has been changed; restore the log from a backup"
        case .illegal(let event):
            "dossier \(event.event.order.dossier): \(event)"
        case .projection(let dossier):
            "dossier \(dossier): the projection differs from its records; rebuild it from them"
        case .balance(let dossier):
            "dossier \(dossier): the accounts do not sum to zero; stop refunds and look at its records"
        case .notShredded(let order):
            "order \(order): its personal data were to be destroyed and are there; destroy them, in its copies too"
        case .head(let day):
            "the head of \(day) differs from the one published; compare with the copy kept outside"
        }
    }
}

/// Everything a store has of one bill.
public struct StoredDossier: Hashable, Sendable {
    /// Which bill.
    public var id: DossierID
    /// Its records, first to last.
    public var records: [Record]
    /// The projection's bytes.
    public var projection: [UInt8]
    /// The jobs of its orders, in order of their numbers.
    public var jobs: [Job]
    /// What the store remembers the records to make of the bill, so that nobody has to fold them; no part of what is stored.
    private var remembered = Remembered()

    /// A stored dossier.
    public init(id: DossierID, records: [Record] = [], projection: [UInt8] = [], jobs: [Job] = []) {
        self.id = id
        self.records = records
        self.projection = projection
        self.jobs = jobs
    }

    /// Something remembered: two of them are always equal.
    private struct Remembered: Hashable, Sendable {
        var dossier: Dossier?

        static func == (left: Remembered, right: Remembered) -> Bool { true }
        func hash(into hasher: inout Hasher) {}
    }

    /// Remembers what the records make of the bill; only for who has just folded them.
    public mutating func remember(_ dossier: Dossier) {
        remembered.dossier = dossier
    }

    /// The digest of the last record.
    public func head(_ sha256: SHA256Function) -> Digest {
        records.last?.digest ?? Chain.origin(of: id, sha256)
    }

    /// What the records make of the bill.
    public func dossier() throws(IllegalEvent) -> Dossier {
        if let dossier = remembered.dossier, dossier.version == records.count { return dossier }
        return try Dossier(id, folding: records)
    }

    /// The orders whose personal data are to be gone.
    public var expunged: [OrderNumber] {
        records.compactMap { $0.event.fact == .expunged ? $0.event.order : nil }
    }

    /// Holds the log of a bill against itself: chain, legality, money, projection.
    public func audit(_ sha256: SHA256Function) -> [AuditFinding] {
        var findings: [AuditFinding] = []
        if records.isEmpty, projection.isEmpty { return [] }
        var previous = Chain.origin(of: id, sha256)
        for (offset, record) in records.enumerated() {
            if record.sequence != offset + 1 {
                findings.append(.sequence(id, expected: offset + 1, found: record.sequence))
            }
            if Chain.digest(of: record, after: previous, sha256) != record.digest {
                findings.append(.digest(id, sequence: record.sequence))
            }
            previous = record.digest
        }
        do {
            let dossier = try Dossier(id, folding: records)
            if !dossier.balances.isSound { findings.append(.balance(id)) }
            if dossier.canonicalBytes != projection { findings.append(.projection(id)) }
        } catch {
            findings.append(.illegal(error))
        }
        return findings
    }
}

/// One digest for a whole log at the end of a day; published outside, it cannot be changed afterwards.
public struct DailyHead: Hashable, Sendable {
    /// The day.
    public var day: CivilDate
    /// How many dossiers there were.
    public var dossiers: Int
    /// How many records there were.
    public var records: Int
    /// The digest of all heads.
    public var digest: Digest

    /// The head of a day: over each dossier's last record committed on that day or before, in order of dossiers.
    public init(of day: CivilDate, _ dossiers: some Sequence<StoredDossier>, _ sha256: SHA256Function) {
        var draft = DailyHeadDraft(of: day)
        for dossier in dossiers.sorted(by: { $0.id < $1.id }) { draft.add(dossier) }
        self = draft.head(sha256)
    }

    fileprivate init(of day: CivilDate, dossiers: Int, records: Int, digest: Digest) {
        self.day = day
        self.dossiers = dossiers
        self.records = records
        self.digest = digest
    }

    /// Holds a log against the published head.
    public func audit(_ dossiers: some Sequence<StoredDossier>, _ sha256: SHA256Function) -> [AuditFinding] {
        DailyHead(of: day, dossiers, sha256) == self ? [] : [.head(day)]
    }
}

/// A day's head in the making, for a log that does not fit into memory.
struct DailyHeadDraft {
    let day: CivilDate
    private var dossiers = 0
    private var records = 0
    private var bytes: [UInt8]

    init(of day: CivilDate) {
        self.day = day
        self.bytes = Array("visafee.head/1 \(day.dayNumber)".utf8)
    }

    /// Adds the next dossier, in order of their ids.
    mutating func add(_ dossier: StoredDossier) {
        guard let last = dossier.records.last(where: { $0.at.day <= day }) else { return }
        dossiers += 1
        records += last.sequence
        bytes += Array("\n\(dossier.id) \(last.sequence) \(last.digest)".utf8)
    }

    func head(_ sha256: SHA256Function) -> DailyHead {
        DailyHead(of: day, dossiers: dossiers, records: records, digest: sha256(bytes))
    }
}
