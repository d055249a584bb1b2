import CityRegistry
import CivilTime
import Diagnostics
import RegistryRules
import Vocabulary

extension EntryCollector {
    /// Years that begin, or have begun, without their holidays.
    mutating func collectCalendar() {
        let calendar = registry.calendar
        for year in today.year...last.year where !calendar.workingDays.publishedYears.contains(year) {
            guard let day = CivilDate(year: year, month: 1, day: 1) else { continue }
            let record = calendar.years.first { $0.year.value == year } ?? calendar.years.last
            add(
                Subject(kind: .calendarIsMissing, city: nil, name: "\(year)"),
                on: day,
                at: record?.year.range ?? calendar.id.range,
                LocalizedText(
                    "the holidays of \(year) are not in the calendar, so no working day of it is known",
                    "节假日安排中没有\(year)年，无法判断该年的工作日"
                ),
                do: LocalizedText(
                    "write down the State Council's notice for \(year) once it is published",
                    "国务院办公厅公布\(year)年节假日安排后，请录入"
                ),
                command: "visafee validate \(registry.registry.catalog[calendar.file].path)"
            )
        }
    }

    /// Comments that let findings stand, and cease to.
    mutating func collectExceptions(_ findings: [Diagnostic]) {
        var seen: Set<SourceRange> = []
        for finding in findings {
            guard let suppression = finding.suppression, suppression.until <= last,
                seen.insert(suppression.range).inserted
            else { continue }
            let file = suppression.range.file
            let rule = finding.rule.rawValue
            let path = registry.registry.catalog[file].path
            add(
                Subject(
                    kind: .exceptionEnds,
                    city: registry.registry.cities.first { $0.file == file },
                    name: "\(rule):\(suppression.until):\(suppression.reason)"
                ),
                on: suppression.until,
                at: suppression.range,
                LocalizedText(
                    "the exception from '\(rule)' ends; it was made because \(suppression.reason)",
                    "对“\(rule)”的豁免到期；豁免理由：\(suppression.reason)"
                ),
                do: LocalizedText(
                    "mend what it lets stand, or write a later day and why",
                    "请改正被豁免的问题，或写明新的日期和理由"
                ),
                command: "visafee validate \(path) --as-of \(suppression.until)"
            )
        }
    }
}
