public import CityRegistry
public import Diagnostics
import Vocabulary

/// There are no more paths through the questions than can be checked one by one.
public enum LeavesAreFew: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "too-many-leaves",
        summary: LocalizedText(
            """
            All services together have at most \(LeafSet.limit) complete paths through their questions.
            """,
            "所有业务的询问项合计最多形成\(LeafSet.limit)种情形。"
        ),
        why: LocalizedText(
            """
            That every applicant finds exactly one fee is proved for every path. Paths multiply with each question, \
            and nobody could maintain the fees of thousands of them.
            """,
            "每种情形都要证明申请人恰好对应一项收费。每增加一个询问项，情形数就成倍增加，几千种情形的收费没有人能维护。"
        ),
        remedy: LocalizedText(
            """
            Ask a question only after the answers that need it, with 'only', or leave out one that decides no fee.
            """,
            "用“only”限定，只在需要时才询问；或者去掉与收费无关的询问项。"
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
                    LocalizedText(
                        "with '\(record.id.value)' there are more than \(LeafSet.limit) paths through the questions",
                        "加上“\(record.id.value)”后，情形超过\(LeafSet.limit)种"
                    ),
                    at: record.id.range,
                    notes: [
                        Note(
                            LocalizedText(
                                "the services before it have \(LeafSet.limit - left)",
                                "在它之前的业务共有\(LeafSet.limit - left)种"
                            )
                        )
                    ]
                )
                return
            }
            left -= leaves.count
        }
    }
}
