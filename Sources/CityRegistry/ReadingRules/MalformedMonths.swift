public import Diagnostics
import Vocabulary

extension Rule {
    /// A range of months without two edges.
    public static let malformedMonths = Rule(
        "malformed-months",
        summary: LocalizedText(
            """
            A range of months states a lower edge (above or from) and an upper edge (below or to).
            """,
            "月数范围要写明下限（“above”或“from”）和上限（“below”或“to”）。"
        ),
        why: LocalizedText(
            """
            Whether exactly 12 months cost 400 or 800 is decided by these words; a missing edge would leave it open.
            """,
            "正好12个月收400还是800，取决于这几个词；缺少一端就无从判断。"
        ),
        remedy: LocalizedText(
            """
            Give one of above/from and one of below/to, the upper one larger.
            """,
            "“above”“from”任选其一，“below”“to”任选其一，上限要大于下限。"
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
                        under-1-year: {en: short, zh: 短, months: ↓{above: 0, from: 0}}
                        1-to-3-years: {en: long, zh: 长, months: ↓{from: 36, below: 12}}
                  stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions: none
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
                        under-1-year: {en: short, zh: 短, months: {above: 0, below: 12}}
                        1-to-3-years: {en: long, zh: 长, months: {from: 12, to: 36}}
                  stay-permit:
                    name: {en: Stay permit, zh: 停留证件}
                    questions: none
                """
            )
        ]
    )
}
