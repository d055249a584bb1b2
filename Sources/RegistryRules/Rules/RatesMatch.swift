import CityRegistry
public import Diagnostics
import Vocabulary

/// Every rate is the fee of somebody.
public enum RatesMatch: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "rate-never-matches",
        summary: LocalizedText(
            """
            Every rate matches at least one path, one nationality and one day that can be asked about.
            """,
            "每个收费档次至少适用于一种情形、一个国籍和一个可以询问的日期。"
        ),
        why: LocalizedText(
            """
            A rate that matches nobody looks like a fee that is charged, and those it was written for get another.
            """,
            "不适用于任何人的收费档次看上去像是在收费，而本来要写的人得到的是另一种收费。"
        ),
        remedy: LocalizedText(
            """
            Correct its answers: a question is only asked after those that its 'only' names.
            """,
            "改正其选项：只有选了“only”所列的选项，才会询问该询问项。"
        ),
        rejected: [
            RuleExample(
                """
                fees:
                  schedule: national
                  rates:
                    residence-permit:
                      item: permit-fee
                      source: notice
                      confidence: high
                      rates:
                        - {when: ↓{action: change, validity: under-1-year}, fee: 200}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                fees:
                  schedule: national
                  rates:
                    residence-permit:
                      item: permit-fee
                      source: notice
                      confidence: high
                      rates:
                        - {when: {action: issue, validity: under-1-year}, fee: 200}
                """
            )
        ]
    )

    /// Checks a schedule's rates.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        check(file.coverage, on: file.schedule, in: world, &findings)
    }

    /// Checks a city's rates.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard let coverage = file.coverage, let schedule = file.schedule?.schedule else { return }
        check(coverage, on: schedule, in: world, &findings)
    }

    private static func check(
        _ coverage: FeeCoverage,
        on schedule: Schedule,
        in world: World,
        _ findings: inout Findings
    ) {
        guard world.domain.isWhole else { return }
        for table in coverage.tables {
            for position in table.leaves.indices where table.isEmpty(position) {
                let rate = table.table.rates[position]
                // A rate with a word that does not exist matches nobody for that reason, which has been reported.
                guard world.resolves(rate, of: table.table.service.value, on: schedule) else { continue }
                findings.report(
                    rule,
                    table.leaves[position].isEmpty
                        ? LocalizedText(
                            "no path through the questions of '\(table.table.service.value)' has these answers together",
                            "“\(table.table.service.value)”没有哪种情形同时有这些选项"
                        )
                        : LocalizedText(
                            "nobody belongs to the nationalities of this rate on any day it holds",
                            "在此收费档次有效的日期，没有人属于它所写的国籍"
                        ),
                    at: rate.conditionRange
                )
            }
        }
    }
}

extension World {
    /// Whether every word of a rate's conditions refers to something.
    func resolves(_ rate: Rate, of service: String, on schedule: Schedule) -> Bool {
        guard words.services.contains(service) else { return false }
        var findings = Findings()
        ReferenceCheck(rule: ReferencesResolve.rule, world: self)
            .conditions(rate.conditions, of: service, on: schedule, &findings)
        return findings.diagnostics.isEmpty
    }
}
