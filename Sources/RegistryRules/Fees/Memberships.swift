import CityRegistry
import CivilTime
import Divisions
import Vocabulary

/// Who belongs to which nationality group of a schedule, day by day, as sets.
public struct Memberships: Sendable {
    /// The days on which membership changes, ascending.
    let boundaries: [CivilDate]
    private let positions: [String: Int]
    /// Before the first boundary, then from each boundary on: the members of each group, in the groups' order.
    private let periods: [[NationalitySet]]
    private let domain: FeeDomain

    init(groups: [NationalityGroup], in domain: FeeDomain) {
        let records = groups.map { group -> [NationalityGroup.MemberRecord]? in
            if case .records(let records) = group.members { records } else { nil }
        }
        let changes = records.flatMap { $0 ?? [] }.flatMap(\.codes.boundaries)
        let boundaries = Set(changes.filter { $0 > domain.askedFrom }).sorted()
        self.domain = domain
        self.boundaries = boundaries
        self.positions = Dictionary(groups.enumerated().map { ($1.id.value, $0) }) { first, _ in first }
        self.periods = ([domain.askedFrom] + boundaries).map { day in
            let named = records.map { records -> NationalitySet in
                let codes = (records ?? []).flatMap { $0.codes.value(on: day) ?? [] }
                return NationalitySet(codes.map(\.value), in: domain)
            }
            let everyoneElse = named.reduce(domain.everyone) { $0.subtracting($1) }
            return zip(records, named).map { $0 == nil ? everyoneElse : $1 }
        }
    }

    /// Whom a rate's `nationality` means: groups, and nationalities named by their codes.
    struct Selection: Sendable {
        /// Whether every word is a group of the schedule or written as a nationality's code.
        let isUnderstood: Bool
        fileprivate let groups: [Int]
        fileprivate let named: NationalitySet
    }

    /// Looks the words up once, for any number of days.
    func selection(_ words: [Located<String>]) -> Selection {
        var groups: [Int] = []
        var named = NationalitySet()
        var isUnderstood = true
        for word in words {
            if let group = positions[word.value] {
                groups.append(group)
            } else if let number = NationalityCode(word.value).flatMap(domain.number(of:)) {
                named.insert(number)
            } else if !word.isNationalityCode {
                isUnderstood = false
            }
        }
        return Selection(isUnderstood: isUnderstood, groups: groups, named: named)
    }

    /// All nationalities that are asked about.
    var everyone: NationalitySet { domain.everyone }

    /// The stretch between two changes that a day lies in.
    func period(on day: CivilDate) -> Int {
        boundaries.count { $0 <= day }
    }

    /// The nationalities meant in a stretch.
    func nationalities(_ selection: Selection, in period: Int) -> NationalitySet {
        selection.groups.reduce(selection.named) { $0.union(periods[period][$1]) }
    }

    /// The nationalities that words mean on a day.
    func nationalities(_ words: [Located<String>], on day: CivilDate) -> NationalitySet {
        nationalities(selection(words), in: period(on: day))
    }
}

extension NationalitySet {
    /// Those of the codes that are asked about.
    init(_ codes: [NationalityCode], in domain: FeeDomain) {
        self.init()
        for code in codes {
            if let number = domain.number(of: code) { insert(number) }
        }
    }
}
