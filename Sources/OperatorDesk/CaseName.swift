public import PaymentEngine

/// What a case is called, so that people can speak of it: whom it is about, and why.
///
/// `6f…c1-2/unattributed` for an order, `6f…c1-2-R1/refund-abnormal` for a refund, `guangzhou@2027-03-01/bill-missing` for a
/// day's books.
public enum CaseName: Hashable, Sendable, CustomStringConvertible {
    /// An order's case, or one of its refunds'.
    case order(OrderNumber, RefundNumber?, Case.Reason)
    /// A case of a day's books.
    case day(BookDayID, BookDayCase.Reason)

    /// Reads what ``description`` writes.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        if let order = OrderNumber(parts[0]), let reason = Case.Reason(rawValue: String(parts[1])) {
            self = .order(order, nil, reason)
        } else if let refund = RefundNumber(parts[0]), let reason = Case.Reason(rawValue: String(parts[1])) {
            self = .order(refund.order, refund, reason)
        } else if let mark = parts[0].lastIndex(of: "@"), let reason = BookDayCase.Reason(rawValue: String(parts[1])),
            let day = BookDayID("\(parts[0][..<mark]) \(parts[0][parts[0].index(after: mark)...])")
        {
            self = .day(day, reason)
        } else {
            return nil
        }
    }

    /// The name.
    public var description: String {
        switch self {
        case .order(let order, let refund, let reason):
            "\(refund.map(\.description) ?? order.description)/\(reason.rawValue)"
        case .day(let day, let reason): "\(day.city)@\(day.day)/\(reason.rawValue)"
        }
    }
}
