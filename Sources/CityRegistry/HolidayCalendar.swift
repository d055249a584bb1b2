public import CivilTime
public import Diagnostics

/// `calendar.yaml`: days off, and days worked to make up for them, as the State Council's notices give them.
public struct HolidayCalendar: Sendable {
    /// The calendar's word.
    public let id: Located<String>
    /// The names of holidays.
    public let holidays: [Term]
    /// The years, in order.
    public let years: [Year]
    /// Where this file rewrote what it had said of days gone by.
    public let corrections: [Correction]
    /// Sources of the facts in this file.
    public let sources: [Source]
    /// The file.
    public let file: FileID

    /// One year's notice.
    public struct Year: Sendable {
        /// The year.
        public let year: Located<Int>
        /// What the notice says, or that there is none yet.
        public let notice: Notice
        /// Where it comes from.
        public let provenance: Provenance
    }

    /// What is known of a year.
    public enum Notice: Sendable {
        /// Nobody has published it; nothing is guessed.
        case notPublished
        /// The holidays it lists.
        case published([Holiday])
    }

    /// One holiday of a year.
    public struct Holiday: Sendable {
        /// Which holidays fall together.
        public let names: [Located<String>]
        /// The days off.
        public let daysOff: [Located<ClosedRange<CivilDate>>]
        /// The days worked to make up for them.
        public let working: [Located<CivilDate>]
    }
}

extension HolidayCalendar {
    /// The calendar that deadlines are counted with.
    public var workingDays: WorkingDayCalendar {
        var published: Set<Int> = []
        var exceptions: [CivilDate: DayKind] = [:]
        for year in years {
            guard case .published(let holidays) = year.notice else { continue }
            published.insert(year.year.value)
            for holiday in holidays {
                for span in holiday.daysOff {
                    var day: CivilDate? = span.value.lowerBound
                    while let off = day, off <= span.value.upperBound {
                        exceptions[off] = .off
                        day = off.next
                    }
                }
                for day in holiday.working {
                    exceptions[day.value] = .working
                }
            }
        }
        return WorkingDayCalendar(publishedYears: published, exceptions: exceptions)
    }
}
