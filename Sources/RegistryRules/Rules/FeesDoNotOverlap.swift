import CityRegistry
public import Diagnostics
import Vocabulary

/// Nobody is owed two fees.
public enum FeesDoNotOverlap: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "fee-overlap",
        summary: LocalizedText(
            """
            No two rates of a table match the same path, nationality and day.
            """,
            "同一收费表中，没有两个收费档次适用于同一情形、国籍和日期。"
        ),
        why: LocalizedText(
            """
            No rate comes before another. Where two match, there are two fees for one person, even if they are equal today.
            """,
            "收费档次之间不分先后。两个同时适用，就是一个人有两种收费，即使现在金额相同。"
        ),
        remedy: LocalizedText(
            """
            Narrow one of the two with 'when', or delete it. A fee that changes is one rate with dates.
            """,
            "用“when”缩小其中一个的范围，或者删除其中一个。收费有变动时，在同一收费档次中写日期。"
        ),
        rejected: [
            RuleExample(
                in: .schedule,
                """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates:
                      - {when: {action: issue}, fee: 400}
                      - {when: ↓{validity: 1-to-3-years}, fee: {2028-01-01: 800}}
                      - {when: {action: change}, fee: 200, per: time}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates:
                      - {when: {nationality: ordinary}, fee: 160}
                      - {when: {nationality: special}, fee: set-by-bill}
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
                      confidence: high
                      rates:
                        - {when: {nationality: [DEU, FRA]}, fee: 100}
                        - {when: ↓{nationality: ordinary}, fee: 120}
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
                      confidence: high
                      rates:
                        - {when: {nationality: [DEU, special]}, fee: 100}
                """
            )
        ]
    )

    /// Checks a schedule's tables.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        check(file.coverage, file, in: world, &findings)
    }

    /// Checks a city's own tables; where they meet the schedule's, they replace it.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard let coverage = file.coverage, let schedule = file.schedule else { return }
        check(coverage, schedule, in: world, &findings)
    }

    private static func check(
        _ coverage: FeeCoverage,
        _ schedule: ScheduleFile,
        in world: World,
        _ findings: inout Findings
    ) {
        guard world.domain.isWhole else { return }
        for table in coverage.tables {
            let overlaps = coverage.overlaps(in: table)
            guard !overlaps.isEmpty else { continue }
            let text = FeeBoxText(schedule, in: world)
            let found = overlaps.flatMap { overlap in overlap.boxes.map { (overlap, $0) } }
            let shown = found.prefix(FeeBoxText.mostFindings)
            for (position, (overlap, box)) in shown.enumerated() {
                let left = position == shown.count - 1 ? found.count - shown.count : 0
                findings.report(
                    rule,
                    LocalizedText(
                        "two rates for \(text.description(of: box, in: .english))",
                        "有两个收费档次同时适用：\(text.description(of: box, in: .chinese))"
                    ),
                    at: table.table.rates[overlap.second].conditionRange,
                    notes: [
                        Note(text.applicant(in: box)),
                        Note(
                            LocalizedText("this is the other rate", "另一个收费档次在此处"),
                            at: table.table.rates[overlap.first].conditionRange
                        ),
                    ] + text.more(left)
                )
            }
        }
    }
}
