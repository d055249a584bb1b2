public import CityRegistry
public import CivilTime
import Divisions
import Vocabulary

/// Which rate holds in each cell of a city's fee domain: what the generator writes fee tables from.
///
/// Like ``FeeCoverage`` it works with sets of nationalities, and shares nothing with ``PlainFees``, which answers the
/// self-tests that its result is held against.
public struct FeeGrid: Sendable {
    /// A rate that holds for some nationalities on a leaf, from a day on.
    public struct Holding: Sendable {
        /// The rate.
        public let rate: Rate
        /// The table the rate stands in.
        public let table: FeeTable
        /// Whether it is the city's own.
        public let isLocal: Bool
        /// Where the membership comes from that the match rests on; nothing where it rests on none.
        public let membership: Provenance?
        /// For whom.
        public let nationalities: NationalitySet
        /// A number that two holdings share when their rate and their membership are the same.
        public let identity: Identity
    }

    /// Names a rate together with the membership a match rests on.
    public struct Identity: Hashable, Sendable {
        let rate: Int
        let membership: Int
    }

    /// The first days of the stretches within which nothing changes, ascending.
    public let days: [CivilDate]
    private let domain: FeeDomain
    /// Leaf by leaf, stretch by stretch.
    private let holdings: [[[Holding]]]

    /// The grid of a city on its schedule.
    public init(_ city: City, on schedule: Schedule, in world: World) {
        let domain = world.domain
        let rates = (schedule.tables + city.fees.tables).flatMap(\.rates)
        let membershipChanges = schedule.groups.flatMap(\.memberChanges)
        let changes = Set((rates.flatMap(\.fee.boundaries) + membershipChanges).filter { $0 > domain.askedFrom })
        let days = [domain.askedFrom] + changes.sorted()
        self.days = days
        self.domain = domain
        let parts = days.map { GroupPart.parts(of: schedule.groups, on: $0, in: domain) }
        let local = Self.candidates(city.fees.tables, isLocal: true, numberedFrom: 0, in: domain)
        let national = Self.candidates(schedule.tables, isLocal: false, numberedFrom: local.count, in: domain)
        self.holdings = domain.leaves.indices.map { leaf in
            let localHere = local.filter { $0.leaves.contains(leaf) }
            let nationalHere = national.filter { $0.leaves.contains(leaf) }
            return days.indices.map { index in
                let own = localHere.flatMap { $0.holdings(on: days[index], parts[index], among: domain.everyone) }
                let rest = own.reduce(domain.everyone) { $0.subtracting($1.nationalities) }
                return own + nationalHere.flatMap { $0.holdings(on: days[index], parts[index], among: rest) }
            }
        }
    }

    /// What holds on a leaf, stretch by stretch.
    public func holdings(on leaf: Int) -> [[Holding]] {
        holdings[leaf]
    }

    /// Sets of nationalities, none of which any leaf or day tells apart; together they are everybody.
    public func classes() -> [NationalitySet] {
        var classes = [domain.everyone]
        var seen: Set<NationalitySet> = []
        for holding in holdings.joined().joined() where seen.insert(holding.nationalities).inserted {
            classes = classes.flatMap { members in
                [members.intersection(holding.nationalities), members.subtracting(holding.nationalities)]
                    .filter { !$0.isEmpty }
            }
        }
        return classes.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    private static func candidates(
        _ tables: [FeeTable],
        isLocal: Bool,
        numberedFrom first: Int,
        in domain: FeeDomain
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        for table in tables {
            let leaves = domain.leaves(of: table.service.value)
            for rate in table.rates {
                candidates.append(
                    Candidate(
                        rate: rate,
                        table: table,
                        isLocal: isLocal,
                        number: first + candidates.count,
                        leaves: leaves.matching(rate.conditions),
                        domain: domain
                    )
                )
            }
        }
        return candidates
    }
}

/// A rate that may hold.
private struct Candidate {
    let rate: Rate
    let table: FeeTable
    let isLocal: Bool
    let number: Int
    let leaves: LeafSet
    let domain: FeeDomain

    func holdings(on day: CivilDate, _ parts: [GroupPart], among everyone: NationalitySet) -> [FeeGrid.Holding] {
        guard rate.fee.value(on: day) != nil else { return [] }
        let words = rate.conditions.first { $0.question.value == Rate.nationalityQuestion }?.answers
        guard let words else { return holding(everyone, membership: nil, number: -1) }
        let named = NationalitySet(words.compactMap { NationalityCode($0.value) }, in: domain)
        let byCode = holding(named.intersection(everyone), membership: nil, number: -1)
        return byCode
            + parts.enumerated().flatMap { number, part in
                guard words.contains(where: { $0.value == part.group }) else { return [FeeGrid.Holding]() }
                let members = part.members.intersection(everyone).subtracting(named)
                return holding(members, membership: part.provenance, number: number)
            }
    }

    private func holding(_ set: NationalitySet, membership: Provenance?, number part: Int) -> [FeeGrid.Holding] {
        guard !set.isEmpty else { return [] }
        return [
            FeeGrid.Holding(
                rate: rate,
                table: table,
                isLocal: isLocal,
                membership: membership,
                nationalities: set,
                identity: FeeGrid.Identity(rate: number, membership: part)
            )
        ]
    }
}

/// Some members of a group on a day, and where their membership comes from.
private struct GroupPart {
    let group: String
    let provenance: Provenance
    let members: NationalitySet

    /// All parts, in the order of the groups: numbers are the same on every day.
    static func parts(of groups: [NationalityGroup], on day: CivilDate, in domain: FeeDomain) -> [GroupPart] {
        let named = groups.flatMap { group -> [GroupPart] in
            guard case .records(let records) = group.members else { return [] }
            return records.map { record in
                let codes = (record.codes.value(on: day) ?? []).map(\.value)
                return GroupPart(
                    group: group.id.value,
                    provenance: record.provenance,
                    members: NationalitySet(codes, in: domain)
                )
            }
        }
        let others = named.reduce(domain.everyone) { $0.subtracting($1.members) }
        let rest = groups.compactMap { group -> GroupPart? in
            guard case .everyoneElse = group.members else { return nil }
            return GroupPart(group: group.id.value, provenance: group.provenance, members: others)
        }
        return named + rest
    }
}

extension NationalityGroup {
    /// The days on which somebody enters or leaves the group.
    fileprivate var memberChanges: [CivilDate] {
        guard case .records(let records) = members else { return [] }
        return records.flatMap(\.codes.boundaries)
    }
}
