public import CityRegistry
public import Diagnostics

/// There are no more paths through the questions than can be checked one by one.
public enum LeavesAreFew: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "too-many-leaves",
        summary: """
            All services together have at most \(LeafSet.limit) complete paths through their questions.
            """,
        why: """
            That every applicant finds exactly one fee is proved for every path. Paths multiply with each question, \
            and nobody could maintain the fees of thousands of them.
            """,
        remedy: """
            Ask a question only after the answers that need it, with 'only', or leave out one that decides no fee.
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
                        under-1-year: {en: less than 1 year, zh: 不满1年}
                        1-to-3-years: {en: 1 to 3 years, zh: 1年至3年}
                  ↓stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions:
                      first: \(digits)
                      second: \(digits)
                      third: \(digits)
                """
            )
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
                        under-1-year: {en: less than 1 year, zh: 不满1年}
                        1-to-3-years: {en: 1 to 3 years, zh: 1年至3年}
                  stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions:
                      first: \(digits)
                      second: \(digits)
                """
            )
        ]
    )

    /// Seven answers.
    private static let digits =
        "{" + (1...7).map { "d-\($0): {en: digit \($0), zh: 数字\($0)}" }.joined(separator: ", ") + "}"

    /// Counts the paths, service by service.
    public static func check(_ settings: Settings, in _: World, _ findings: inout Findings) {
        var left = LeafSet.limit
        for record in settings.services {
            guard let leaves = record.service.leaves(atMost: left) else {
                findings.report(
                    rule,
                    "with '\(record.id.value)' there are more than \(LeafSet.limit) paths through the questions",
                    at: record.id.range,
                    notes: [Note("the services before it have \(LeafSet.limit - left)")]
                )
                return
            }
            left -= leaves.count
        }
    }
}
