import CivilTime
import Diagnostics
import SourceTree
import Vocabulary

/// The keys of `calendar.yaml`.
enum CalendarKey: String, RecordKey {
    case calendar, holidays, years, corrections, sources

    static let record = LocalizedText("calendar.yaml", "calendar.yaml 文件")
    static let required: [CalendarKey] = [.calendar, .holidays, .years, .sources]
    var form: Form {
        switch self {
        case .calendar: .word
        case .holidays: .map(.localized)
        case .years: .map(.either([.choice(["not-published"]), .record(YearKey.self)]), by: .year)
        case .corrections: .oneOrMany(.record(CorrectionKey.self))
        case .sources: .map(.record(SourceKey.self))
        }
    }
}

/// The keys of a year.
enum YearKey: String, RecordKey {
    case days, source, confidence

    static let record = LocalizedText("a year", "年份")
    static let required: [YearKey] = [.days]
    var form: Form {
        switch self {
        case .days: .oneOrMany(.record(HolidayKey.self))
        case .source: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of a holiday.
enum HolidayKey: String, RecordKey {
    case name, working
    case daysOff = "days-off"

    static let record = LocalizedText("a holiday", "节假日")
    static let required: [HolidayKey] = [.name, .daysOff]
    var form: Form {
        switch self {
        case .name: .oneOrMany(.word)
        case .daysOff: .oneOrMany(.dateSpan)
        case .working: .oneOrMany(.date)
        }
    }
}

extension HolidayCalendar {
    /// Reads `calendar.yaml`.
    static func read(_ root: NodeID, _ reader: inout Reader) -> HolidayCalendar? {
        guard let fields = reader.fields(root, CalendarKey.self) else { return nil }
        let id = fields[.calendar].flatMap { reader.word($0) }
        let holidays = reader.terms(fields[.holidays])
        let years = fields[.years].map { reader.years($0) } ?? []
        let corrections = reader.corrections(fields[.corrections])
        let sources = reader.sources(fields[.sources])
        return id.map {
            HolidayCalendar(
                id: $0,
                holidays: holidays,
                years: years,
                corrections: corrections,
                sources: sources,
                file: reader.tree.file
            )
        }
    }
}

extension Reader {
    fileprivate mutating func years(_ node: NodeID) -> [HolidayCalendar.Year] {
        guard expect(.mapping, node, LocalizedText("holidays by year", "以年份为键的节假日安排")) else { return [] }
        var years: [HolidayCalendar.Year] = []
        for (name, value) in tree.entries(of: node) {
            guard let text = text(name) else { continue }
            guard let number = Int(text.value), CivilDate.years.contains(number) else {
                report(
                    .malformedNumber,
                    LocalizedText(
                        "'\(Self.excerpt(text.value))' is not a year this program knows",
                        "“\(Self.excerpt(text.value))”不是本程序可处理的年份"
                    ),
                    at: text.range,
                    help: LocalizedText(
                        "write a year from \(CivilDate.years.lowerBound) to \(CivilDate.years.upperBound), quoted",
                        """
                        请写\(CivilDate.years.lowerBound)年至\
                        \(CivilDate.years.upperBound)年之间的年份，并加引号
                        """
                    )
                )
                continue
            }
            if let year = year(Located(number, at: text.range), value) { years.append(year) }
        }
        return years
    }

    private mutating func year(_ year: Located<Int>, _ node: NodeID) -> HolidayCalendar.Year? {
        if tree.kind(of: node) == .scalar {
            guard let text = scalar(node, LocalizedText("holidays, or not-published", "节假日安排，或者“not-published”")) else {
                return nil
            }
            if text.value == "not-published" {
                return HolidayCalendar.Year(year: year, notice: .notPublished, provenance: .none)
            }
            reportNotOneOf(text, ["not-published"])
            return nil
        }
        guard let fields = fields(node, YearKey.self) else { return nil }
        let provenance = provenance(source: fields[.source], confidence: fields[.confidence], in: .none)
        let holidays = fields[.days].map { oneOrMany($0) { $0.holiday($1) } } ?? []
        return HolidayCalendar.Year(year: year, notice: .published(holidays), provenance: provenance)
    }

    private mutating func holiday(_ node: NodeID) -> HolidayCalendar.Holiday? {
        guard let fields = fields(node, HolidayKey.self) else { return nil }
        return HolidayCalendar.Holiday(
            names: wordList(fields[.name]),
            daysOff: fields[.daysOff].map { oneOrMany($0) { $0.dateSpan($1) } } ?? [],
            working: fields[.working].map { oneOrMany($0) { $0.date($1) } } ?? []
        )
    }
}
