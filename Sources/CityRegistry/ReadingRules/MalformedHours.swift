public import Diagnostics

extension Rule {
    /// Opening hours that cannot be read.
    public static let malformedHours = Rule(
        "malformed-hours",
        summary: """
            Opening hours are days such as mon-fri and quoted times such as "08:30-12:00", closing after opening.
            """,
        why: """
            Applicants travel by these hours. Bare 08:30 is the number 510 to some readers of YAML.
            """,
        remedy: """
            Write the days as three-letter words and each stretch on the 24-hour clock, quoted.
            """,
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
