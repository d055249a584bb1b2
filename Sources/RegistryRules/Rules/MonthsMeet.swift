public import CityRegistry
public import Diagnostics
import Vocabulary

/// The months that the answers to a question stand for leave none out and count none twice.
public enum MonthsMeet: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "months-not-whole",
        summary: """
            Where answers stand for months, each begins exactly where the one before it ends.
            """,
        why: """
            A permit of exactly 12 months is a class of its own at the counter. With a gap there is no fee for it, with \
            an overlap there are two.
            """,
        remedy: """
            Put the answers in order of their months, and let one edge include the month and the other not: \
            {above: 0, below: 12}, then {from: 12, to: 36}.
            """,
        rejected: [
            RuleExample(
                in: .registry,
                """
                services:
                  residence-permit:
                    name: {en: Residence permit, zh: 居留许可}
                    questions:
                      action:
                        issue: {en: permit, zh: 许可}
                        change: {en: change, zh: 变更}
                      validity:
                        only: {action: issue}
                        under-1-year: {en: up to 1 year, zh: 1年以内, months: {above: 0, to: 12}}
                        1-to-3-years: {en: 1 to 3 years, zh: 1年至3年, months: ↓{from: 12, to: 36}}
                  stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions: none
                """
            ),
            RuleExample(
                in: .registry,
                """
                services:
                  residence-permit:
                    name: {en: Residence permit, zh: 居留许可}
                    questions:
                      action:
                        issue: {en: permit, zh: 许可}
                        change: {en: change, zh: 变更}
                      validity:
                        only: {action: issue}
                        under-1-year: {en: less than 1 year, zh: 不满1年, months: {above: 0, below: 12}}
                        ↓1-to-3-years: {en: 1 to 3 years, zh: 1年至3年}
                  stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions: none
                """
            ),
        ],
        accepted: [
            RuleExample(
                in: .registry,
                """
                services:
                  residence-permit:
                    name: {en: Residence permit, zh: 居留许可}
                    questions:
                      action:
                        issue: {en: permit, zh: 许可}
                        change: {en: change, zh: 变更}
                      validity:
                        only: {action: issue}
                        under-1-year: {en: up to 1 year, zh: 1年以内, months: {above: 0, to: 12}}
                        1-to-3-years: {en: over 1 year, zh: 1年以上, months: {above: 12, to: 36}}
                  stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions: none
                """
            )
        ]
    )

    /// Checks each question.
    public static func check(_ settings: Settings, in _: World, _ findings: inout Findings) {
        for question in settings.services.flatMap(\.questions) {
            guard question.answers.contains(where: { $0.months != nil }) else { continue }
            for answer in question.answers where answer.months == nil {
                findings.report(
                    rule,
                    "'\(answer.id.value)' stands for no months, and other answers to '\(question.id.value)' do",
                    at: answer.id.range,
                    help: "add 'months:' to all of them, or to none"
                )
            }
            let ranges = question.answers.compactMap(\.months)
            for (earlier, later) in zip(ranges, ranges.dropFirst()) where !earlier.value.meets(later.value) {
                findings.report(
                    rule,
                    "these months do not begin where the ones before them end: "
                        + fault(between: earlier.value, later.value),
                    at: later.range,
                    notes: [Note("the months before", at: earlier.range)]
                )
            }
        }
    }

    private static func fault(between earlier: MonthRange, _ later: MonthRange) -> String {
        if earlier.upper == later.lower {
            return "\(later.lower) months exactly belong to \(later.includesLower ? "both" : "neither")"
        }
        return earlier.upper < later.lower
            ? "\(earlier.upper) to \(later.lower) months are missing"
            : "\(later.lower) to \(earlier.upper) months are in both, or the order is wrong"
    }
}
