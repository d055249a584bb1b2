import CityRegistry
import CivilTime
public import Diagnostics
import Divisions
import Money
import Vocabulary

/// A fee that people pay here rests on enough.
public enum PayersFeesAreSure: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "unsure-fee-while-paying",
        summary: LocalizedText(
            """
            Where money is taken, each fee of the channel's services has at least the confidence that 'price-needs' asks for.
            """,
            "在收款的城市，该渠道各项业务的每项收费，可信度都不低于“price-needs”的要求。"
        ),
        why: LocalizedText(
            """
            Somebody prepares that amount and comes to pay. A fee nobody is sure of belongs on a page that says so, and not \
            before a bill.
            """,
            "申请人会照此金额准备付款。没有把握的收费只宜在注明可信度的页面上显示，不宜用于缴费。"
        ),
        remedy: LocalizedText(
            """
            Find a better source for the fee, write 'set-by-bill' or 'unknown' in its place, or stay at a stage that takes \
            no money.
            """,
            "请为该收费寻找更可靠的来源，或改写为“set-by-bill”或“unknown”，或停留在不收款的阶段。"
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
                      confidence: low
                      rates:
                        - ↓{when: {nationality: DEU}, fee: 160}
                """
            )
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
                      confidence: low
                      rates:
                        - {when: {nationality: DEU}, fee: set-by-bill}
                """
            ),
            RuleExample(
                """
                fees:
                  schedule: national
                  rates:
                    stay-permit:
                      item: unknown
                      source: notice
                      confidence: low
                      rates:
                        - {when: {nationality: DEU}, fee: 160}
                rollout:
                  official-account: {stage: {2026-12-01: shadow}, rail: unknown}
                """
            ),
        ]
    )

    /// Checks the services of each channel that takes money at some time, on each day on which anything changes.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard world.domain.isWhole, let schedule = file.schedule, let coverage = file.coverage else { return }
        for rollout in file.city.rollouts {
            let paying = rollout.stage.segments(from: world.domain.askedFrom).filter {
                $0.value?.value.kind.takesMoney == true
            }
            guard let stage = paying.first?.value,
                let channel = file.city.channels.first(where: { $0.id.value == rollout.channel.value })
            else { continue }
            let days = (paying.map(\.interval.start) + coverage.boundaries + schedule.coverage.boundaries)
                .filter { day in paying.contains { $0.interval.contains(day) } }
            let needed = world.settings.priceNeeds.value
            var reported: Set<SourceRange> = []
            for day in Set(days).sorted() {
                for unsure in UnsureFees(coverage, on: schedule, day, needed).fees(of: channel.services.map(\.value))
                where reported.insert(unsure.rate.range).inserted {
                    report(unsure, needed, stage.range, world, &findings)
                }
            }
        }
    }

    private static func report(
        _ unsure: UnsureFees.Fee,
        _ needed: Confidence,
        _ stage: SourceRange,
        _ world: World,
        _ findings: inout Findings
    ) {
        let leaf = world.domain.leaves[unsure.leaf].path
        let word = unsure.confidence.rawValue
        findings.report(
            rule,
            LocalizedText(
                "money is taken, and CNY \(unsure.amount.yuan) for '\(leaf)' has confidence '\(word)'",
                "正在收款，而“\(leaf)”的收费人民币\(unsure.amount.yuan)元可信度为“\(word)”"
            ),
            at: unsure.isLocal ? unsure.rate.range : stage,
            notes: [
                unsure.isLocal
                    ? Note(LocalizedText("money is taken from here on", "自此起收款"), at: stage)
                    : Note(LocalizedText("this is the fee", "所指的收费"), at: unsure.rate.range)
            ],
            help: LocalizedText(
                unsure.group.map { "it rests on who belongs to '\($0)'; 'price-needs' asks for '\(needed.rawValue)'" }
                    ?? "'price-needs' asks for '\(needed.rawValue)'",
                unsure.group.map { "该收费取决于国籍组“\($0)”的成员；“price-needs”要求“\(needed.rawValue)”" }
                    ?? "“price-needs”要求“\(needed.rawValue)”"
            ),
            comparison: Comparison(
                Comparison.Term("price-needs", LocalizedText(needed.rawValue, needed.rawValue)),
                .atMost,
                Comparison.Term("confidence", LocalizedText(word, word))
            )
        )
    }
}
