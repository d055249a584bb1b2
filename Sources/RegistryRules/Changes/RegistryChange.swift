import CityRegistry
public import CivilTime
import Diagnostics

/// A registry as it was and as it is, for the rules about how it may change.
public struct RegistryChange: Sendable {
    /// The day on which the registry as it was is what people went by.
    ///
    /// What held on days before it is history.
    public let day: CivilDate
    /// Both registries.
    public let worlds: Change<World>
    /// The files whose bytes differ, cities by their slugs and schedules by their words.
    let files: [FileChange]

    init(_ before: World, _ after: World, on day: CivilDate) {
        self.day = day
        worlds = Change(before: before, after: after)
        files = Self.files(Change(before: Side(before), after: Side(after)))
    }

    /// The first day of history, and all days in it on which one of these timelines changes.
    func history(_ boundaries: [CivilDate]) -> [CivilDate] {
        let start = worlds.before.domain.askedFrom
        guard start < day else { return [] }
        return [start] + Set(boundaries.filter { $0 > start && $0 < day }).sorted()
    }

    /// Where something stood, for a remark: its file is not among those of the report.
    func line(before range: SourceRange) -> Int {
        worlds.before.registry.catalog.position(of: range).line
    }

    /// One of the two registries, its files by what they are about.
    private struct Side {
        let world: World
        let cities: [String: City]

        init(_ world: World) {
            self.world = world
            let sound = world.registry.cities.filter { !world.registry.flawedFiles.contains($0.file) }
            cities = Dictionary(sound.map { ($0.slug.value, $0) }) { first, _ in first }
        }

        func bytes(_ file: FileID) -> [UInt8] { world.registry.catalog[file].bytes }
        func isSound(_ file: FileID) -> Bool { !world.registry.flawedFiles.contains(file) }
    }

    private static func files(_ sides: Change<Side>) -> [FileChange] {
        let (before, after) = (sides.before, sides.after)
        let differ = { (old: FileID, new: FileID) in
            before.isSound(old) && after.isSound(new) && before.bytes(old) != after.bytes(new)
        }
        var files: [FileChange] = []
        let settings = Change(before: before.world.settings, after: after.world.settings)
        if differ(settings.before.file, settings.after.file) {
            let facts = Change(before: FileFacts(settings.before), after: FileFacts(settings.after))
            files.append(FileChange(content: .settings(settings), facts: facts))
        }
        if let old = before.world.registry.calendar, let new = after.world.registry.calendar,
            differ(old.file, new.file)
        {
            let facts = Change(before: FileFacts(old), after: FileFacts(new))
            files.append(FileChange(content: .calendar(Change(before: old, after: new)), facts: facts))
        }
        for (id, new) in after.world.schedules.sorted(by: { $0.key < $1.key }) {
            guard let old = before.world.schedules[id], differ(old.schedule.file, new.schedule.file) else { continue }
            let facts = Change(before: old.facts, after: new.facts)
            files.append(FileChange(content: .schedule(Change(before: old, after: new)), facts: facts))
        }
        for (slug, city) in after.cities.sorted(by: { $0.key < $1.key }) {
            guard let other = before.cities[slug], differ(other.file, city.file) else { continue }
            let cities = Change(before: CityFile(other, in: before.world), after: CityFile(city, in: after.world))
            let facts = Change(before: cities.before.facts, after: cities.after.facts)
            files.append(FileChange(content: .city(cities), facts: facts))
        }
        return files
    }
}
