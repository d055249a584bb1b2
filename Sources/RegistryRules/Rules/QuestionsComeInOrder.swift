public import CityRegistry
public import Diagnostics

/// A question depends on earlier ones only.
public enum QuestionsComeInOrder: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "question-order",
        summary: """
            A question's 'only' names questions that the same service asks before it; none is called 'nationality'.
            """,
        why: """
            Questions are asked from first to last. One that waits for a later answer is never asked. And 'nationality' \
            is the word by which every rate names those it is for.
            """,
        remedy: """
            Move the question behind the one it depends on, or rename it.
            """,
        rejected: [
            RuleExample(
                in: .registry,
                """
                services:
                  residence-permit:
                    name: {en: Residence permit, zh: 居留许可}
                    questions:
                      validity:
                        only: {↓action: issue}
                        under-1-year: {en: less than 1 year, zh: 不满1年, months: {above: 0, below: 12}}
                        1-to-3-years: {en: 1 to 3 years, zh: 1年至3年, months: {from: 12, to: 36}}
                      action:
                        issue: {en: permit, zh: 许可}
                        change: {en: change, zh: 变更}
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
                        under-1-year: {en: less than 1 year, zh: 不满1年}
                        1-to-3-years: {en: 1 to 3 years, zh: 1年至3年}
                  stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions:
                      ↓nationality:
                        any: {en: any, zh: 任何}
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
                        under-1-year: {en: less than 1 year, zh: 不满1年}
                        1-to-3-years: {en: 1 to 3 years, zh: 1年至3年}
                  stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions: none
                """
            )
        ]
    )

    /// Checks each service's questions.
    public static func check(_ settings: Settings, in _: World, _ findings: inout Findings) {
        for service in settings.services {
            for (position, question) in service.questions.enumerated() {
                if question.id.value == Rate.nationalityQuestion {
                    findings.report(
                        rule,
                        "no question may be called '\(Rate.nationalityQuestion)'",
                        at: question.id.range,
                        help: "rates already know whose nationality is meant; choose another word"
                    )
                }
                check(question, before: service.questions[position...], &findings)
            }
        }
    }

    private static func check(
        _ question: QuestionRecord,
        before later: ArraySlice<QuestionRecord>,
        _ findings: inout Findings
    ) {
        for condition in question.conditions {
            let name = condition.question
            guard let other = later.first(where: { $0.id.value == name.value }) else { continue }
            let isItself = other.id.range == question.id.range
            findings.report(
                rule,
                isItself
                    ? "'\(name.value)' waits for its own answer"
                    : "'\(question.id.value)' waits for '\(name.value)', which is asked after it",
                at: name.range,
                notes: isItself ? [] : [Note("'\(name.value)' is asked here", at: other.id.range)]
            )
        }
    }
}
