import CityRegistry
import CivilTime
import Diagnostics
import Money
import Vocabulary

/// The smallest and the largest amount that a rate asks for on one day or another.
struct AmountSpan: Sendable {
    private var least: Amount
    private var most: Amount

    /// A span of one amount.
    init(_ amount: Amount) {
        least = amount
        most = amount
    }

    /// The amounts of a rate; nothing where it never says one.
    init?(_ rate: Rate) {
        var span: AmountSpan?
        if let amount = rate.fee.undated?.value.amount { span = AmountSpan(amount) }
        for change in rate.fee.changes {
            guard let amount = change.value.value.amount else { continue }
            span = AmountSpan(least: min(span?.least ?? amount, amount), most: max(span?.most ?? amount, amount))
        }
        guard let span else { return nil }
        self = span
    }

    private init(least: Amount, most: Amount) {
        self.least = least
        self.most = most
    }

    /// Whether an amount here is more than twice, or less than half, of one there.
    func isFar(from other: AmountSpan) -> Bool {
        most.fen > 2 * other.least.fen || least.fen * 2 < other.most.fen
    }
}

/// An amount of a schedule in whose place a city has one of its own.
struct ReplacedFee {
    let amount: Amount
    let range: SourceRange
}

extension FeeCoverage {
    /// The amount that a rate of a schedule asks for on a day, where a city's own rate matches some of its nationalities.
    func fee(
        _ position: Int,
        of table: CoveredTable,
        on day: CivilDate,
        heldBy own: Int,
        of ownTable: CoveredTable,
        _ ownCoverage: FeeCoverage
    ) -> ReplacedFee? {
        guard let segment = segment(on: day), let ownSegment = ownCoverage.segment(on: day),
            let fee = table.table.rates[position].fee.value(on: day), let amount = fee.value.amount
        else { return nil }
        let both = table.nationalities(of: position, in: segment)
            .intersection(ownTable.nationalities(of: own, in: ownSegment))
        return both.isEmpty ? nil : ReplacedFee(amount: amount, range: fee.range)
    }
}
