public import Diagnostics
import Vocabulary

extension Rule {
    /// Opening hours that cannot be read.
    public static let malformedHours = Rule(
        "malformed-hours",
        summary: LocalizedText(
            """
            Opening hours are days such as mon-fri and quoted times such as "08:30-12:00", closing after opening.
            """,
            "办公时间由“mon-fri”这样的星期和加引号的时段（如 \"08:30-12:00\"）组成，结束时间晚于开始时间。"
        ),
        why: LocalizedText(
            """
            Applicants travel by these hours. Bare 08:30 is the number 510 to some readers of YAML.
            """,
            "申请人按这些时间前来办事。不加引号的“08:30”，在有些 YAML 程序中是数字510。"
        ),
        remedy: LocalizedText(
            """
            Write the days as three-letter words and each stretch on the 24-hour clock, quoted.
            """,
            "星期用三个字母的词书写，每个时段用24小时制并加引号。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  hours: {days: ↓weekdays, open: [↓"17:00-09:00", ↓"9-17"], source: notice, confidence: high}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  hours: {days: mon-fri, open: ["09:00-17:00"], source: notice, confidence: high}
                """
            )
        ]
    )
}
