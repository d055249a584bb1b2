public import CivilTime
public import Vocabulary

extension Phrases {
    /// How long ago a day was; nothing for a day to come.
    public static func ago(_ date: CivilDate, on day: CivilDate) -> LocalizedText? {
        let days = date.days(to: day)
        let months = (day.year - date.year) * 12 + day.month - date.month - (day.day < date.day ? 1 : 0)
        switch days {
        case ..<0: return nil
        case 0: return LocalizedText("today", "今天")
        case 1: return LocalizedText("yesterday", "昨天")
        default: break
        }
        return switch months {
        case 0: LocalizedText("\(days) days ago", "\(days)天前")
        case 1: LocalizedText("1 month ago", "1个月前")
        case 2..<24: LocalizedText("\(months) months ago", "\(months)个月前")
        default: LocalizedText("\(months / 12) years ago", "\(months / 12)年前")
        }
    }

    /// When the newest source was published.
    public static func published(_ date: String) -> LocalizedText {
        LocalizedText("as of \(date)", "资料日期\(date)")
    }

    /// The newest source gives no date; it was read on this one.
    public static func undated(read date: String) -> LocalizedText {
        LocalizedText("source undated, read on \(date)", "资料未注明日期，\(date)查阅")
    }

    /// The newest source gives no date.
    public static let undated = LocalizedText("source undated", "资料未注明日期")

    /// That was longer ago than such a fact stays fresh.
    public static let stale = LocalizedText("may have changed since", "此后可能已有变化")

    /// The days of a week, as hours of opening name them.
    public static func days(_ span: WeekdaySpan) -> LocalizedText {
        let first = weekdays[span.first]
        guard span.first < span.last else { return first }
        let last = weekdays[span.last]
        return LocalizedText(
            "\(first.text(in: .english)) to \(last.text(in: .english))",
            "\(first.text(in: .chinese))至\(last.text(in: .chinese))"
        )
    }

    /// The days of the week, Monday first.
    public static let weekdays = [
        LocalizedText("Monday", "周一"), LocalizedText("Tuesday", "周二"), LocalizedText("Wednesday", "周三"),
        LocalizedText("Thursday", "周四"), LocalizedText("Friday", "周五"), LocalizedText("Saturday", "周六"),
        LocalizedText("Sunday", "周日"),
    ]

    /// Closed on public holidays.
    public static let closedOnHolidays = LocalizedText("closed on public holidays", "法定节假日休息")

    /// A length of time in months, in years where it is whole years.
    public static func length(months: Int) -> LocalizedText {
        let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
        guard years > 0, rest == 0 else {
            return LocalizedText("\(months) month\(months == 1 ? "" : "s")", "\(months)个月")
        }
        return LocalizedText("\(months) months (\(years) year\(years == 1 ? "" : "s"))", "\(months)个月（\(years)年）")
    }
}
