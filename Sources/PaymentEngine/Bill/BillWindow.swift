import CivilTime
import ServiceConfig
import Vocabulary

/// From which day through which day a bill can be paid: what the bill says, and else what the channel is known to do.
///
/// A day that nobody can count keeps nobody from paying once the year has come whose holidays are missing: the bureau's bill,
/// which is read afresh, has the last word.
struct BillWindow {
    private enum Day {
        case notStated
        case day(CivilDate)
        case calendarNotPublished(year: Int)
    }

    private let opens: Day
    private let closes: Day
    private let awaitsApproval: Bool
    private let collected: CivilDate?

    init(of bill: BureauBill, _ window: Channel.Window?, by calendar: WorkingDayCalendar) {
        let byChannel: CivilDate? =
            switch window?.opens {
            case .receiptIssued: bill.issued
            case .applicationApproved: bill.approved
            case nil: nil
            }
        self.opens = Self.day(bill.payableFrom ?? byChannel.map { .on($0) }, calendar)
        self.awaitsApproval =
            bill.payableFrom == nil && window?.opens == .applicationApproved && bill.approved == nil
        let byEndOfDay = window?.closes == .endOfDay ? byChannel.map { BillDate.on($0) } : nil
        self.closes = Self.day(bill.payableThrough ?? byEndOfDay, calendar)
        self.collected = bill.payableThrough == nil && window?.closes == .collection ? bill.collected : nil
    }

    private static func day(_ date: BillDate?, _ calendar: WorkingDayCalendar) -> Day {
        guard let date else { return .notStated }
        do {
            return .day(try date.day(by: calendar))
        } catch {
            return .calendarNotPublished(year: error.year)
        }
    }

    /// From when it can be paid, where that lies ahead.
    func opening(on today: CivilDate) -> BillPayability.Opening? {
        if awaitsApproval { return .approval }
        switch opens {
        case .notStated: return nil
        case .day(let day): return day > today ? .day(day) : nil
        case .calendarNotPublished(let year): return year > today.year ? .calendarNotPublished(year: year) : nil
        }
    }

    /// How its time ended, where it did.
    func ending(on today: CivilDate) -> BillPayability.Ending? {
        if let collected, collected <= today { return .collection(collected) }
        guard case .day(let day) = closes, day < today else { return nil }
        return .day(day)
    }

    /// The last day, as far as anybody can tell.
    var through: BillPayability.LastDay {
        switch closes {
        case .notStated: .notStated
        case .day(let day): .day(day)
        case .calendarNotPublished(let year): .calendarNotPublished(year: year)
        }
    }
}
