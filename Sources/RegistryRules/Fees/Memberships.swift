import CityRegistry
import CivilTime
import Divisions
import Vocabulary

/// Who belongs to which nationality group of a schedule, day by day, as sets.
public struct Memberships: Sendable {
    /// The days on which membership changes, ascending.
    let boundaries: [CivilDate]
    /// Before the first boundary, then from each boundary on: the members of each group.
    private let periods: [[String: NationalitySet]]
    private let domain: FeeDomain

    init(groups: [NationalityGroup], in domain: FeeDomain) {
        let records = groups.map { group -> (id: String, records: [NationalityGroup.MemberRecord]?) in
            switch group.members {
            case .everyoneElse: (group.id.value, nil)
            case .records(let records): (group.id.value, records)
            }
        }
        let changes = records.flatMap { $0.records ?? [] }.flatMap(\.codes.boundaries)
        let boundaries = Array(Set(changes.filter { $0 > domain.askedFrom })).sorted()
        self.domain = domain
        self.boundaries = boundaries
        self.periods = ([domain.askedFrom] + boundaries).map { day in
            var sets: [String: NationalitySet] = [:]
            var named = NationalitySet()
            for (id, records) in records {
                guard let records else { continue }
                var set = NationalitySet()
                for code in records.flatMap({ $0.codes.value(on: day) ?? [] }) {
                    if let number = domain.number(of: code.value) { set.insert(number) }
                }
                sets[id] = set
                named = named.union(set)
            }
            for (id, records) in records where records == nil {
                sets[id] = domain.everyone.subtracting(named)
            }
            return sets
        }
    }

    /// Whom a `nationality` condition means on a day: members of the groups it names, and the codes it names.
    func nationalities(_ words: [Located<String>], on day: CivilDate) -> NationalitySet {
        let sets = periods[boundaries.count { $0 <= day }]
        return words.reduce(into: NationalitySet()) { result, word in
            if let group = sets[word.value] {
                result = result.union(group)
            } else if let number = NationalityCode(word.value).flatMap(domain.number(of:)) {
                result.insert(number)
            }
        }
    }
}
