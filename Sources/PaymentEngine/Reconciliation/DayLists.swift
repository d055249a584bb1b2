import CivilTime
import Money
import ServiceConfig

/// The lists of a city's days, as the two sides give them.
struct DayLists: Sendable {
    let rail: any PaymentRail
    let bureau: any BureauGateway
    let sha256: SHA256Function

    /// How many days before those that are compared are read as well: they settle what lies at a boundary, and refunds that
    /// were heard of late.
    private static let before = 3

    /// The first day whose lists matter for a day.
    func start(of day: CivilDate) -> CivilDate { day.adding(days: -Self.before) ?? day }

    /// Reads the lists that days are compared by; each list is asked for once.
    func read(city: String, days: ClosedRange<CivilDate>) async -> Books {
        var books = Books(provider: [:], bureau: [:], log: [])
        var day: CivilDate? = start(of: days.lowerBound)
        while let current = day, current <= days.upperBound {
            async let bill = rail.dailyBill(of: current, city: city)
            async let shown = bureau.payments(on: current, city: city)
            (books.provider[current], books.bureau[current]) = await (bill, shown)
            day = current.next
        }
        return books
    }

    /// What came of comparing one day, given the orders that the log has now.
    func comparison(
        of day: CivilDate,
        _ books: Books,
        _ report: Reconciliation,
        known: Set<OrderNumber>
    ) -> BookDayComparison {
        let unsettled = report.rows.filter { $0.day == day && !$0.isSettled }
        return BookDayComparison(
            provider: list(books.provider[day] ?? .missing, \.line),
            bureau: list(books.bureau[day] ?? .missing, \.line),
            totals: report.totals[day] ?? Reconciliation.Totals(),
            unsettled: unsettled.count,
            strays: unsettled.filter { $0.remedy != .wait && !known.contains($0.subject.order) }
                .map { BookDayComparison.Stray(subject: $0.subject, outcome: $0.outcome) }
                .sorted()
        )
    }

    /// A list, with the digest of its entries whatever order they come in.
    private func list<Entry>(_ list: DailyList<Entry>, _ line: (Entry) -> String) -> BookDayComparison.List {
        switch list {
        case .entries(let entries): .read(sha256(Array(entries.map(line).sorted().joined(separator: "\n").utf8)))
        case .missing: .missing
        case .unsound(let what): .unsound(what)
        }
    }
}

extension ProviderEntry {
    fileprivate var line: String {
        switch self {
        case .payment(let order, let payment):
            "payment \(order) \(payment.transaction) \(payment.amount.fen) \(payment.succeededAt.milliseconds)"
        case .refund(let refund, let fen): "refund \(refund) \(fen)"
        }
    }
}

extension BureauEntry {
    fileprivate var line: String {
        "\(order.map(\.description) ?? "-") \(transaction.map(\.description) ?? "-") \(amount.fen)"
    }
}
