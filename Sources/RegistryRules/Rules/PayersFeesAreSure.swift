import CityRegistry
import CivilTime
public import Diagnostics
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

    /// Checks the services of each channel that takes money at some time.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard world.domain.isWhole, let schedule = file.schedule, let coverage = file.coverage else { return }
        let needed = world.settings.priceNeeds.value
        for rollout in file.city.rollouts {
            let paying = rollout.stage.segments(from: world.domain.askedFrom).filter {
                $0.value?.value.kind.takesMoney == true
            }
            guard let stage = paying.first?.value,
                let channel = file.city.channels.first(where: { $0.id.value == rollout.channel.value })
            else { continue }
            let payment = Payment(days: paying.map(\.interval), needed: needed)
            for service in channel.services.map(\.value) {
                let own = coverage.table(of: service)
                for rate in own?.table.rates ?? [] where payment.isUnsure(rate) {
                    report(rate, needed, at: rate.range, note: stage.range, &findings)
                }
                guard let table = schedule.coverage.table(of: service) else { continue }
                for (position, rate) in table.table.rates.enumerated() where payment.isUnsure(rate) {
                    guard !coverage.replaces(position, of: table) else { continue }
                    report(rate, needed, at: stage.range, note: rate.range, &findings)
                }
            }
        }
    }

    /// When money is taken, and how sure a fee must be then.
    private struct Payment {
        let days: [DateInterval]
        let needed: Confidence

        /// Whether a rate asks for an amount on such a day without being sure enough.
        func isUnsure(_ rate: Rate) -> Bool {
            guard let confidence = rate.provenance.confidence?.value, confidence < needed, let first = days.first else {
                return false
            }
            return rate.fee.segments(from: first.start).contains { segment in
                segment.value?.value.amount != nil && days.contains { $0.intersection(segment.interval) != nil }
            }
        }
    }

    private static func report(
        _ rate: Rate,
        _ needed: Confidence,
        at range: SourceRange,
        note: SourceRange,
        _ findings: inout Findings
    ) {
        let confidence = rate.provenance.confidence?.value ?? .low
        findings.report(
            rule,
            LocalizedText(
                "a fee of confidence '\(confidence.rawValue)' is asked for where money is taken",
                "收款时使用了可信度为“\(confidence.rawValue)”的收费"
            ),
            at: range,
            notes: [
                Note(
                    range == rate.range
                        ? LocalizedText("money is taken from here on", "自此起收款")
                        : LocalizedText("this is the fee", "所指的收费"),
                    at: note
                )
            ],
            help: LocalizedText(
                "'price-needs' asks for '\(needed.rawValue)'",
                "“price-needs”要求“\(needed.rawValue)”"
            ),
            comparison: Comparison(
                Comparison.Term("price-needs", LocalizedText(needed.rawValue, needed.rawValue)),
                .atMost,
                Comparison.Term("confidence", LocalizedText(confidence.rawValue, confidence.rawValue))
            )
        )
    }
}
