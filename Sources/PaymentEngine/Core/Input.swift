public import CivilTime
public import Money

/// Something the core is told; it decides what follows.
///
/// What comes from outside comes as a value that says how far it can be trusted: `unknown` is an answer like any other.
public enum Input: Hashable, Sendable {
    /// A payer wants to pay the bill, which was just read from the bureau.
    case open(OrderTerms)
    /// The payer submits the order; whether the city takes payments is found out at the same moment.
    case submit(OrderNumber, cityTakesPayments: Bool)
    /// The payer does not want the order any more.
    case cancel(OrderNumber)
    /// The payer has come back from paying, or says so. That proves nothing.
    case payerReturned(OrderNumber)
    /// An order's time may have come.
    case woken(OrderNumber)
    /// What the provider answered when it was given an order.
    case placed(OrderNumber, PlaceAnswer)
    /// What the provider verifiably says of an order.
    case stated(OrderNumber, PaymentStatement, StatementSource)
    /// What the bureau shows of the bill.
    case bureauRead(OrderNumber, BureauReading)
    /// What the provider answered when it was asked for a refund.
    case refundAnswered(RefundNumber, RefundAnswer)
    /// What the provider verifiably says of a refund.
    case refundStated(RefundNumber, RefundStatement, StatementSource)
    /// The city has been switched off.
    case cityClosed
    /// A person has decided something, with evidence.
    case decided(OrderNumber, PersonDecision, Approval)
    /// The provider has a paid order of this bill that the log does not know.
    case adopt(OrderNumber, OrderTerms, Payment)
    /// The provider has given back so much under a number that the log does not know.
    case adoptRefund(RefundNumber, Amount)
    /// The day's lists were compared: how they disagree with the log about a payment, or else about a refund, and on which
    /// day the provider lists the payment. No kind means that all sides agree.
    case compared(OrderNumber, refund: Int?, Discrepancy.Kind?, listedOn: CivilDate?)
    /// The time to keep personal data is over.
    case expunge(OrderNumber)
}

/// What a provider answers when it is given an order.
///
/// The number is the same at every try.
public enum PlaceAnswer: Hashable, Sendable {
    /// It can be paid now.
    case accepted(Prepay)
    /// It will never be taken under this number.
    case rejected
    /// No answer, or one that says nothing.
    case unknown
}

/// What a provider verifiably says of an order.
public enum PaymentStatement: Hashable, Sendable {
    /// It does not know the order.
    case notFound
    /// The order is there and not paid.
    case notPaid
    /// The payer is at it.
    case paying
    /// The money was taken; it may have gone back since.
    case paid(Payment)
    /// The order can never be paid.
    case closed
    /// Something was said that cannot be read as a payment of this order, such as another currency.
    case unreadable
    /// No answer, or one that says nothing.
    case unknown
}

/// What the bureau's own system shows of a bill.
public enum BureauReading: Hashable, Sendable {
    /// It asks for this amount.
    case unpaid(Amount)
    /// It shows a payment; the transaction is missing where it does not say which.
    case paid(TransactionID?)
    /// There is no such bill any more.
    case gone
    /// It refuses the payment it was sent.
    case refusing
    /// No answer, or one that says nothing.
    case unknown
}

/// What a provider answers when it is asked for a refund.
///
/// The number is the same at every try.
public enum RefundAnswer: Hashable, Sendable {
    /// It is at it.
    case accepted
    /// It will never do it.
    case rejected
    /// No answer, or one that says nothing.
    case unknown
}

/// What a provider verifiably says of a refund.
public enum RefundStatement: Hashable, Sendable {
    /// It does not know the refund.
    case notFound
    /// It is at it.
    case processing
    /// The payer has the money.
    case succeeded(RefundChannel)
    /// The payer's instrument did not take it.
    case abnormal
    /// It closed the refund, and no money moved.
    case closed
    /// No answer, or one that says nothing.
    case unknown
}

/// What a person may decide about an order.
///
/// Each is a legal move, and nothing else can be decided.
public enum PersonDecision: Hashable, Sendable {
    /// Give back so much.
    case refund(Amount)
    /// Try again to have the bureau show the payment.
    case retrySync
    /// The bureau shows the payment, or has recorded it in another way.
    case resolveSync
    /// Send an abnormal refund to another account, under the same number.
    case redirectRefund(RefundNumber)
    /// The treasury pays the refund.
    case handToTreasury(RefundNumber)
    /// The payer has the refund.
    case settleByHand(RefundNumber)
    /// The bureau, asked twice, has lost what it once showed.
    case reopenSync
    /// It is known why the day's lists and the log disagree about the payment, or else about a refund.
    case explain(Discrepancy.Kind, RefundNumber?)
}
