public import CityRegistry
public import Diagnostics
import Vocabulary

/// A question depends on earlier ones only.
public enum QuestionsComeInOrder: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "question-order",
        summary: LocalizedText(
            """
            A question's 'only' names questions that the same service asks before it; none is called 'nationality'.
            """,
            "询问项的“only”只能写同一业务中在它之前询问的询问项；询问项不能命名为“nationality”。"
        ),
        why: LocalizedText(
            """
            Questions are asked from first to last. One that waits for a later answer is never asked. And 'nationality' \
            is the word by which every rate names those it is for.
            """,
            "询问项按顺序询问。要等后面的选项才能询问的，永远不会问到。而“nationality”是收费档次用来写明适用国籍的词。"
        ),
        remedy: LocalizedText(
            """
            Move the question behind the one it depends on, or rename it.
            """,
            "把该询问项移到它所依赖的询问项之后，或者改名。"
        ),
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
                        LocalizedText(
                            "no question may be called '\(Rate.nationalityQuestion)'",
                            "询问项不能命名为“\(Rate.nationalityQuestion)”"
                        ),
                        at: question.id.range,
                        help: LocalizedText(
                            "rates already know whose nationality is meant; choose another word",
                            "收费档次已用这个词表示国籍，请换一个词"
                        )
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
                    ? LocalizedText("'\(name.value)' waits for its own answer", "“\(name.value)”要等自己的选项")
                    : LocalizedText(
                        "'\(question.id.value)' waits for '\(name.value)', which is asked after it",
                        "“\(question.id.value)”要等“\(name.value)”，而后者在它之后才询问"
                    ),
                at: name.range,
                notes: isItself
                    ? []
                    : [Note(LocalizedText("'\(name.value)' is asked here", "“\(name.value)”在此处询问"), at: other.id.range)]
            )
        }
    }
}
