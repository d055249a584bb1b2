public import CivilTime
import Vocabulary

extension AgendaReport {
    /// For calendars: one iCalendar object (RFC 5545), an all-day event for each entry.
    ///
    /// What is overdue stands on the day of the agenda, so that a calendar shows it today and not years ago. `stamp` is when
    /// the agenda was made; an event keeps its UID from one agenda to the next.
    public func iCalendar(stamped stamp: Instant) -> String {
        var lines: [ContentLine] = [
            ContentLine("BEGIN", token: "VCALENDAR"),
            ContentLine("VERSION", token: "2.0"),
            ContentLine("PRODID", token: "-//VisaFee//visafee agenda//EN"),
            ContentLine("CALSCALE", token: "GREGORIAN"),
            ContentLine("METHOD", token: "PUBLISH"),
            ContentLine("X-WR-CALNAME", text: say("Visa fees: what is due", "签证缴费：待办事项")),
        ]
        // An object needs a component, also where nothing is due; and this is the zone that days are meant in.
        lines += [
            ContentLine("BEGIN", token: "VTIMEZONE"),
            ContentLine("TZID", token: "Asia/Shanghai"),
            ContentLine("BEGIN", token: "STANDARD"),
            ContentLine("DTSTART", token: "19700101T000000"),
            ContentLine("TZOFFSETFROM", token: "+0800"),
            ContentLine("TZOFFSETTO", token: "+0800"),
            ContentLine("TZNAME", token: "CST"),
            ContentLine("END", token: "STANDARD"),
            ContentLine("END", token: "VTIMEZONE"),
        ]
        for entry in due.entries { lines += event(entry, stamp) }
        lines.append(ContentLine("END", token: "VCALENDAR"))
        return lines.map(\.folded).joined()
    }

    private func event(_ entry: AgendaEntry, _ stamp: Instant) -> [ContentLine] {
        let day = max(entry.day, due.today)
        let late = entry.isOverdue(on: due.today) ? say("Overdue since \(entry.day): ", "自\(entry.day)起逾期：") : ""
        let description = [
            late + entry.sentence.text(in: language), entry.remedy.text(in: language), "$ \(entry.command)",
            "\(entry.file):\(entry.line)",
        ]
        return [
            ContentLine("BEGIN", token: "VEVENT"),
            ContentLine("UID", text: "visafee:\(entry.identity)"),
            ContentLine("DTSTAMP", token: stamp.basicUTC),
            ContentLine("DTSTART;VALUE=DATE", token: day.basic),
            ContentLine("SUMMARY", text: late + entry.sentence.text(in: language)),
            ContentLine("DESCRIPTION", text: description.joined(separator: "\n")),
            ContentLine("CATEGORIES", text: entry.kind.rawValue),
            ContentLine("TRANSP", token: "TRANSPARENT"),
            ContentLine("END", token: "VEVENT"),
        ]
    }
}

/// One property of an iCalendar object.
struct ContentLine {
    private static let longest = 75
    private let line: String

    /// A property whose value means what it says.
    init(_ name: String, token: String) {
        line = "\(name):\(token)"
    }

    /// A property whose value is text: RFC 5545, 3.3.11.
    init(_ name: String, text: String) {
        let escaped = text.unicodeScalars.reduce(into: String.UnicodeScalarView()) { escaped, scalar in
            switch scalar {
            case "\\", ";", ",":
                escaped.append("\\")
                escaped.append(scalar)
            case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
            // No other control character may stand in a text.
            case _ where scalar.properties.generalCategory == .control && scalar != "\t": break
            default: escaped.append(scalar)
            }
        }
        line = "\(name):\(String(escaped))"
    }

    /// The line as it is written, broken after 75 octets at most.
    ///
    /// What follows a break begins with a space, and no character is split.
    var folded: String {
        var written = ""
        var width = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if width + size > Self.longest {
                written += "\r\n "
                width = 1
            }
            written.unicodeScalars.append(scalar)
            width += size
        }
        return written + "\r\n"
    }
}

extension CivilDate {
    /// `20261127`.
    fileprivate var basic: String {
        description.filter { $0 != "-" }
    }
}

extension Instant {
    /// `20261127T081500Z`.
    fileprivate var basicUTC: String {
        // Eight hours earlier, the clocks of China show what is now the time at Greenwich.
        let greenwich = adding(seconds: -8 * 3600) ?? self
        let second = greenwich.secondOfDay
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(greenwich.date.basic)T\(parts.joined())Z"
    }
}

extension UTF8 {
    /// How many bytes a scalar takes.
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case ..<0x80: 1
        case ..<0x800: 2
        case ..<0x10000: 3
        default: 4
        }
    }
}
