import CityRegistry
import CivilTime
public import Diagnostics
import Money
import Vocabulary

/// Where a city charges otherwise than its schedule says, that is more than a guess, and not by far.
public enum FeesAreNoOutliers: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "fee-outlier",
        severity: .warning,
        summary: LocalizedText(
            """
            A city's own fee that is not the schedule's has more than low confidence, and is at most twice and at least half \
            of the schedule's.
            """,
            "城市自己的收费与收费标准不同时，可信度应高于“low”，且不超过标准的两倍、不低于标准的一半。"
        ),
        why: LocalizedText(
            """
            Fees are set for the whole country. One city alone that is said to charge quite another fee is nearly always a \
            slip, or somebody's recollection.
            """,
            "收费由国家统一规定。只有一个城市收费大不相同，几乎总是笔误，或者只是某人的印象。"
        ),
        remedy: LocalizedText(
            """
            Compare the fee with its source. Where it is right, let the finding stand by a comment that says why.
            """,
            "请对照来源核对收费。如果无误，请用注释写明理由，予以豁免。"
        ),
        rejected: [
            RuleExample(
                """
                fees:
                  schedule: national
                  rates:
                    stay-permit:
                      item: unknown
                      source: notice
                      confidence: high
                      rates:
                        - {when: {nationality: DEU}, fee: ↓1600}
                """
            ),
            RuleExample(
                """
                fees:
                  schedule: national
                  rates:
                    residence-permit:
                      item: unknown
                      source: notice
                      confidence: medium
                      rates:
                        - {when: {action: change}, fee: {undated: 200, 2027-01-01: ↓90}}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                fees:
                  schedule: national
                  rates:
                    stay-permit:
                      item: unknown
                      source: notice
                      confidence: medium
                      rates:
                        - {when: {nationality: DEU}, fee: {undated: 160, 2027-01-01: 180}}
                """
            )
        ]
    )

    private static let most: Int64 = 2

    /// Holds each of the city's own fees against those that its schedule gives for the same path, nationality and day.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard world.domain.isWhole, let schedule = file.schedule, let coverage = file.coverage else { return }
        for table in coverage.tables {
            guard let replaced = schedule.coverage.table(of: table.table.service.value) else { continue }
            let span = Span(replaced.table)
            for (position, rate) in table.table.rates.enumerated() {
                let isGuess = rate.provenance.confidence?.value == .low
                for (day, fee) in days(of: rate, world.domain.askedFrom) {
                    guard let amount = fee.value.amount, isGuess || span.map({ isFar(amount, $0) }) == true else {
                        continue
                    }
                    let others = schedule.fees(replacedBy: position, of: table, on: day, in: coverage)
                    let far = others.first { isFar(amount, Span($0.amount)) || (isGuess && $0.amount != amount) }
                    if let far { report(fee, amount, far, isGuess: isGuess, table.table.service.value, &findings) }
                }
            }
        }
    }

    /// Each fee of a rate with the first day of the domain on which it holds.
    private static func days(of rate: Rate, _ askedFrom: CivilDate) -> [(CivilDate, Located<Fee>)] {
        rate.fee.segments(from: askedFrom).compactMap { segment in segment.value.map { (segment.interval.start, $0) } }
    }

    /// The smallest and the largest of some amounts.
    private struct Span {
        var least: Amount
        var most: Amount

        init(_ amount: Amount) {
            least = amount
            most = amount
        }

        init?(_ table: FeeTable) {
            let amounts = table.rates.flatMap { rate in
                ([rate.fee.undated].compactMap { $0 } + rate.fee.changes.map(\.value)).compactMap(\.value.amount)
            }
            guard let least = amounts.min(), let most = amounts.max() else { return nil }
            self.least = least
            self.most = most
        }
    }

    /// Whether an amount is more than twice, or less than half, of one of those between the least and the most.
    private static func isFar(_ amount: Amount, _ span: Span) -> Bool {
        amount.fen > span.least.fen * most || amount.fen * most < span.most.fen
    }

    private static func report(
        _ fee: Located<Fee>,
        _ amount: Amount,
        _ other: ReplacedFee,
        isGuess: Bool,
        _ service: String,
        _ findings: inout Findings
    ) {
        let (here, there) = (
            LocalizedText("CNY \(amount.yuan)", "人民币\(amount.yuan)元"),
            LocalizedText("CNY \(other.amount.yuan)", "人民币\(other.amount.yuan)元")
        )
        findings.report(
            rule,
            LocalizedText(
                "this city alone is said to charge \(here.text(in: .english)) where the schedule charges "
                    + there.text(in: .english) + (isGuess ? ", and nobody is sure of it" : ""),
                "只有本城市收费\(here.text(in: .chinese))，而标准为\(there.text(in: .chinese))"
                    + (isGuess ? "，且可信度低" : "")
            ),
            at: fee.range,
            notes: [Note(LocalizedText("the schedule's fee", "收费标准中的收费"), at: other.range)],
            comparison: Comparison(
                Comparison.Term("fees.rates.\(service)", here),
                .equal,
                Comparison.Term("rates.\(service)", there)
            )
        )
    }
}

/// An amount of a schedule in whose place a city has one of its own.
struct ReplacedFee {
    let amount: Amount
    let range: SourceRange
}

extension ScheduleFile {
    /// The amounts of the schedule in cells that a city's own rate matches on a day.
    fileprivate func fees(
        replacedBy rate: Int,
        of own: CoveredTable,
        on day: CivilDate,
        in coverage: FeeCoverage
    ) -> [ReplacedFee] {
        guard let theirs = self.coverage.table(of: own.table.service.value),
            let segment = coverage.segment(on: day), let theirSegment = self.coverage.segment(on: day)
        else { return [] }
        let nationalities = own.nationalities(of: rate, in: segment)
        return theirs.table.rates.indices.compactMap { position in
            let isSame =
                !theirs.leaves[position].intersection(own.leaves[rate]).isEmpty
                && !theirs.nationalities(of: position, in: theirSegment).intersection(nationalities).isEmpty
            guard isSame, let fee = theirs.table.rates[position].fee.value(on: day), let amount = fee.value.amount
            else { return nil }
            return ReplacedFee(amount: amount, range: fee.range)
        }
    }
}
