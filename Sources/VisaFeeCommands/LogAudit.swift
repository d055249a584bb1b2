import CanonicalJSON
import CivilTime
import PaymentEngine
import ServiceConfig
import Vocabulary

/// What an audit of a whole log has found.
struct LogAudit {
    /// The heads that were published.
    let published: [PublishedHead]
    private(set) var dossiers = 0
    private(set) var records = 0
    private(set) var days = 0
    /// The orders whose personal data are to be gone.
    private(set) var expunged: [OrderNumber] = []
    private(set) var violations: [Violation] = []
    private(set) var differing: [CivilDate] = []
    /// The head at the end of the last day there is anything from.
    private(set) var head: DailyHead?

    /// Of each dossier and each day that is asked for, the last record: all that a head is made of.
    private var ends: [CivilDate: [StoredDossier]] = [:]
    private var lasts: [StoredDossier] = []

    init(published: [PublishedHead]) {
        self.published = published
    }

    /// Whether nothing was found.
    var isClean: Bool { violations.isEmpty && differing.isEmpty }

    /// Looks at one dossier.
    mutating func look(at stored: StoredDossier) {
        dossiers += 1
        records += stored.records.count
        violations += stored.violations(sha256)
        expunged += stored.expunged
        for day in Set(published.map(\.day)) {
            guard let end = stored.records.last(where: { $0.at.day <= day }) else { continue }
            ends[day, default: []].append(StoredDossier(id: stored.id, records: [end]))
        }
        if let last = stored.records.last { lasts.append(StoredDossier(id: stored.id, records: [last])) }
    }

    /// Looks at the books of one day.
    mutating func look(at books: StoredBookDay) {
        days += 1
        violations += books.violations(sha256)
    }

    /// Takes note of the orders whose personal data are to be gone and are not.
    mutating func found(sealed orders: [OrderNumber]) {
        violations += orders.map { Violation(.noPersonalData, "\(AuditFinding.notShredded($0))") }
    }

    /// Holds the published heads against the log, when all of it has been looked at.
    mutating func compareHeads() {
        differing = published.filter { DailyHead(of: $0.day, ends[$0.day] ?? [], sha256).digest != $0.digest }
            .map(\.day)
        head = lasts.compactMap { $0.records.last?.at.day }.max().map { DailyHead(of: $0, lasts, sha256) }
    }

    /// What is said of it.
    var lines: [LocalizedText] {
        var lines = violations.map { violation in
            LocalizedText(
                "\(violation)",
                "\(violation.invariant.name)（\(violation.invariant.promise)）：\(violation.detail)"
            )
        }
        lines += differing.map { day in
            LocalizedText(
                "the head of \(day) is not the one published; compare with the copy kept outside",
                "\(day)的日终摘要与已公布的不同；请与外部留存的副本核对"
            )
        }
        lines.append(
            LocalizedText(
                "\(dossiers) bills, \(records) records, books of \(days) days, "
                    + "\(violations.count + differing.count) findings",
                "共\(dossiers)笔账单、\(records)条记录、\(days)日账目，发现\(violations.count + differing.count)处问题"
            )
        )
        if let head {
            lines.append(
                LocalizedText(
                    "head of \(head.day): \(head.day):\(head.digest) (keep it outside)",
                    "\(head.day)日终摘要：\(head.day):\(head.digest)（请在外部留存）"
                )
            )
        }
        return lines
    }

    /// The audit as a document.
    var json: JSONValue {
        [
            "bills": .integer(Int64(dossiers)),
            "bookDays": .integer(Int64(days)),
            "differingHeads": .array(differing.map { .string($0.description) }),
            "findings": .array(
                violations.map { ["detail": .string($0.detail), "invariant": .string($0.invariant.name)] }
            ),
            "formatVersion": 1,
            "head": head?.json ?? .null,
            "records": .integer(Int64(records)),
        ]
    }
}

extension DailyHead {
    /// The head as a document.
    fileprivate var json: JSONValue {
        ["day": .string(day.description), "digest": .string(digest.description)]
    }
}

extension Invariant {
    /// The promise in Chinese, in a few words.
    fileprivate var promise: String {
        switch self {
        case .oneChargeableOrder: "同一账单同时至多一笔可支付订单"
        case .acknowledgedIsDurable: "已确认的收款必已入账"
        case .paidMeansShown: "已付款必在公安系统显示、全额退款或由人工凭证据处理"
        case .bureauHearsTheTruth: "只向公安系统报送经核实的付款"
        case .refundsWithinPaid: "退款不超过已付金额"
        case .refundToOriginal: "退款原路退回，否则有人知晓"
        case .projectionIsFold: "汇总与记录一致"
        case .chainVerifies: "记录链完整"
        case .exactlyOneJob: "每笔未完结订单恰有一项待办"
        case .moneyIsConserved: "各账户合计为零"
        case .sameRequestSameAnswer: "同一请求得到同一答复"
        case .configIsPinned: "订单始终按创建时的配置处理"
        case .saysOnlyWhatIsProven: "只说已证实的事"
        case .noPersonalData: "日志中没有个人信息"
        case .orderDoesNotMatter: "通知的次序与次数不影响结果"
        }
    }
}
