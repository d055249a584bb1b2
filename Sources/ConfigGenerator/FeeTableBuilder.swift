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
        // By their fee, which is quick to hash; those with the same fee are compared.
        var numbersOfFee: [Fee: [Int]] = [:]
        var numberOfHolding: [HoldingOnDay: Int] = [:]
        // For each part, its intervals leaf by leaf.
        let columns = parts.map { members in
            let representative = members.first ?? 0
            return world.domain.leaves.indices.map { leaf in
                let stretches = grid.holdings(on: leaf)
                var intervals: [ServiceConfig.FeeTable.Interval] = []
                // What held on the stretch before mostly holds on the next.
                var last: (key: HoldingOnDay, number: Int)?
                for (stretch, day) in grid.days.enumerated() {
                    let holdings = stretches[stretch]
                    guard let place = holdings.firstIndex(where: { $0.nationalities.contains(representative) }),
                        let fee = holdings[place].line.rate.fee.value(on: day)?.value
                    else { continue }
                    let key = HoldingOnDay(identity: holdings[place].identity, fee: fee)
                    let number: Int
                    if let last, last.key == key {
                        number = last.number
                    } else if let known = numberOfHolding[key] {
                        number = known
                    } else {
                        let answer = answer(fee, holdings[place])
                        if let same = numbersOfFee[fee]?.first(where: { answers[$0] == answer }) {
                            number = same
                        } else {
                            number = answers.count
                            numbersOfFee[fee, default: []].append(number)
                            answers.append(answer)
                        }
                        numberOfHolding[key] = number
                    }
                    last = (key, number)
                    if intervals.last?.answer != number { intervals.append(.init(from: day, answer: number)) }
                }
                return intervals
            }
        }
        let classes = Self.joined(parts, columns)
        return ServiceConfig.FeeTable(
            items: Dictionary(schedule.items.map { ($0.id.value, facts.item($0, of: schedule)) }) { first, _ in first },
            leaves: world.domain.leaves,
            classes: classes.map { described($0.members, on: grid.days) },
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

    /// A rate and a membership, with the fee they give on some day.
    private struct HoldingOnDay: Hashable {
        let identity: FeeGrid.Identity
        let fee: Fee
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
    private func described(_ members: NationalitySet, on days: [CivilDate]) -> NationalityClass {
        let numbers = world.domain.nationalities.indices.filter(members.contains)
        let codes = numbers.map { world.domain.nationalities[$0] }
        let group = schedule.groups.first { group in
            days.allSatisfy { day in
                guard group.isEveryoneElse else { return group.memberCodes(on: day).isSuperset(of: codes) }
                return schedule.groups.allSatisfy { $0.memberCodes(on: day).isDisjoint(with: codes) }
            }
        }
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
