public import CivilTime

/// How money is taken and given back: one implementation for each protocol.
///
/// Every call can be repeated with the same outcome, because the numbers never change. No call throws: an answer that is lost
/// is `unknown`. Which credentials are used follows from the config the order is pinned to.
public protocol PaymentRail: Sendable {
    /// Gives an order to the provider under its number.
    func place(_ order: Order) async -> Answered<PlaceAnswer>
    /// Asks about an order.
    func query(_ order: Order) async -> Answered<PaymentStatement>
    /// Has an order closed. Only a query proves that it is.
    func close(_ order: Order) async
    /// Asks for a refund under its number.
    func refund(_ refund: Refund, of order: Order) async -> Answered<RefundAnswer>
    /// Sends an abnormal refund to another account of the payer, under the same number.
    func redirect(_ refund: Refund, of order: Order) async -> Answered<RefundAnswer>
    /// Asks about a refund.
    func query(_ refund: Refund, of order: Order) async -> Answered<RefundStatement>
    /// The provider's list of a day.
    func dailyBill(of day: CivilDate, city: String) async -> DailyList<ProviderEntry>
}

/// An answer from outside, and how long the other side asks to be left alone.
public struct Answered<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What was answered.
    public var value: Value
    /// Before when it does not want to be asked again; nothing where it has not said.
    public var notBefore: Moment?

    /// An answer.
    public init(_ value: Value, notBefore: Moment? = nil) {
        self.value = value
        self.notBefore = notBefore
    }
}

/// A list of what happened on a day.
///
/// A list that is missing is not an empty one.
public enum DailyList<Entry: Hashable & Sendable>: Hashable, Sendable {
    /// It is there, and its totals are those of its entries.
    case entries([Entry])
    /// It is not there, or not yet.
    case missing
    /// It is there and contradicts itself; what about it, as a clause.
    case unsound(String)
}

/// A line of the provider's daily bill.
public enum ProviderEntry: Hashable, Sendable {
    /// Money was taken.
    case payment(OrderNumber, Payment)
    /// Money was given back; so many fen.
    case refund(RefundNumber, fen: Int64)
}
