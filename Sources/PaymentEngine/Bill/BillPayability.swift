public import CivilTime
public import Money

/// Whether a bill can be paid now, and if not, why, and from when or until when.
///
/// Where several things are true, the one that helps most is said: what is settled comes before what is under way, that
/// before what cannot be known, that before what forbids, and a missed day before a closed city, because whoever has missed it
/// would wait for the city in vain.
public enum BillPayability: Hashable, Sendable {
    /// It can be paid through this channel.
    case payable(Offer)
    /// Its time has not come.
    case notYet(from: Opening)
    /// Its time is over; the last day, or that the document has been handed out.
    case ended(Ending)
    /// It is paid.
    case alreadyPaid(Settlement)
    /// An order for it is under way.
    case inProgress(OrderNumber)
    /// The bureau is away, as announced.
    case bureauAway(until: Moment)
    /// The bureau does not answer.
    case bureauSilent
    /// The city's payments are paused; those begun are finished.
    case cityPaused
    /// It cannot be paid here.
    case needsCounter(CounterReason)
    /// It asks for nothing.
    case nothingToPay

    /// A payment that can be made.
    public struct Offer: Hashable, Sendable {
        /// The channel of the config through which it goes.
        public var channel: String
        /// What the bill asks for, which is what is paid.
        public var amount: Amount
        /// What the fee schedule says instead, ascending; empty where it agrees or does not know.
        public var scheduleSays: [Amount]
        /// The last day, as far as anybody can tell.
        public var through: LastDay

        /// A payment that can be made.
        public init(channel: String, amount: Amount, scheduleSays: [Amount], through: LastDay) {
            self.channel = channel
            self.amount = amount
            self.scheduleSays = scheduleSays
            self.through = through
        }
    }

    /// From when a bill can be paid.
    public enum Opening: Hashable, Sendable {
        /// From this day on.
        case day(CivilDate)
        /// Once the application is approved.
        case approval
        /// Nobody can count the days yet: the holidays of this year are not published.
        case calendarNotPublished(year: Int)
    }

    /// Until when a bill can be paid.
    public enum LastDay: Hashable, Sendable {
        /// Nobody has said.
        case notStated
        /// Through this day.
        case day(CivilDate)
        /// Nobody can count the days yet: the holidays of this year are not published.
        case calendarNotPublished(year: Int)
    }

    /// How the time of a bill came to its end.
    public enum Ending: Hashable, Sendable {
        /// This was the last day.
        case day(CivilDate)
        /// The document was handed out on this day.
        case collection(CivilDate)
    }

    /// Where a bill was paid.
    public enum Settlement: Hashable, Sendable {
        /// Through this program, and the bureau shows it.
        case shown(OrderNumber, TransactionID)
        /// Through this program, and the bureau does not show it yet.
        case notShownYet(OrderNumber, TransactionID)
        /// Somewhere else; the reference is missing where the bureau does not say.
        case elsewhere(TransactionID?)
    }

    /// Why a bill cannot be paid here.
    public enum CounterReason: String, CaseIterable, Hashable, Sendable {
        /// The bill says so.
        case billSaysSo = "bill-says-so"
        /// The bureau has withdrawn the bill.
        case billGone = "bill-gone"
        /// This program takes no payments in the city.
        case cityTakesNone = "city-takes-none"
        /// This program takes payments in the city, but not for this service.
        case otherServicesOnly = "other-services-only"
        /// The pilot does not include this receipt.
        case notInPilot = "not-in-pilot"
    }

    /// The words texts are found by.
    public enum Key: String, CaseIterable, Hashable, Sendable {
        case payable
        case payableAmountDiffers = "payable-amount-differs"
        case notYet = "not-yet"
        case ended
        case alreadyPaid = "already-paid"
        case alreadyPaidNotShown = "already-paid-not-shown"
        case alreadyPaidElsewhere = "already-paid-elsewhere"
        case inProgress = "in-progress"
        case bureauAway = "bureau-away"
        case bureauSilent = "bureau-silent"
        case cityPaused = "city-paused"
        case needsCounter = "needs-counter"
        case nothingToPay = "nothing-to-pay"
    }

    /// The word its text is found by.
    public var key: Key {
        switch self {
        case .payable(let offer): offer.scheduleSays.isEmpty ? .payable : .payableAmountDiffers
        case .notYet: .notYet
        case .ended: .ended
        case .alreadyPaid(.shown): .alreadyPaid
        case .alreadyPaid(.notShownYet): .alreadyPaidNotShown
        case .alreadyPaid(.elsewhere): .alreadyPaidElsewhere
        case .inProgress: .inProgress
        case .bureauAway: .bureauAway
        case .bureauSilent: .bureauSilent
        case .cityPaused: .cityPaused
        case .needsCounter: .needsCounter
        case .nothingToPay: .nothingToPay
        }
    }

    /// What the payer does next.
    public enum NextStep: Hashable, Sendable {
        /// Pay.
        case pay
        /// Go on with the order that is under way.
        case goOn(OrderNumber)
        /// Come back on this day.
        case comeBackOn(CivilDate)
        /// Come back at this moment.
        case comeBackAt(Moment)
        /// Ask again later; nothing is lost by waiting.
        case askAgain
        /// Nothing: keep the reference.
        case keepReference
        /// Pay or ask at the bureau.
        case goToBureau
    }

    /// What the payer does next.
    public var nextStep: NextStep {
        switch self {
        case .payable: .pay
        case .notYet(.day(let day)): .comeBackOn(day)
        case .notYet(.approval), .notYet(.calendarNotPublished), .bureauSilent: .askAgain
        case .ended, .cityPaused, .needsCounter: .goToBureau
        case .alreadyPaid, .nothingToPay: .keepReference
        case .inProgress(let order): .goOn(order)
        case .bureauAway(let moment): .comeBackAt(moment)
        }
    }
}
