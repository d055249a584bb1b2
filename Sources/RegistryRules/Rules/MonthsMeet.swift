public import CityRegistry
public import Diagnostics
import Vocabulary

/// The months that the answers to a question stand for leave none out and count none twice.
public enum MonthsMeet: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "months-not-whole",
        summary: LocalizedText(
            """
            Where answers stand for months, each begins exactly where the one before it ends.
            """,
            "选项以月数区分时，后一个选项恰好从前一个选项结束处开始。"
        ),
        why: LocalizedText(
            """
            A permit of exactly 12 months is a class of its own at the counter. With a gap there is no fee for it, with \
            an overlap there are two.
            """,
            "在窗口，有效期正好12个月的许可自成一档。中间有空缺就没有对应的收费，有重叠就会有两种收费。"
        ),
        remedy: LocalizedText(
            """
            Put the answers in order of their months, and let one edge include the month and the other not: \
            {above: 0, below: 12}, then {from: 12, to: 36}.
            """,
            """
            按月数排列各选项，相接处一个包含该月数，另一个不包含：先“{above: 0, below: 12}”，\
            后“{from: 12, to: 36}”。
            """
        ),
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
                    LocalizedText(
                        "'\(answer.id.value)' stands for no months, and other answers to '\(question.id.value)' do",
                        "“\(answer.id.value)”没有写月数，而“\(question.id.value)”的其他选项写了"
                    ),
                    at: answer.id.range,
                    help: LocalizedText("add 'months:' to all of them, or to none", "请给所有选项都加上“months:”，或者都不加")
                )
            }
            let ranges = question.answers.compactMap(\.months)
            for (earlier, later) in zip(ranges, ranges.dropFirst()) where !earlier.value.meets(later.value) {
                let fault = fault(between: earlier.value, later.value)
                findings.report(
                    rule,
                    LocalizedText(
                        "these months do not begin where the ones before them end: \(fault.text(in: .english))",
                        "这一月数范围没有与前一个相接：\(fault.text(in: .chinese))"
                    ),
                    at: later.range,
                    notes: [Note(LocalizedText("the months before", "前一个月数范围"), at: earlier.range)],
                    comparison: comparison(of: earlier.value, later.value)
                )
            }
        }
    }

    /// The edges that should meet; nothing where they do and only whose month it is is unclear.
    private static func comparison(of earlier: MonthRange, _ later: MonthRange) -> Comparison? {
        guard earlier.upper != later.lower else { return nil }
        return Comparison(
            Comparison.Term("months.begin", "\(later.lower)"),
            .equal,
            Comparison.Term("months-before.end", "\(earlier.upper)")
        )
    }

    private static func fault(between earlier: MonthRange, _ later: MonthRange) -> LocalizedText {
        if earlier.upper == later.lower {
            return LocalizedText(
                "\(later.lower) months exactly belong to \(later.includesLower ? "both" : "neither")",
                later.includesLower ? "正好\(later.lower)个月同属两者" : "正好\(later.lower)个月不属于任何一个"
            )
        }
        return earlier.upper < later.lower
            ? LocalizedText(
                "\(earlier.upper) to \(later.lower) months are missing",
                "缺少\(earlier.upper)至\(later.lower)个月"
            )
            : LocalizedText(
                "\(later.lower) to \(earlier.upper) months are in both, or the order is wrong",
                "\(later.lower)至\(earlier.upper)个月同属两者，或者顺序有误"
            )
    }
}
