import CityRegistry
import CivilTime
import RegistryRules
import ServiceConfig
import Vocabulary

/// Turns the grid of rates that hold into a table of intervals.
struct FeeTableBuilder {
    private let city: City
    private let schedule: Schedule
    private let world: World
    private let facts: ConfigFacts

    init(_ city: City, on schedule: Schedule, in world: World, _ facts: ConfigFacts) {
        self.city = city
        self.schedule = schedule
        self.world = world
        self.facts = facts
    }

    func table() -> ServiceConfig.FeeTable {
        let grid = FeeGrid(city, on: schedule, in: world)
        let parts = grid.classes()
        var answers: [FeeAnswer] = []
        // Answers that cost the same, by their fee: few enough to be compared one by one.
        var numbersOfFee: [Fee: [Int]] = [:]
        var known = [[(fee: Fee, number: Int)]](repeating: [], count: grid.identityCount)
        // For each part, its intervals leaf by leaf.
        let columns = parts.map { members in
            let representative = members.first ?? 0
            return world.domain.leaves.indices.map { leaf in
                let stretches = grid.holdings(on: leaf)
                var intervals: [ServiceConfig.FeeTable.Interval] = []
                // What held on the stretch before mostly holds on the next.
                var last: (identity: Int, fee: Fee, number: Int)?
                for (stretch, day) in grid.days.enumerated() {
                    let holdings = stretches[stretch]
                    guard let place = holdings.firstIndex(where: { $0.nationalities.contains(representative) }),
                        let fee = holdings[place].line.rate.fee.value(on: day)?.value
                    else { continue }
                    let identity = holdings[place].identity
                    let number: Int
                    if let last, last.identity == identity, last.fee == fee {
                        number = last.number
                    } else if let found = known[identity].first(where: { $0.fee == fee }) {
                        number = found.number
                    } else {
                        // The same rate by the same membership at another time differs in its fee alone.
                        var answer = known[identity].first.map { answers[$0.number] } ?? answer(fee, holdings[place])
                        answer.fee = fee
                        number = numbersOfFee[fee]?.first { answers[$0] == answer } ?? answers.count
                        if number == answers.count {
                            answers.append(answer)
                            numbersOfFee[fee, default: []].append(number)
                        }
                        known[identity].append((fee, number))
                    }
                    last = (identity, fee, number)
                    if intervals.last?.answer != number { intervals.append(.init(from: day, answer: number)) }
                }
                return intervals
            }
        }
        let classes = Self.joined(parts, columns)
        let named = schedule.groups.map { group in grid.days.map(group.memberCodes) }
        return ServiceConfig.FeeTable(
            items: Dictionary(schedule.items.map { ($0.id.value, facts.item($0, of: schedule)) }) { first, _ in first },
            leaves: world.domain.leaves,
            classes: classes.map { described($0.members, named) },
            answers: answers,
            cells: world.domain.leaves.indices.map { leaf in classes.map { $0.column[leaf] } }
        )
    }

    private typealias Column = [[ServiceConfig.FeeTable.Interval]]

    /// Parts that are charged alike everywhere become one class: which record names a nationality does not matter.
    private static func joined(
        _ parts: [NationalitySet],
        _ columns: [Column]
    ) -> [(members: NationalitySet, column: Column)] {
        var classes: [(members: NationalitySet, column: Column)] = []
        for (part, column) in zip(parts, columns) {
            if let known = classes.firstIndex(where: { $0.column == column }) {
                classes[known].members = classes[known].members.union(part)
            } else {
                classes.append((part, column))
            }
        }
        return classes
    }

    private func answer(_ fee: Fee, _ holding: FeeGrid.Holding) -> FeeAnswer {
        let line = holding.line
        let file = line.isLocal ? city.slug.value : schedule.id.value
        var provenance = facts.provenance(line.rate.provenance, of: file)
        if let membership = holding.membership {
            // A price is never surer than the membership it rests on, and as contested as that is.
            let membership = facts.provenance(membership.provenance, of: schedule.id.value)
            provenance.confidence = [provenance.confidence, membership.confidence].compactMap { $0 }.min()
            provenance.against += membership.against.filter { !provenance.against.contains($0) }
        }
        return FeeAnswer(
            fee: fee,
            unit: line.rate.unit?.value ?? .person,
            item: (line.rate.item ?? line.table.item).value?.value,
            membership: (holding.membership?.group).map { group in
                GroupMembership(group: group.id.value, name: group.name.value, isEveryoneElse: group.isEveryoneElse)
            },
            isLocal: line.isLocal,
            note: line.rate.note?.value,
            provenance: provenance
        )
    }

    /// A class with the group that all its members are in on each of these days; without one where anybody moves.
    ///
    /// `named` has the codes that each group names, day by day.
    private func described(_ members: NationalitySet, _ named: [[Set<NationalityCode>]]) -> NationalityClass {
        let codes = world.domain.nationalities.indices.filter(members.contains).map { world.domain.nationalities[$0] }
        let number = schedule.groups.indices.first { group in
            guard schedule.groups[group].isEveryoneElse else {
                return named[group].allSatisfy { day in codes.allSatisfy(day.contains) }
            }
            return named.joined().allSatisfy { day in !codes.contains(where: day.contains) }
        }
        let group = number.map { schedule.groups[$0] }
        return NationalityClass(group: group?.id.value, name: group?.name.value, nationalities: codes)
    }
}

extension NationalityGroup {
    fileprivate var isEveryoneElse: Bool {
        if case .everyoneElse = members { true } else { false }
    }

    /// The codes a group names on a day.
    fileprivate func memberCodes(on day: CivilDate) -> Set<NationalityCode> {
        guard case .records(let records) = members else { return [] }
        return Set(records.flatMap { $0.codes.value(on: day) ?? [] }.map(\.value))
    }
}
