public import CivilTime

/// What three sides say about the same money: the provider's bill, our log and the bureau's list.
///
/// Each day is compared on the three days after it, because a side may list late what it did. A list that is not there is an
/// alert and never an empty one: what cannot be compared yet is said to be so.
public struct Reconciliation: Hashable, Sendable {
    /// A side that keeps a list.
    public enum Side: String, CaseIterable, Hashable, Sendable {
        /// The provider's daily bill.
        case provider
        /// The bureau's list.
        case bureau
    }

    /// What came of comparing one payment or one refund; each has exactly one.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// All sides that must show it show the same.
        case matched
        /// All agree but for the day: the provider lists it on a neighbouring one.
        case dayBoundary = "day-boundary"
        /// A list is missing without which nothing can be said; the next run looks again.
        case unchecked
        /// The log has a payment that the provider does not list.
        case oursOnly = "ours-only"
        /// The provider lists a payment that the log does not have.
        case theirsOnly = "theirs-only"
        /// The sides name different amounts.
        case amountDiffers = "amount-differs"
        /// The sides name different transactions.
        case transactionDiffers = "transaction-differs"
        /// The bureau does not list a payment it ought to show.
        case bureauMissing = "bureau-missing"
        /// The bureau lists a payment that nobody made, that has gone back, or that it lists twice.
        case bureauExtra = "bureau-extra"
        /// Provider and log disagree about a refund.
        case refundDiffers = "refund-differs"

        /// What a person has to find out, where the log has the order; nothing where the sides agree, or nobody knows yet.
        public var discrepancy: Discrepancy.Kind? {
            switch self {
            case .matched, .dayBoundary, .unchecked, .theirsOnly: nil
            case .oursOnly: .oursOnly
            case .amountDiffers: .amountDiffers
            case .transactionDiffers: .transactionDiffers
            case .bureauMissing: .bureauMissing
            case .bureauExtra: .bureauExtra
            case .refundDiffers: .refundDiffers
            }
        }

        /// Whether the books agree.
        public var isInOrder: Bool { self == .matched || self == .dayBoundary }
    }

    /// What is compared.
    public enum Subject: Hashable, Comparable, Sendable {
        /// An order's payment.
        case payment(OrderNumber)
        /// A refund.
        case refund(RefundNumber)

        /// The order.
        public var order: OrderNumber {
            switch self {
            case .payment(let order): order
            case .refund(let refund): refund.order
            }
        }

        /// Order of orders, each payment before its refunds.
        public static func < (left: Subject, right: Subject) -> Bool {
            (left.order, left.index) < (right.order, right.index)
        }

        private var index: Int {
            switch self {
            case .payment: 0
            case .refund(let refund): refund.index
            }
        }
    }

    /// What is done about it.
    public enum Remedy: Hashable, Sendable {
        /// Nothing.
        case none
        /// Nothing yet: the order has its job, or the next run sees more.
        case wait
        /// The core is told, in this order.
        case tell([Input])
        /// The payment is taken over once its bill has been read.
        case adopt(OrderNumber, Payment)
        /// A person looks at it: the log has nothing that the core could be told about.
        case person
    }

    /// One payment or refund.
    public struct Row: Hashable, Sendable {
        /// What is compared.
        public var subject: Subject
        /// The day it belongs to: the provider's, or else the log's, or else the bureau's.
        public var day: CivilDate
        /// What came of it.
        public var outcome: Outcome
        /// What is done about it.
        public var remedy: Remedy
        /// Whether a person has found out why the sides disagree.
        public var isExplained = false

        /// Whether nothing is left to be found out.
        public var isSettled: Bool { outcome.isInOrder || isExplained }
    }

    /// A list that cannot be used.
    public struct Alert: Hashable, Sendable {
        /// Whose.
        public var side: Side
        /// Of which day.
        public var day: CivilDate
        /// What contradicts itself in it, as a clause; nothing where it is not there.
        public var contradiction: String?
    }

    /// The days that were asked about.
    public var days: ClosedRange<CivilDate>
    /// The rows of these days, by day and then by order.
    public var rows: [Row]
    /// The lists of these days that cannot be used.
    public var alerts: [Alert]
    /// What each side counts on each of these days.
    public var totals: [CivilDate: Totals]

    /// Whether all lists are there and all books agree.
    public var isInOrder: Bool { alerts.isEmpty && rows.allSatisfy(\.outcome.isInOrder) }

    /// The days that are compared on a day: the three before it.
    public static func days(before today: CivilDate) -> ClosedRange<CivilDate> {
        let last = today.adding(days: -1) ?? today
        return (last.adding(days: -2) ?? last)...last
    }
}

extension Reconciliation {
    /// So many payments or refunds, and so many fen.
    public struct Sum: Hashable, Sendable {
        /// How many.
        public var count: Int
        /// How much; may exceed any amount.
        public var fen: Int64

        /// A sum.
        public init(count: Int = 0, fen: Int64 = 0) {
            self.count = count
            self.fen = fen
        }

        mutating func add(_ fen: Int64) {
            count += 1
            self.fen += fen
        }
    }

    /// What the sides count on a day.
    public struct Totals: Hashable, Sendable {
        /// Payments in the provider's bill.
        public var provider = Sum()
        /// Payments in the log, on the provider's time.
        public var log = Sum()
        /// Payments through this program in the bureau's list.
        public var bureau = Sum()
        /// Payments in the bureau's list that were made elsewhere.
        public var elsewhere = Sum()
        /// Refunds in the provider's bill.
        public var providerRefunds = Sum()
        /// Refunds that the log heard of on this day.
        public var logRefunds = Sum()

        /// Nothing on any side.
        public init() {}
    }
}

extension DailyList {
    /// A list that is used only if it has as many entries, and as much money, as it says itself.
    public static func checked(
        _ entries: [Entry],
        statedCount: Int,
        statedFen: Int64,
        fen: (Entry) -> Int64
    ) -> DailyList {
        let sum = entries.reduce(Int64(0)) { $0 + fen($1) }
        guard entries.count == statedCount else {
            return .unsound("it has \(entries.count) entries and says that it has \(statedCount)")
        }
        guard sum == statedFen else {
            return .unsound("its entries come to \(sum) fen and its total says \(statedFen)")
        }
        return .entries(entries)
    }
}
