/// What the day's lists say of an order otherwise than the log does: of its payment, or of one of its refunds.
public struct Discrepancy: Hashable, Sendable {
    /// How they disagree.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The log has a payment that the provider does not list.
        case oursOnly = "ours-only"
        /// The sides name different amounts.
        case amountDiffers = "amount-differs"
        /// The sides name different transactions.
        case transactionDiffers = "transaction-differs"
        /// The bureau does not list a payment that it has shown.
        case bureauMissing = "bureau-missing"
        /// The bureau lists a payment that nobody made, that has gone back, or that it lists twice.
        case bureauExtra = "bureau-extra"
        /// Provider and log disagree about a refund.
        case refundDiffers = "refund-differs"
    }

    /// How they disagree.
    public let kind: Kind
    /// About which refund of the order, from 1; nothing where it is about the payment.
    public let refund: Int?
    /// How far it has come.
    public internal(set) var stage = DiscrepancyStage.open
    /// When it came to that stage.
    public internal(set) var since: Moment
}

/// How far a discrepancy has come.
public enum DiscrepancyStage: String, CaseIterable, Hashable, Sendable {
    /// The sides agree, or have not been compared.
    case none
    /// The sides disagree: a person has to look.
    case open
    /// They agree again.
    case settled
    /// A person has found out why, with evidence.
    case explained
}

extension DiscrepancyStage: Axis {
    /// The legal moves of a discrepancy.
    public static let moves: [Move<DiscrepancyStage>] = [
        Move(.none, .discrepancyFound, .open),
        Move(.open, .discrepancySettled, .settled),
        Move(.open, .discrepancyExplained, .explained),
        Move(.settled, .discrepancyFound, .open),
    ]
}

extension Order {
    /// A discrepancy of the payment, or of a refund.
    public func discrepancy(_ kind: Discrepancy.Kind, refund: Int?) -> Discrepancy? {
        discrepancies.first { $0.kind == kind && $0.refund == refund }
    }

    func discrepancyStage(_ kind: Discrepancy.Kind, refund: Int?) -> DiscrepancyStage {
        discrepancy(kind, refund: refund)?.stage ?? .none
    }

    /// Moves a discrepancy, or begins one.
    mutating func move(_ kind: Discrepancy.Kind, refund: Int?, by fact: Fact.Kind, at moment: Moment) {
        guard let next = discrepancyStage(kind, refund: refund).after(fact) else { return }
        if let index = discrepancies.firstIndex(where: { $0.kind == kind && $0.refund == refund }) {
            (discrepancies[index].stage, discrepancies[index].since) = (next, moment)
        } else {
            discrepancies.append(Discrepancy(kind: kind, refund: refund, stage: next, since: moment))
        }
    }
}
