public import CivilTime
import Money

/// What the three sides have, as far as it is there.
///
/// The log's part is all orders that may matter; lists of more days than are compared settle what lies at a boundary.
public struct Books: Hashable, Sendable {
    /// The provider's bills, by day; a day that is absent counts as missing.
    public var provider: [CivilDate: DailyList<ProviderEntry>]
    /// The bureau's lists, by day; a day that is absent counts as missing.
    public var bureau: [CivilDate: DailyList<BureauEntry>]
    /// The log.
    public var log: [Order]

    /// Books.
    public init(
        provider: [CivilDate: DailyList<ProviderEntry>],
        bureau: [CivilDate: DailyList<BureauEntry>],
        log: [Order]
    ) {
        self.provider = provider
        self.bureau = bureau
        self.log = log
    }

    /// Compares the sides on these days.
    public func reconcile(_ days: ClosedRange<CivilDate>) -> Reconciliation {
        let sorted = Sorted(self)
        let rows = sorted.subjects.compactMap { sorted.row(of: $0, through: days.upperBound) }
        return Reconciliation(
            days: days,
            rows: rows.filter { days.contains($0.day) }.sorted { ($0.day, $0.subject) < ($1.day, $1.subject) },
            alerts: alerts(days),
            totals: sorted.totals.filter { days.contains($0.key) }
        )
    }

    private func alerts(_ days: ClosedRange<CivilDate>) -> [Reconciliation.Alert] {
        var alerts: [Reconciliation.Alert] = []
        var day: CivilDate? = days.lowerBound
        while let current = day, current <= days.upperBound {
            switch provider[current] ?? .missing {
            case .entries: break
            case .missing: alerts.append(Reconciliation.Alert(side: .provider, day: current))
            case .unsound(let what):
                alerts.append(Reconciliation.Alert(side: .provider, day: current, contradiction: what))
            }
            switch bureau[current] ?? .missing {
            case .entries: break
            case .missing: alerts.append(Reconciliation.Alert(side: .bureau, day: current))
            case .unsound(let what):
                alerts.append(Reconciliation.Alert(side: .bureau, day: current, contradiction: what))
            }
            day = current.next
        }
        return alerts
    }
}

/// The three sides, sorted by what they speak of.
struct Sorted {
    struct Listed<Value: Hashable>: Hashable {
        var day: CivilDate
        var value: Value
    }

    private(set) var payments: [OrderNumber: [Listed<Payment>]] = [:]
    private(set) var refunds: [RefundNumber: [Listed<Int64>]] = [:]
    private(set) var shown: [OrderNumber: [Listed<BureauEntry>]] = [:]
    private(set) var orders: [OrderNumber: Order] = [:]
    private(set) var totals: [CivilDate: Reconciliation.Totals] = [:]
    private let providerDays: Set<CivilDate>
    private let bureauDays: Set<CivilDate>

    init(_ books: Books) {
        self.providerDays = Set(books.provider.filter { $0.value.entries != nil }.keys)
        self.bureauDays = Set(books.bureau.filter { $0.value.entries != nil }.keys)
        for order in books.log { addToLog(order) }
        for (day, list) in books.provider.sorted(by: { $0.key < $1.key }) {
            for entry in list.entries ?? [] { add(entry, day) }
        }
        var owners: [TransactionID: OrderNumber] = [:]
        for (number, listed) in payments { for payment in listed { owners[payment.value.transaction] = number } }
        for order in books.log { if let payment = order.payment { owners[payment.transaction] = order.number } }
        for (day, list) in books.bureau.sorted(by: { $0.key < $1.key }) {
            for entry in list.entries ?? [] { add(entry, day, owners) }
        }
    }

    private mutating func addToLog(_ order: Order) {
        orders[order.number] = order
        if let payment = order.payment {
            totals[payment.succeededAt.day, default: Reconciliation.Totals()].log.add(payment.amount.fen)
        }
        for refund in order.refunds where refund.stage == .succeeded {
            totals[refund.stageSince.day, default: Reconciliation.Totals()].logRefunds.add(refund.amount.fen)
        }
    }

    private mutating func add(_ entry: ProviderEntry, _ day: CivilDate) {
        switch entry {
        case .payment(let number, let payment):
            payments[number, default: []].append(Listed(day: day, value: payment))
            totals[day, default: Reconciliation.Totals()].provider.add(payment.amount.fen)
        case .refund(let number, let fen):
            refunds[number, default: []].append(Listed(day: day, value: fen))
            totals[day, default: Reconciliation.Totals()].providerRefunds.add(fen)
        }
    }

    /// An entry is ours if it carries one of our orders, or a transaction that we or the provider know as one.
    private mutating func add(_ entry: BureauEntry, _ day: CivilDate, _ owners: [TransactionID: OrderNumber]) {
        guard let number = entry.order ?? entry.transaction.flatMap({ owners[$0] }) else {
            totals[day, default: Reconciliation.Totals()].elsewhere.add(entry.amount.fen)
            return
        }
        shown[number, default: []].append(Listed(day: day, value: entry))
        totals[day, default: Reconciliation.Totals()].bureau.add(entry.amount.fen)
    }

    var subjects: [Reconciliation.Subject] {
        let numbers = Set(payments.keys).union(shown.keys).union(orders.keys)
        let refunded = Set(refunds.keys).union(orders.values.flatMap(\.refunds).map(\.number))
        return numbers.map { .payment($0) } + refunded.map { .refund($0) }
    }

    /// Whether the provider's bills of these days are all there.
    func hasProvider(_ first: CivilDate, _ last: CivilDate) -> Bool { Self.hasAll(providerDays, first, last) }

    /// Whether the bureau's lists of these days are all there.
    func hasBureau(_ first: CivilDate, _ last: CivilDate) -> Bool { Self.hasAll(bureauDays, first, last) }

    private static func hasAll(_ days: Set<CivilDate>, _ first: CivilDate, _ last: CivilDate) -> Bool {
        var day: CivilDate? = first
        while let current = day, current <= last {
            guard days.contains(current) else { return false }
            day = current.next
        }
        return true
    }
}

extension DailyList {
    /// The entries, where they can be used.
    var entries: [Entry]? {
        if case .entries(let entries) = self { entries } else { nil }
    }
}
