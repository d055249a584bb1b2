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
        /// The rate, and where it stands.
        public let line: Line
        /// The membership that the match rests on; nothing where it rests on none.
        public let membership: Membership?
        /// For whom.
        public let nationalities: NationalitySet

        /// Names the rate together with the membership: two holdings share it when both are the same.
        ///
        /// It is below ``FeeGrid/identityCount``.
        public var identity: Int { line.firstIdentity + (membership.map { $0.number + 1 } ?? 0) }
    }

    /// A line of a fee table.
    ///
    /// A reference, since grids hold each line many times over.
    public final class Line: Sendable {
        /// The rate.
        public let rate: Rate
        /// The table it stands in.
        public let table: FeeTable
        /// Whether the table is the city's own.
        public let isLocal: Bool
        fileprivate let firstIdentity: Int
        fileprivate let leaves: LeafSet
        /// Stretch by stretch, whom it matches by which membership.
        fileprivate let matches: [[(membership: Membership?, nationalities: NationalitySet)]]

        fileprivate init(
            _ rate: Rate,
            of table: FeeTable,
            isLocal: Bool,
            number: Int,
            leaves: LeafSet,
            _ calendar: MembershipCalendar
        ) {
            self.rate = rate
            self.table = table
            self.isLocal = isLocal
            self.firstIdentity = number * (calendar.memberships.count + 1)
            self.leaves = leaves
            self.matches = calendar.matches(rate)
        }

        fileprivate func holdings(on stretch: Int, among everyone: NationalitySet) -> [Holding] {
            matches[stretch].compactMap { match in
                let nationalities = match.nationalities.intersection(everyone)
                guard !nationalities.isEmpty else { return nil }
                return Holding(line: self, membership: match.membership, nationalities: nationalities)
            }
        }
    }

    /// Some members of a nationality group, and where their membership comes from.
    public final class Membership: Sendable {
        /// The group.
        public let group: NationalityGroup
        /// Where the membership comes from.
        public let provenance: Provenance
        fileprivate let number: Int

        fileprivate init(_ group: NationalityGroup, _ provenance: Provenance, number: Int) {
            self.group = group
            self.provenance = provenance
            self.number = number
        }
    }

    /// The first days of the stretches within which nothing changes, ascending.
    public let days: [CivilDate]
    /// How many identities holdings may have.
    public let identityCount: Int
    private let domain: FeeDomain
    /// Leaf by leaf, stretch by stretch.
    private let holdings: [[[Holding]]]

    /// The grid of a city on its schedule.
    public init(_ city: City, on schedule: Schedule, in world: World) {
        let domain = world.domain
        let calendar = MembershipCalendar(schedule.groups, (schedule.tables + city.fees.tables), in: domain)
        let local = Self.lines(of: city.fees.tables, isLocal: true, numberedFrom: 0, calendar)
        // Where the city's own rates leave nobody out, the schedule's are not looked at.
        var national: [Line]?
        let lineCount = local.count + schedule.tables.reduce(0) { $0 + $1.rates.count }
        self.identityCount = lineCount * (calendar.memberships.count + 1)
        self.days = calendar.days
        self.domain = domain
        self.holdings = domain.leaves.indices.map { leaf in
            let localHere = local.filter { $0.leaves.contains(leaf) }
            return calendar.days.indices.map { stretch in
                let own = localHere.flatMap { $0.holdings(on: stretch, among: domain.everyone) }
                let rest = own.reduce(domain.everyone) { $0.subtracting($1.nationalities) }
                guard !rest.isEmpty else { return own }
                let lines =
                    national ?? Self.lines(of: schedule.tables, isLocal: false, numberedFrom: local.count, calendar)
                national = lines
                return own
                    + lines.filter { $0.leaves.contains(leaf) }.flatMap { $0.holdings(on: stretch, among: rest) }
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

    private static func lines(
        of tables: [FeeTable],
        isLocal: Bool,
        numberedFrom first: Int,
        _ calendar: MembershipCalendar
    ) -> [Line] {
        var lines: [Line] = []
        for table in tables {
            let leaves = calendar.domain.leaves(of: table.service.value)
            for rate in table.rates {
                lines.append(
                    Line(
                        rate,
                        of: table,
                        isLocal: isLocal,
                        number: first + lines.count,
                        leaves: leaves.matching(rate.conditions).leaves,
                        calendar
                    )
                )
            }
        }
        return lines
    }
}

/// Who is in which group by which record, on the first day and from each change on.
private struct MembershipCalendar {
    let days: [CivilDate]
    let domain: FeeDomain
    /// All memberships, those of the groups for everyone else last.
    let memberships: [FeeGrid.Membership]
    /// Stretch by stretch, the members by the memberships' numbers.
    private let members: [[NationalitySet]]

    init(_ groups: [NationalityGroup], _ tables: [FeeTable], in domain: FeeDomain) {
        var named: [(group: NationalityGroup, record: NationalityGroup.MemberRecord)] = []
        var others: [NationalityGroup] = []
        for group in groups {
            switch group.members {
            case .everyoneElse: others.append(group)
            case .records(let records): named += records.map { (group, $0) }
            }
        }
        let changes = named.flatMap(\.record.codes.boundaries) + tables.flatMap(\.rates).flatMap(\.fee.boundaries)
        let days = [domain.askedFrom] + Set(changes.filter { $0 > domain.askedFrom }).sorted()
        self.days = days
        self.domain = domain
        self.memberships =
            named.enumerated().map { FeeGrid.Membership($1.group, $1.record.provenance, number: $0) }
            + others.enumerated().map { FeeGrid.Membership($1, $1.provenance, number: named.count + $0) }
        var sets = named.map { _ in NationalitySet() }
        self.members = days.enumerated().map { stretch, day in
            for (number, membership) in named.enumerated() {
                let codes = membership.record.codes
                guard stretch == 0 || codes.boundaries.contains(day) else { continue }
                sets[number] = NationalitySet((codes.value(on: day) ?? []).map(\.value), in: domain)
            }
            let rest = sets.reduce(domain.everyone) { $0.subtracting($1) }
            return sets + others.map { _ in rest }
        }
    }

    /// Whom a rate matches, stretch by stretch: by being named, or by each membership.
    func matches(_ rate: Rate) -> [[(membership: FeeGrid.Membership?, nationalities: NationalitySet)]] {
        let condition = rate.conditions.first { $0.question.value == Rate.nationalityQuestion }
        let words = condition?.answers
        let named =
            words.map { NationalitySet($0.compactMap { NationalityCode($0.value) }, in: domain) } ?? domain.everyone
        let byGroup = memberships.filter { membership in
            words?.contains { $0.value == membership.group.id.value } == true
        }
        return days.indices.map { stretch in
            guard rate.fee.value(on: days[stretch]) != nil else { return [] }
            return [(nil, named)] + byGroup.map { ($0, members[stretch][$0.number].subtracting(named)) }
        }
    }
}
