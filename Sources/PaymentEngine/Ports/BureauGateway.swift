public import CivilTime
public import Money

/// The bureau's own system, which has the last word on what is paid.
///
/// No call throws: an answer that is lost is `unknown`.
public protocol BureauGateway: Sendable {
    /// Reads what the bureau shows of a bill.
    func read(_ bill: BillReference) async -> Answered<BureauReading>
    /// Writes a payment to a bill. Doing it twice may or may not be noticed, so nobody does.
    func write(_ payment: Payment, to bill: BillReference) async -> Answered<BureauWriteAnswer>
    /// The payments the bureau recorded on a day.
    func payments(on day: CivilDate, city: String) async -> DailyList<BureauEntry>
}

/// How the bureau finds a bill.
///
/// It holds a receipt number; printing it prints none.
public struct BillReference: Hashable, Sendable, CustomStringConvertible {
    /// The city's slug.
    public var city: String
    /// The order, which the bureau keeps as the payment's key.
    public var order: OrderNumber
    /// The receipt number and the name.
    public var personal: PersonalData

    /// A reference to a bill.
    public init(city: String, order: OrderNumber, personal: PersonalData) {
        self.city = city
        self.order = order
        self.personal = personal
    }

    /// City and order.
    public var description: String { "bill of \(order) in \(city)" }
}

/// What a bureau answers to a payment.
///
/// Whether it shows it is another question.
public enum BureauWriteAnswer: Hashable, Sendable {
    /// It has taken note.
    case accepted
    /// It will not take it.
    case refused
    /// No answer, or one that says nothing.
    case unknown
}

/// A payment in the bureau's list of a day.
public struct BureauEntry: Hashable, Sendable {
    /// The order it carries as its key; nothing where it was not made through this program.
    public var order: OrderNumber?
    /// The transaction; nothing where the list does not say.
    public var transaction: TransactionID?
    /// How much.
    public var amount: Amount

    /// A line of the list.
    public init(order: OrderNumber?, transaction: TransactionID?, amount: Amount) {
        self.order = order
        self.transaction = transaction
        self.amount = amount
    }
}
