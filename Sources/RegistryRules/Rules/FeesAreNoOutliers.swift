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

    /// Holds each of the city's own fees against those that its schedule gives for the same path, nationality and day.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard world.domain.isWhole, let schedule = file.schedule, let coverage = file.coverage else { return }
        for table in coverage.tables {
            let service = table.table.service.value
            guard let replaced = schedule.coverage.table(of: service) else { continue }
            for (position, rate) in table.table.rates.enumerated() {
                let isGuess = rate.provenance.confidence?.value == .low
                let suspects = replaced.amounts.indices.filter { other in
                    guard let span = replaced.amounts[other], let own = table.amounts[position],
                        isGuess || own.isFar(from: span)
                    else { return false }
                    return !replaced.leaves[other].intersection(table.leaves[position]).isEmpty
                }
                // Hardly any: only those are held against each other day by day.
                guard !suspects.isEmpty else { continue }
                let days = Set([world.domain.askedFrom] + coverage.boundaries + schedule.coverage.boundaries)
                var reported: Set<SourceRange> = []
                for day in days.sorted() {
                    guard let fee = rate.fee.value(on: day), let amount = fee.value.amount,
                        !reported.contains(fee.range)
                    else { continue }
                    let others = suspects.compactMap { other in
                        schedule.coverage.fee(other, of: replaced, on: day, heldBy: position, of: table, coverage)
                    }
                    let own = AmountSpan(amount)
                    guard
                        let far = others.first(where: {
                            own.isFar(from: AmountSpan($0.amount)) || isGuess && $0.amount != amount
                        })
                    else { continue }
                    reported.insert(fee.range)
                    report(fee, amount, far, isGuess: isGuess, service, &findings)
                }
            }
        }
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
