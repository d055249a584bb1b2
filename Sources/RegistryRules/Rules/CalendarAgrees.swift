public import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// The calendar says one thing of each day.
public enum CalendarAgrees: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "calendar-conflict",
        summary: LocalizedText(
            """
            Each day of the calendar is off or worked, is listed once, and lies in its notice's year or the December before.
            """,
            "日历中的每一天要么放假、要么上班，只列一次，并且属于放假通知所涉的年份或上一年12月。"
        ),
        why: LocalizedText(
            """
            Deadlines and collection days are counted in working days. A day that is both would be counted twice or not \
            at all.
            """,
            "各种期限和领取证件的日期都按工作日计算。同一天既放假又上班，就会算两次或者漏算。"
        ),
        remedy: LocalizedText(
            """
            Compare the year with the State Council's notice, and list each day once.
            """,
            "对照国务院办公厅的放假通知，每一天只列一次。"
        ),
        rejected: [
            RuleExample(
                in: .calendar,
                """
                years:
                  "2027": not-published
                  ↓"2026":
                    source: notice
                    confidence: high
                    days:
                      - {name: new-year, days-off: [2026-01-01..2026-01-03, ↓2026-01-02], working: ↓2026-01-03}
                      - {name: new-year, days-off: ↓2025-11-30}
                """
            )
        ],
        accepted: [
            RuleExample(
                in: .calendar,
                """
                years:
                  "2026":
                    source: notice
                    confidence: high
                    days:
                      - {name: new-year, days-off: 2025-12-31..2026-01-03, working: 2026-01-04}
                  "2027": not-published
                """
            )
        ]
    )

    /// A day somebody has listed.
    private struct Listing {
        let isOff: Bool
        let place: SourceRange
    }

    /// Checks all years, since a notice may reach into the December before.
    public static func check(_ calendar: HolidayCalendar, in _: World, _ findings: inout Findings) {
        var listed: [CivilDate: Listing] = [:]
        for (earlier, later) in zip(calendar.years, calendar.years.dropFirst())
        where earlier.year.value >= later.year.value {
            findings.report(
                rule,
                LocalizedText(
                    "\(later.year.value) stands after \(earlier.year.value): years ascend",
                    "\(later.year.value)年排在\(earlier.year.value)年之后：年份应由早到晚排列"
                ),
                at: later.year.range,
                notes: [
                    Note(
                        LocalizedText("\(earlier.year.value) stands here", "\(earlier.year.value)年在此处"),
                        at: earlier.year.range
                    )
                ]
            )
        }
        for year in calendar.years {
            guard case .published(let holidays) = year.notice else { continue }
            for holiday in holidays {
                for span in holiday.daysOff { check(span, isOff: true, of: year.year.value, &listed, &findings) }
                for day in holiday.working {
                    let span = Located(day.value...day.value, at: day.range)
                    check(span, isOff: false, of: year.year.value, &listed, &findings)
                }
            }
        }
    }

    private static func check(
        _ span: Located<ClosedRange<CivilDate>>,
        isOff: Bool,
        of year: Int,
        _ listed: inout [CivilDate: Listing],
        _ findings: inout Findings
    ) {
        let belongs = [span.value.lowerBound, span.value.upperBound].allSatisfy { day in
            day.year == year || (day.year == year - 1 && day.month == 12)
        }
        guard belongs else {
            findings.report(
                rule,
                LocalizedText(
                    "\(span.value.lowerBound) does not belong to the notice of \(year)",
                    "\(span.value.lowerBound) 不属于\(year)年的放假通知"
                ),
                at: span.range,
                help: LocalizedText(
                    "a year's notice speaks of that year, and at most of the December before",
                    "每年的放假通知只涉及当年，最早到上一年12月"
                )
            )
            return
        }
        var day: CivilDate? = span.value.lowerBound
        while let date = day, date <= span.value.upperBound {
            if let other = listed[date] {
                findings.report(
                    rule,
                    other.isOff == isOff
                        ? LocalizedText("\(date) is listed twice", "\(date) 列了两次")
                        : LocalizedText(
                            "\(date) is \(isOff ? "off here and worked" : "worked here and off") elsewhere",
                            "\(date) 在此处为\(isOff ? "放假" : "上班")，在别处为\(isOff ? "上班" : "放假")"
                        ),
                    at: span.range,
                    notes: [Note(LocalizedText("it is listed here already", "此处已列出"), at: other.place)]
                )
                return
            }
            listed[date] = Listing(isOff: isOff, place: span.range)
            day = date.next
        }
    }
}
