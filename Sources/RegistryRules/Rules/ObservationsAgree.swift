import CityRegistry
import CivilTime
public import Diagnostics
import Money
import Vocabulary

/// What was seen charged in a city is what the registry would have said.
public enum ObservationsAgree: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "observation-differs",
        summary: """
            A fee seen in a city equals the fee its tables give for everyone the observation names, or a note explains it.
            """,
        why: """
            An observation that differs means that the schedule is wrong, that the city has a fee of its own, or that \
            something else was seen. Each of these changes what applicants are told.
            """,
        remedy: """
            Give the city a rate of its own, correct the schedule, or add a note that says why it differs.
            """,
        rejected: [
            RuleExample(
                """
                fees:
                  schedule: national
                  seen-here:
                    - {service: residence-permit, when: {action: issue}, fee: ↓400, source: notice, confidence: high}
                    - {service: stay-permit, when: {nationality: ordinary}, fee: ↓170, source: notice, confidence: high}
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
                      confidence: high
                      rates:
                        - {when: {nationality: DEU}, fee: 170}
                  seen-here:
                    - {service: stay-permit, when: {nationality: [DEU]}, fee: 170, source: notice, confidence: high}
                    - {service: stay-permit, when: {nationality: ordinary}, fee: 150, source: notice, confidence: high,
                       note: {en: before the notice of 2025, zh: 2025年通知之前}}
                """
            )
        ]
    )

    /// Compares each observation with the tables.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard world.domain.isWhole, let schedule = file.schedule, let coverage = file.coverage else { return }
        for seen in file.city.fees.observations where seen.note == nil {
            let service = seen.service.value
            let day = self.day(seen, in: file.facts, world)
            let words = seen.conditions.first { $0.question.value == Rate.nationalityQuestion }?.answers
            let named = words.map { schedule.memberships.nationalities($0, on: day) }
            let leaves = world.domain.leaves(of: service)
            let matching = leaves.matching(seen.conditions)
            for leaf in leaves.numbers where matching.contains(leaf) {
                let local = coverage.rates(on: leaf, of: service, on: day)
                let others = schedule.coverage.rates(on: leaf, of: service, on: day)
                var left = named ?? world.domain.everyone
                let contrary = (local + others).first { rate, nationalities in
                    let concerned = nationalities.intersection(left)
                    left = left.subtracting(nationalities)
                    return !concerned.isEmpty && rate.fee.value(on: day)?.value != seen.fee.value
                }
                guard let contrary else { continue }
                report(seen, contrary.rate, leaf: world.domain.leaves[leaf], on: day, &findings)
                break
            }
        }
    }

    /// The day the fee was seen, as far as its sources tell, and not before the days that are asked about.
    private static func day(_ seen: FeeObservation, in facts: FileFacts, _ world: World) -> CivilDate {
        let days = seen.provenance.sources.compactMap { facts.source($0.value) }
            .map { $0.published?.value.earliest ?? $0.retrieved.value }
        return max(days.max() ?? world.domain.askedFrom, world.domain.askedFrom)
    }

    private static func report(
        _ seen: FeeObservation,
        _ rate: Rate,
        leaf: Leaf,
        on day: CivilDate,
        _ findings: inout Findings
    ) {
        let expected = rate.fee.value(on: day)?.value
        findings.report(
            rule,
            "the fee seen here, \(text(seen.fee.value)), is not the one for '\(leaf.path)', "
                + (expected.map(text) ?? "of which there is none"),
            at: seen.fee.range,
            notes: [Note("this rate says so", at: rate.range)],
            help: "add a 'note:' if both are right"
        )
    }

    private static func text(_ fee: Fee) -> String {
        fee.amount.map { "CNY \($0.yuan)" } ?? "'\(fee.word ?? "")'"
    }
}
