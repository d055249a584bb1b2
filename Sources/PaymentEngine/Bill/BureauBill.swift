public import CivilTime
public import Money

/// A bill as the bureau shows it at one moment.
public struct BureauBill: Hashable, Sendable {
    /// What the bureau says about paying it.
    public enum State: Hashable, Sendable {
        /// It asks for this amount.
        case due(Amount)
        /// It is paid; the reference is missing where the bureau does not say which payment.
        case paid(TransactionID?)
        /// It is to be paid at the counter and nowhere else.
        case counterOnly(Amount)
        /// It was withdrawn.
        case gone
    }

    /// The receipt number, in the bureau's own spelling.
    public var receipt: ReceiptNumber
    /// The name of the fee, as the bill prints it.
    public var feeName: String
    /// What the bureau says about paying it.
    public var state: State
    /// The day the receipt was issued; nothing where the bureau does not say.
    public var issued: CivilDate?
    /// The day the application was approved; nothing where it is not, or the bureau does not say.
    public var approved: CivilDate?
    /// The day the document was handed out; nothing where it was not.
    public var collected: CivilDate?
    /// The first day on which the bureau takes the payment, where the bill gives one.
    public var payableFrom: BillDate?
    /// The last day on which the bureau takes the payment, where the bill gives one.
    public var payableThrough: BillDate?

    /// A bill.
    public init(
        receipt: ReceiptNumber,
        feeName: String,
        state: State,
        issued: CivilDate? = nil,
        approved: CivilDate? = nil,
        collected: CivilDate? = nil,
        payableFrom: BillDate? = nil,
        payableThrough: BillDate? = nil
    ) {
        self.receipt = receipt
        self.feeName = feeName
        self.state = state
        self.issued = issued
        self.approved = approved
        self.collected = collected
        self.payableFrom = payableFrom
        self.payableThrough = payableThrough
    }
}

/// A day as bills give it: by its date, or as a number of working days after another.
public enum BillDate: Hashable, Sendable {
    /// This day.
    case on(CivilDate)
    /// So many working days after a day, not fewer than none.
    case workingDays(Int, after: CivilDate)

    /// The day.
    ///
    /// - Throws: `CalendarNotPublished` where it lies beyond the holidays that are known.
    public func day(by calendar: WorkingDayCalendar) throws(CalendarNotPublished) -> CivilDate {
        switch self {
        case .on(let day): day
        case .workingDays(let count, let day): try calendar.adding(workingDays: max(count, 0), to: day).get()
        }
    }
}

/// What asking the bureau for a bill came to.
public enum BillReading: Hashable, Sendable {
    /// The bill as it stands now.
    case bill(BureauBill)
    /// No answer, or one that says nothing.
    case unknown
}
