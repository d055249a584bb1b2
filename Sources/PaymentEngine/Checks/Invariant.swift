import Money
public import ServiceConfig

/// The fifteen promises of the engine.
public enum Invariant: Int, CaseIterable, Hashable, Sendable {
    /// At most one order of a bill can be paid at once; what is kept at the end is at most the bill.
    case oneChargeableOrder = 1
    /// A verified SUCCESS that was acknowledged is in the log.
    case acknowledgedIsDurable
    /// Every paid order is in the end shown, refunded in full, or decided by a person with evidence.
    case paidMeansShown
    /// The bureau is never told of a payment that was not verified, for another amount, or twice for one decision.
    case bureauHearsTheTruth
    /// No more is refunded than was paid, and a refund's number is never used for another amount.
    case refundsWithinPaid
    /// A refund goes back where the payment came from, or a person is told.
    case refundToOriginal
    /// Money facts only grow, and the projection is what the log makes it.
    case projectionIsFold
    /// The hash chain holds.
    case chainVerifies
    /// Every order that is not finished has exactly one job.
    case exactlyOneJob
    /// The accounts sum to zero.
    case moneyIsConserved
    /// The same request gets the same answer.
    case sameRequestSameAnswer
    /// An order runs under the config it was created with.
    case configIsPinned
    /// What is said is no more than what is proven.
    case saysOnlyWhatIsProven
    /// No personal data are in the log.
    case noPersonalData
    /// Order and number of notifications do not matter.
    case orderDoesNotMatter

    /// Its name in reports: `I-1`.
    public var name: String { "I-\(rawValue)" }
}

/// A broken promise, with where it was broken.
public struct Violation: Error, Hashable, Sendable, CustomStringConvertible {
    /// The promise.
    public var invariant: Invariant
    /// What was seen, without personal data.
    public var detail: String

    /// A broken promise.
    public init(_ invariant: Invariant, _ detail: String) {
        self.invariant = invariant
        self.detail = detail
    }

    /// The promise's name and what was seen.
    public var description: String { "\(invariant.name): \(detail)" }
}

extension StoredDossier {
    /// The promises that what is stored of one bill breaks by itself, whatever the world outside has done.
    ///
    /// This runs after every step of the tests and simulations, and over a running service's store as a report.
    public func violations(_ sha256: SHA256Function) -> [Violation] {
        var violations = audit(sha256).map { finding in
            switch finding {
            case .sequence, .digest, .head: Violation(.chainVerifies, "\(finding)")
            case .illegal, .projection: Violation(.projectionIsFold, "\(finding)")
            case .balance: Violation(.moneyIsConserved, "\(finding)")
            case .notShredded: Violation(.noPersonalData, "\(finding)")
            }
        }
        guard let dossier = try? dossier() else { return violations }
        violations += dossier.violations(jobs: jobs)
        return violations + monotonyViolations()
    }

    /// What has happened to money only grows: looked at after every record.
    private func monotonyViolations() -> [Violation] {
        var dossier = Dossier(id)
        var paid: [OrderNumber: Payment] = [:]
        var refunds: [RefundNumber: Int64] = [:]
        var violations: [Violation] = []
        for record in records {
            let before = dossier.order(record.event.order)
            guard (try? dossier.apply(record.event, at: record.at)) != nil,
                let order = dossier.order(record.event.order)
            else { break }
            if let known = paid[order.number], known != order.payment {
                violations.append(Violation(.projectionIsFold, "the payment of \(order.number) changed"))
            }
            paid[order.number] = order.payment
            if let before, before.refunded > order.refunded {
                violations.append(Violation(.projectionIsFold, "a refund of \(order.number) was undone"))
            }
            for refund in order.refunds {
                if let fen = refunds[refund.number], fen != refund.amount.fen {
                    violations.append(Violation(.refundsWithinPaid, "\(refund.number) changed its amount"))
                }
                refunds[refund.number] = refund.amount.fen
            }
        }
        return violations
    }
}

extension Dossier {
    /// The promises that a bill breaks as it stands, with the jobs of its orders: cheap enough for every step.
    public func violations(jobs: [Job]) -> [Violation] {
        var violations: [Violation] = []
        if orders.count(where: \.mayBeCharged) > 1 {
            let chargeable = orders.filter(\.mayBeCharged).map(\.number)
            violations.append(Violation(.oneChargeableOrder, "\(chargeable) can be paid at once"))
        }
        if orders.count(where: { $0.isFinished && $0.holdsMoney }) > 1 {
            let kept = orders.filter { $0.isFinished && $0.holdsMoney }.map(\.number)
            violations.append(Violation(.oneChargeableOrder, "\(kept) are all kept"))
        }
        if !balances.isSound { violations.append(Violation(.moneyIsConserved, "the accounts of \(id) do not add up")) }
        for order in orders { violations += order.violations(jobs.count { $0.order == order.number }) }
        return violations
    }
}

extension Order {
    fileprivate func violations(_ jobs: Int) -> [Violation] {
        var violations: [Violation] = []
        if jobs != (isFinished ? 0 : 1) {
            violations.append(
                Violation(.exactlyOneJob, "\(number) (\(stage.rawValue), \(sync.rawValue)) has \(jobs) jobs")
            )
        }
        if let payment {
            if refundedOrUnderWay > payment.amount.fen {
                violations.append(Violation(.refundsWithinPaid, "\(number) gives back more than was paid"))
            }
            if stage != .paid { violations.append(Violation(.projectionIsFold, "\(number) is paid and not at 'paid'")) }
            if sync == .none {
                violations.append(Violation(.paidMeansShown, "\(number) is paid, and nobody is to tell the bureau"))
            }
            if sync == .conflict, conflict?.refundsByItself == true, refunds.isEmpty {
                violations.append(Violation(.paidMeansShown, "\(number) cannot be shown and is not refunded"))
            }
        }
        let unreplaced = refunds.filter { refund in
            refund.stage == .pending || refund.stage == .requested || refund.stage == .redirected
        }
        for refund in unreplaced where refunds.contains(where: { $0.renews == refund.number.index }) {
            violations.append(Violation(.refundsWithinPaid, "\(refund.number) was replaced while it was open"))
        }
        let isElsewhere = refunds.contains { payment?.leads(to: $0.channel) == false }
        if isElsewhere, !flags.contains(.instrumentMismatch) {
            violations.append(Violation(.refundToOriginal, "a refund of \(number) went elsewhere unnoticed"))
        }
        return violations
    }
}
