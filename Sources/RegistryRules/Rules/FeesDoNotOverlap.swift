import CityRegistry
public import Diagnostics

/// Nobody is owed two fees.
public enum FeesDoNotOverlap: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "fee-overlap",
        summary: """
            No two rates of a table match the same path, nationality and day.
            """,
        why: """
            No rate comes before another. Where two match, there are two fees for one person, even if they are equal today.
            """,
        remedy: """
            Narrow one of the two with 'when', or delete it. A fee that changes is one rate with dates.
            """,
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
                    "two rates for \(text.description(of: box))",
                    at: table.table.rates[overlap.second].conditionRange,
                    notes: [
                        Note(text.applicant(in: box)),
                        Note("this is the other rate", at: table.table.rates[overlap.first].conditionRange),
                    ] + text.more(left)
                )
            }
        }
    }
}
