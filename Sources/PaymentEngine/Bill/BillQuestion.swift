import CivilTime
import Money
public import ServiceConfig
public import Vocabulary

/// Everything that decides whether a bill can be paid at a moment.
public struct BillQuestion: Hashable, Sendable {
    /// What the bureau shows, read just now.
    public var reading: BillReading
    /// The receipt.
    public var receipt: ReceiptNumber
    /// What this program knows of the bill.
    public var dossier: Dossier
    /// The service the bill is for; nothing where it was not said.
    public var service: String?
    /// What the applicant has said of the application, to hold the bill against the fee schedule.
    public var choices: [Choice]
    /// The nationality; nothing where it was not said.
    public var nationality: NationalityCode?

    /// A question.
    public init(
        _ reading: BillReading,
        receipt: ReceiptNumber,
        dossier: Dossier,
        service: String? = nil,
        choices: [Choice] = [],
        nationality: NationalityCode? = nil
    ) {
        self.reading = reading
        self.receipt = receipt
        self.dossier = dossier
        self.service = service
        self.choices = choices
        self.nationality = nationality
    }
}

extension CityConfig {
    /// Whether a bill can be paid at a moment; `maintenance` says when bureaus are known to be away.
    public func payability(
        of question: BillQuestion,
        maintenance: Maintenance = Maintenance(),
        at now: Moment
    ) -> BillPayability {
        let availability = Payability(before: self, service: question.service, on: now.day)
        if let settlement = question.settlement { return .alreadyPaid(settlement) }
        if let order = question.orderUnderWay(takesMoney: availability.takesMoney) { return .inProgress(order) }
        if let end = maintenance.end(in: place.slug, at: now) { return .bureauAway(until: end) }
        guard case .bill(let bill) = question.reading else { return .bureauSilent }
        switch bill.state {
        case .gone: return .needsCounter(.billGone)
        case .due(.zero), .counterOnly(.zero): return .nothingToPay
        case .counterOnly: return .needsCounter(.billSaysSo)
        case .paid(let reference): return .alreadyPaid(.elsewhere(reference))
        case .due(let amount):
            let channel = availability.channel.flatMap { id in channels.first { $0.id == id } }
            let window = BillWindow(of: bill, channel?.window, by: calendar)
            if let ending = window.ending(on: now.day) { return .ended(ending) }
            if let obstacle = obstacle(availability, question.receipt) { return obstacle }
            if let opening = window.opening(on: now.day) { return .notYet(from: opening) }
            return .payable(
                BillPayability.Offer(
                    channel: availability.channel ?? "",
                    amount: amount,
                    scheduleSays: otherAmounts(than: amount, question, on: now),
                    through: window.through
                )
            )
        }
    }

    /// Why no payment is taken in the city from this receipt; nothing where it is.
    private func obstacle(_ availability: Payability, _ receipt: ReceiptNumber) -> BillPayability? {
        switch availability.verdict {
        case .lookUpBill:
            return nil
        case .lookUpBillInPilot:
            let bucket = PilotBucket(salt: availability.channel ?? "", city: place.slug, receipt: receipt.text)
            return bucket.isTaken(percent: availability.pilotPercent ?? 0) ? nil : .needsCounter(.notInPilot)
        case .paused: return .cityPaused
        case .notForThisService: return .needsCounter(.otherServicesOnly)
        case .notTakenHere, .cityUnknown: return .needsCounter(.cityTakesNone)
        }
    }

    /// What the fee schedule says where none of its possibilities is the bill's amount, ascending.
    ///
    /// It is only held against a bill where it knows an amount for each of them: silence is no contradiction.
    private func otherAmounts(than amount: Amount, _ question: BillQuestion, on now: Moment) -> [Amount] {
        guard let service = question.service else { return [] }
        let asked = FeeQuestion(
            city: place.slug,
            service: service,
            choices: question.choices,
            nationality: question.nationality,
            day: now.day
        )
        let fees = FeeQuote(asked, from: self).lines.map(\.answer.fee)
        let amounts = Set(fees.compactMap(\.amount))
        guard fees.allSatisfy({ $0.amount != nil }), !amounts.contains(amount) else { return [] }
        return amounts.sorted()
    }
}

extension Payability {
    /// Whether new payments are taken, from some receipts at least.
    var takesMoney: Bool {
        verdict == .lookUpBill || verdict == .lookUpBillInPilot
    }
}

extension BillQuestion {
    /// The payment that settles the bill; nothing where none is known.
    fileprivate var settlement: BillPayability.Settlement? {
        let payments = dossier.orders.compactMap { order in order.payment.map { (order: order, payment: $0) } }
        if case .bill(let bill) = reading, case .paid(let reference) = bill.state {
            let own = payments.first { $0.payment.transaction == reference }
            return own.map { .shown($0.order.number, $0.payment.transaction) } ?? .elsewhere(reference)
        }
        return payments.first { $0.order.holdsMoney }.map { own in
            own.order.sync == .synced || own.order.sync == .resolved
                ? .shown(own.order.number, own.payment.transaction)
                : .notShownYet(own.order.number, own.payment.transaction)
        }
    }

    /// The order that is under way; one the provider has not heard of counts only where it can still be submitted.
    fileprivate func orderUnderWay(takesMoney: Bool) -> OrderNumber? {
        dossier.orders.first { $0.mayBeCharged || ($0.stage == .created && takesMoney) }?.number
    }
}
