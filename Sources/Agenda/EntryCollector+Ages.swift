import CityRegistry
import CivilTime
import Diagnostics
import RegistryRules
import Vocabulary

extension EntryCollector {
    /// Facts that are stale, or will be.
    ///
    /// All facts of one class that one source keeps fresh are one entry: they are looked after in one reading.
    mutating func collectAges() {
        collectAges(AgeingFacts(registry.settings), FileFacts(registry.settings), of: nil, named: "registry")
        for schedule in registry.registry.schedules {
            collectAges(AgeingFacts(schedule), FileFacts(schedule), of: nil, named: schedule.id.value)
        }
        for city in registry.registry.cities {
            collectAges(AgeingFacts(city), FileFacts(city), of: city, named: city.slug.value)
        }
    }

    private struct Key: Hashable {
        let kind: FreshnessClass
        let source: String
    }

    private mutating func collectAges(_ ageing: AgeingFacts, _ facts: FileFacts, of city: City?, named file: String) {
        let policy = FreshnessPolicy(registry.settings)
        var groups: [Key: (age: FactAge, count: Int, first: SourceRange)] = [:]
        var order: [Key] = []
        for fact in ageing.list {
            guard let age = policy.age(of: fact.provenance, as: fact.kind, in: facts) else { continue }
            let key = Key(kind: fact.kind, source: age.source.id.value)
            if groups[key] == nil { order.append(key) }
            groups[key, default: (age, 0, fact.range)].count += 1
        }
        for key in order {
            guard let group = groups[key], let day = group.age.staleFrom, day <= last else { continue }
            add(
                Subject(kind: .goesStale, city: city, name: "\(key.kind.rawValue):\(key.source)"),
                on: day,
                at: group.first,
                sentence(of: group.count, key.kind, group.age, isLate: day <= today),
                do: LocalizedText(
                    "look for what is said today, and record it as seen or write what has changed",
                    "请查证目前的情况：如无变化，记录为已核实；如有变化，请更新"
                ),
                command: city.map { "visafee source seen \($0.slug.value) \(key.source) --evidence FILE" }
                    ?? "visafee validate \(registry.registry.catalog[group.first.file].path) --as-of \(day)"
            )
        }
    }

    private func sentence(of count: Int, _ kind: FreshnessClass, _ age: FactAge, isLate: Bool) -> LocalizedText {
        let name = kind.name
        let source = age.source.id.value
        let english =
            (isLate ? "are" : "become") + " older than \(age.limit) days; their newest source, '\(source)', is of"
        let chinese = isLate ? "已超过\(age.limit)天" : "将超过\(age.limit)天"
        return LocalizedText(
            "\(name.text(in: .english)) (\(count)) \(english) \(age.asOf)",
            "\(name.text(in: .chinese))（\(count)项）\(chinese)；其最新来源“\(source)”的日期为\(age.asOf)"
        )
    }
}
