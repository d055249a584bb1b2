public import CityRegistry
import CivilTime
import Diagnostics

/// A registry file that is there before and after, and whose bytes differ.
public struct FileChange: Sendable {
    /// What the file is about.
    public enum Content: Sendable {
        /// `registry.yaml`.
        case settings(Change<Settings>)
        /// `calendar.yaml`.
        case calendar(Change<HolidayCalendar>)
        /// A fee schedule.
        case schedule(Change<ScheduleFile>)
        /// A city.
        case city(Change<CityFile>)
    }

    /// What the file is about.
    public let content: Content
    /// What it claims about the world, and from where.
    public let facts: Change<FileFacts>

    /// Where it says what it is about, for what is no longer in it.
    var place: SourceRange {
        switch content {
        case .settings(let settings): settings.after.version.range
        case .calendar(let calendars): calendars.after.id.range
        case .schedule(let schedules): schedules.after.schedule.id.range
        case .city(let cities): cities.after.city.slug.range
        }
    }

    /// The corrections that came with this change, and not earlier.
    var corrections: NewCorrections { NewCorrections(facts) }
}

/// The corrections that a change brings along.
///
/// One that was there before speaks of an earlier change and excuses nothing.
struct NewCorrections {
    private let subjects: [String]

    init(_ facts: Change<FileFacts>) {
        let old = Set(facts.before.corrections.map(\.identity))
        subjects = facts.after.corrections.filter { !old.contains($0.identity) }.map(\.subject.value)
    }

    /// Whether one of them is about this place of the file, or about all that it belongs to.
    func cover(_ place: String) -> Bool {
        subjects.contains { place == $0 || place.hasPrefix($0 + "/") }
    }
}

extension Correction {
    /// What makes a correction the one it is, wherever in the file it stands.
    var identity: [String] { [subject.value, made.value.description, reason.value] }
}
