import CivilTime
import Money

extension Order {
    /// How long what needs no decision stays before people's eyes.
    private static let noticeTime = Duration.hours(30 * 24)

    /// Why a person has to look at the order.
    func reasons(
        by calendar: WorkingDayCalendar,
        _ rules: Rules,
        at now: Moment
    ) -> [(reason: Case.Reason, refund: RefundNumber?, since: Moment)] {
        var reasons: [(reason: Case.Reason, refund: RefundNumber?, since: Moment)] = []
        if let reason = syncReason { reasons.append((reason, nil, syncSince)) }
        for refund in openRefunds {
            guard let reason = refundReason(refund, calendar, rules, now) else { continue }
            reasons.append((reason, refund.number, refund.stageSince))
        }
        for discrepancy in discrepancies where discrepancy.stage == .open {
            let refund = discrepancy.refund.map { RefundNumber(number, index: $0) }
            reasons.append((discrepancy.kind.reason, refund, discrepancy.since))
        }
        // Once the lists have been compared, what they say of it is the case, until a person has found out why.
        let isCompared = discrepancies.contains { $0.kind == .transactionDiffers && $0.stage != .settled }
        if flags.contains(.secondTransaction), !isExpunged, !isCompared {
            reasons.append((.secondTransaction, nil, stageSince))
        }
        if flags.contains(.unreadableStatement), isLive { reasons.append((.unreadableStatement, nil, stageSince)) }
        for refund in refunds where payment?.leads(to: refund.channel) == false {
            if now < refund.stageSince + Self.noticeTime {
                reasons.append((.instrumentMismatch, refund.number, refund.stageSince))
            }
        }
        return reasons
    }

    private var syncReason: Case.Reason? {
        switch sync {
        case .pending, .sent:
            return flags.contains(.syncStuck) ? .syncStuck : nil
        case .conflict:
            guard holdsMoney else { return nil }
            switch conflict {
            case .unattributed: return .unattributed
            case .refusedByBureau: return .refusedByBureau
            // What became of a dead refund is a case of its own.
            default: return openRefunds.contains(where: \.isDead) ? nil : .refundIncomplete
            }
        case .none, .synced, .resolved:
            return nil
        }
    }

    private func refundReason(
        _ refund: Refund,
        _ calendar: WorkingDayCalendar,
        _ rules: Rules,
        _ now: Moment
    ) -> Case.Reason? {
        switch refund.stage {
        case .abnormal: return .refundAbnormal
        case .rejected: return .refundRejected
        case .closed: return .refundClosed
        case .atTreasury:
            let isOverdue = outlook(for: refund.number, by: calendar, rules)?.isOverdue(on: now.day) ?? false
            return isOverdue ? .treasuryOverdue : .treasuryPending
        case .none, .requested, .pending, .redirected, .succeeded, .settledByHand: return nil
        }
    }
}

extension Discrepancy.Kind {
    /// Why a person has to look at it.
    fileprivate var reason: Case.Reason {
        switch self {
        case .oursOnly: .oursOnly
        case .amountDiffers: .amountDiffers
        case .transactionDiffers: .transactionDiffers
        case .bureauMissing: .bureauMissing
        case .bureauExtra: .bureauExtra
        case .refundDiffers: .refundDiffers
        }
    }
}
