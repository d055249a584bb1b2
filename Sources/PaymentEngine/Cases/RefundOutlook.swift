public import CivilTime
import Money

/// When a payer can count on a refund.
///
/// There are two speeds: before the day's settlement the provider reverses a payment on the same day; afterwards the money is
/// with the treasury, and what goes back by its procedure may take thirty working days.
public enum RefundOutlook: Hashable, Sendable {
    /// The payer has the money since this moment.
    case arrived(since: Moment)
    /// Another refund has taken its place.
    case replaced
    /// Reversed on the day of the payment: the same day.
    case sameDay
    /// Through the provider, which takes some days.
    case throughProvider
    /// A person has to decide how it goes on.
    case needsPerson(since: Moment)
    /// Through the treasury, by this day at the latest.
    case treasury(by: CivilDate)
    /// Through the treasury; nobody can count the days yet, because the holidays of this year are not published.
    case treasuryUncounted(year: Int)

    /// Whether the last day has passed.
    public func isOverdue(on today: CivilDate) -> Bool {
        if case .treasury(let day) = self { day < today } else { false }
    }
}

extension Order {
    /// When the payer can count on a refund; nothing where the order has no such refund.
    public func outlook(
        for number: RefundNumber,
        by calendar: WorkingDayCalendar,
        _ rules: Rules = .standard
    ) -> RefundOutlook? {
        guard let refund = refund(number), let payment else { return nil }
        if refunds.contains(where: { $0.renews == number.index }) { return .replaced }
        switch refund.stage {
        case .none: return nil
        case .succeeded, .settledByHand: return .arrived(since: refund.stageSince)
        case .requested, .pending:
            return refund.stageSince.day == payment.succeededAt.day ? .sameDay : .throughProvider
        case .redirected: return .throughProvider
        case .abnormal, .closed, .rejected: return .needsPerson(since: refund.stageSince)
        case .atTreasury:
            do {
                let day = refund.stageSince.day
                return .treasury(by: try calendar.adding(workingDays: rules.treasuryWorkingDays, to: day).get())
            } catch {
                return .treasuryUncounted(year: error.year)
            }
        }
    }
}
