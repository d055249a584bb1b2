import CityRegistry
public import Diagnostics
import Vocabulary

/// An office opens at one time of a day, and not at two that overlap.
public enum HoursDoNotOverlap: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "overlapping-hours",
        summary: LocalizedText(
            """
            The times at which an office is open on a day follow each other and do not overlap.
            """,
            "同一天的各段办公时间应先后相接，不得重叠。"
        ),
        why: LocalizedText(
            """
            Two times that overlap are two answers to the question when the office closes, and somebody travels for the wrong \
            one.
            """,
            "办公时间重叠，等于对几点关门给出两个答案，总会有人按错的那个白跑一趟。"
        ),
        remedy: LocalizedText(
            """
            Write each time once, from morning to evening. Where sources disagree, keep the better one and name the other \
            under 'against'.
            """,
            "从早到晚每段时间只写一次。来源不一致时，保留更可靠的，并把另一个写在“against”中。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones: {number: "0990-1234567"}
                  hours:
                    - {days: mon-fri, open: ["08:30-12:00", ↓"11:30-17:30"]}
                    - {days: fri, open: ↓"16:00-18:00"}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones: {number: "0990-1234567"}
                  hours:
                    - {days: mon-fri, open: ["08:30-12:00", "14:00-17:30"]}
                    - {days: sat, open: "09:00-12:00"}
                """
            )
        ]
    )
    /// Hours stand alone.
    public static let judgesSingleValues = true

    /// Checks the hours of the bureau and of each office.
    public static func check(_ file: CityFile, in _: World, _ findings: inout Findings) {
        guard case .known(let bureau) = file.city.bureau else { return }
        check(bureau.hours?.value ?? [], &findings)
        for office in bureau.offices { check(office.hours?.value ?? [], &findings) }
    }

    private static func check(_ hours: [OpeningHours], _ findings: inout Findings) {
        var earlier: [(days: WeekdaySpan, span: Located<TimeSpan>)] = []
        for record in hours {
            for span in record.open.value ?? [] {
                let other = earlier.first { $0.days.meets(record.days.value) && $0.span.value.overlaps(span.value) }
                if let other {
                    findings.report(
                        rule,
                        LocalizedText(
                            "'\(span.value)' overlaps '\(other.span.value)' on the same day",
                            "“\(span.value)”与同一天的“\(other.span.value)”重叠"
                        ),
                        at: span.range,
                        notes: [Note(LocalizedText("it stands here", "写在此处"), at: other.span.range)]
                    )
                }
                earlier.append((record.days.value, span))
            }
        }
    }
}

extension WeekdaySpan {
    /// Whether some day is in both.
    fileprivate func meets(_ other: WeekdaySpan) -> Bool {
        first <= other.last && other.first <= last
    }
}

extension TimeSpan {
    /// Whether some time is in both.
    fileprivate func overlaps(_ other: TimeSpan) -> Bool {
        opens < other.closes && other.opens < closes
    }
}
