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
        summary: LocalizedText(
            """
            A fee seen in a city equals the fee its tables give for everyone the observation names, or a note explains it.
            """,
            "在城市见到的实际收费，应与收费表对记录所涉全部人员规定的收费一致，否则要附说明。"
        ),
        why: LocalizedText(
            """
            An observation that differs means that the schedule is wrong, that the city has a fee of its own, or that \
            something else was seen. Each of these changes what applicants are told.
            """,
            "实际收费不同，说明收费标准有误，或者该城市有自己的收费，或者见到的是别的收费。无论哪种，都会改变对申请人的答复。"
        ),
        remedy: LocalizedText(
            """
            Give the city a rate of its own, correct the schedule, or add a note that says why it differs.
            """,
            "给该城市写自己的收费档次，或者改正收费标准，或者附上说明，写明为什么不同。"
        ),
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
            let matching = leaves.matching(seen.conditions).leaves
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
        let (found, right) = (text(seen.fee.value), expected.map(text))
        findings.report(
            rule,
            LocalizedText(
                "the fee seen here, \(found.text(in: .english)), is not the one for '\(leaf.path)', "
                    + (right?.text(in: .english) ?? "of which there is none"),
                "此处的实际收费为\(found.text(in: .chinese))，与“\(leaf.path)”的收费不同，"
                    + (right.map { "后者为\($0.text(in: .chinese))" } ?? "后者没有规定")
            ),
            at: seen.fee.range,
            notes: [Note(LocalizedText("this rate says so", "规定在此收费档次"), at: rate.range)],
            help: LocalizedText("add a 'note:' if both are right", "如果两者都正确，请加上“note:”"),
            comparison: Comparison(
                Comparison.Term("seen-here", found),
                .equal,
                Comparison.Term("fees.\(leaf.path)", right ?? LocalizedText("no fee", "没有规定"))
            )
        )
    }

    private static func text(_ fee: Fee) -> LocalizedText {
        if let amount = fee.amount { return LocalizedText("CNY \(amount.yuan)", "人民币\(amount.yuan)元") }
        return LocalizedText("'\(fee.word ?? "")'", "“\(fee.word ?? "")”")
    }
}
