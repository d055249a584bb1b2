import CityRegistry
import CivilTime
import Diagnostics
import Divisions
import RegistryRules
import Vocabulary

/// Walks through a registry and takes down what falls into a stretch of days.
struct EntryCollector {
    let registry: ValidatedRegistry
    let today: CivilDate
    let last: CivilDate
    private(set) var entries: [AgendaEntry] = []
    private var lines: [FileID: LineIndex] = [:]

    init(_ registry: ValidatedRegistry, from today: CivilDate, through last: CivilDate) {
        self.registry = registry
        self.today = today
        self.last = last
    }

    /// The days on which a timeline changes and that lie ahead, with what was before and what comes.
    func changes<Value>(of timeline: Timeline<Value>) -> [(day: CivilDate, before: Value?, after: Value)] {
        timeline.changes.filter { (today...last).contains($0.date) }.map { change in
            (change.date, change.date.previous.flatMap { timeline.value(on: $0) }, change.value)
        }
    }

    /// What an entry is about.
    struct Subject {
        let kind: AgendaEntry.Kind
        let city: City?
        /// What tells the entry apart from others of its kind in its file.
        let name: String
    }

    /// Takes an entry down.
    mutating func add(
        _ subject: Subject,
        on day: CivilDate,
        at range: SourceRange,
        _ sentence: LocalizedText,
        do remedy: LocalizedText,
        command: String
    ) {
        let path = registry.registry.catalog[range.file].path
        let index = lines[range.file] ?? LineIndex(registry.registry.catalog[range.file].bytes)
        lines[range.file] = index
        entries.append(
            AgendaEntry(
                day: day,
                kind: subject.kind,
                city: subject.city?.slug.value,
                file: path,
                line: index.position(of: range.start).line,
                sentence: subject.city.map { named($0, sentence) } ?? sentence,
                remedy: remedy,
                command: command,
                identity: "\(subject.kind.rawValue):\(Self.home(path)):\(subject.name)"
            )
        )
    }

    /// A sentence with the city's name before it.
    private func named(_ city: City, _ sentence: LocalizedText) -> LocalizedText {
        let division = registry.world.divisions.division(code: city.division.value)
        let name = LocalizedText(division?.englishName ?? city.slug.value, division?.chineseName ?? city.slug.value)
        return LocalizedText(
            "\(name.text(in: .english)): \(sentence.text(in: .english))",
            "\(name.text(in: .chinese))：\(sentence.text(in: .chinese))"
        )
    }

    /// A file's name below the registry's folder.
    private static func home(_ path: String) -> String {
        let parts = path.split(separator: "/")
        let depth =
            switch RegistryFile(path: path) {
            case .schedule: 2
            case .settings, .calendar, .city: 1
            }
        return parts.suffix(depth).joined(separator: "/")
    }
}
