public import CanonicalJSON
import CivilTime
public import Vocabulary

/// An agenda for people, for programs and for calendars.
public struct AgendaReport: Sendable {
    /// The version of the JSON; it rises when a key changes its meaning or goes away.
    public static let formatVersion = 1

    /// The JSON Schema of ``json``, as `visafee schema agenda` prints it.
    public static var schema: String { String(decoding: PackageResources.agenda_schema_json, as: UTF8.self) }

    let due: DueEntries
    let language: Language

    /// A report in one language.
    public init(_ due: DueEntries, in language: Language) {
        self.due = due
        self.language = language
    }

    /// For people: what is late first, then what lies ahead.
    public var text: String {
        let (late, ahead) = (due.entries.prefix(due.overdueCount), due.entries.dropFirst(due.overdueCount))
        var lines = [summary]
        for (title, entries) in [(say("Overdue", "已逾期"), late), (say("Ahead", "即将到期"), ahead)] where !entries.isEmpty {
            lines += ["", title]
            for entry in entries { lines += ["", "  \(entry.day)  \(entry.file):\(entry.line)"] + body(of: entry) }
        }
        return lines.joined(separator: "\n")
    }

    private func body(of entry: AgendaEntry) -> [String] {
        let indent = "              "
        let remedy = entry.remedy.text(in: language)
        return [
            indent + entry.sentence.text(in: language), indent + say("Do: ", "处理：") + remedy,
            indent + "$ " + entry.command,
        ]
    }

    /// How much there is, in a sentence.
    public var summary: String {
        let (late, ahead) = (due.overdueCount, due.aheadCount)
        return say(
            "From \(due.today) to \(due.last): "
                + (due.entries.isEmpty ? "nothing is due" : "\(late) overdue, \(ahead) ahead"),
            "\(due.today)至\(due.last)：" + (due.entries.isEmpty ? "没有待办事项" : "逾期\(late)项，即将到期\(ahead)项")
        )
    }

    /// For programs.
    public var json: JSONValue {
        [
            "ahead": .integer(Int64(due.aheadCount)),
            "asOf": .string(due.today.description),
            "entries": .array(due.entries.map(entry)),
            "formatVersion": .integer(Int64(Self.formatVersion)),
            "language": .string(language.rawValue),
            "overdue": .integer(Int64(due.overdueCount)),
            "through": .string(due.last.description),
        ]
    }

    private func entry(_ entry: AgendaEntry) -> JSONValue {
        [
            "city": entry.city.map { .string($0) } ?? .null,
            "command": .string(entry.command),
            "day": .string(entry.day.description),
            "file": .string(entry.file),
            "id": .string(entry.identity),
            "isOverdue": .bool(entry.isOverdue(on: due.today)),
            "kind": .string(entry.kind.rawValue),
            "line": .integer(Int64(entry.line)),
            "remedy": .string(entry.remedy.text(in: language)),
            "sentence": .string(entry.sentence.text(in: language)),
        ]
    }

    func say(_ english: String, _ chinese: String) -> String {
        language == .english ? english : chinese
    }
}
