import CityRegistry
import CivilTime
import Diagnostics
import Vocabulary

/// What two registries say somebody paid on days gone by, where they differ.
struct FeeHistory {
    /// A fee on one day, for some nationalities.
    struct Piece {
        let rate: Rate
        /// Whether it stands in the file that is looked at: a city does not answer for the rates of its schedule.
        let isOwn: Bool
        let nationalities: NationalitySet
    }

    /// One applicant of whom the registries say different things.
    struct Difference {
        let service: String
        let path: String
        let nationality: String
        let day: CivilDate
        let before: Piece
        let after: Piece
    }

    private let change: RegistryChange

    init(_ change: RegistryChange) {
        self.change = change
    }

    /// The first difference for each rate that now stands there, in the tables of a schedule.
    func differences(_ schedules: Change<ScheduleFile>) -> [Difference] {
        differences(
            in: schedules.before.schedule.tables.map(\.service.value),
            days: days([schedules.before.coverage, schedules.after.coverage]),
            before: { Self.pieces(schedules.before.coverage, $0, $1, $2) },
            after: { Self.pieces(schedules.after.coverage, $0, $1, $2) }
        )
    }

    /// The first difference for each rate that now holds, wherever the city has or had rates of its own.
    func differences(_ cities: Change<CityFile>) -> [Difference] {
        guard let old = cities.before.coverage, let new = cities.after.coverage,
            let oldBase = cities.before.schedule?.coverage, let newBase = cities.after.schedule?.coverage
        else { return [] }
        let services = Set((old.tables + new.tables).map(\.table.service.value)).sorted()
        return differences(
            in: services,
            days: days([old, new, oldBase, newBase]),
            before: { Self.pieces(own: old, base: oldBase, $0, $1, $2) },
            after: { Self.pieces(own: new, base: newBase, $0, $1, $2) }
        )
    }

    private typealias Pieces = (_ leaf: Int, _ service: String, _ day: CivilDate) -> [Piece]

    private func differences(in services: [String], days: [CivilDate], before: Pieces, after: Pieces) -> [Difference] {
        let domains = Change(before: change.worlds.before.domain, after: change.worlds.after.domain)
        // Where other nationalities are asked about, their numbers mean others: there is nothing to hold against.
        guard domains.before.isWhole, domains.after.isWhole,
            domains.before.nationalities == domains.after.nationalities
        else { return [] }
        let leaves = Dictionary(domains.after.leaves.enumerated().map { ($1.path, $0) }) { first, _ in first }
        var reported: Set<SourceRange> = []
        var found: [Difference] = []
        for day in days {
            for service in services {
                for number in domains.before.leaves(of: service).numbers {
                    let path = domains.before.leaves[number].path
                    guard let newNumber = leaves[path] else { continue }
                    let now = after(newNumber, service, day)
                    for old in before(number, service, day) {
                        for new in now where old.isOwn || new.isOwn {
                            let both = old.nationalities.intersection(new.nationalities)
                            guard let first = both.first, differ(old, new, on: day),
                                reported.insert(new.rate.range).inserted
                            else { continue }
                            let nationality = domains.after.nationalities[first].description
                            found.append(
                                Difference(
                                    service: service,
                                    path: path,
                                    nationality: nationality,
                                    day: day,
                                    before: old,
                                    after: new
                                )
                            )
                        }
                    }
                }
            }
        }
        return found
    }

    private func differ(_ old: Piece, _ new: Piece, on day: CivilDate) -> Bool {
        guard let before = old.rate.fee.value(on: day)?.value, before != .unknown else { return false }
        return new.rate.fee.value(on: day)?.value != before
    }

    private func days(_ coverages: [FeeCoverage]) -> [CivilDate] {
        change.history(coverages.flatMap(\.boundaries))
    }

    private static func pieces(_ coverage: FeeCoverage, _ leaf: Int, _ service: String, _ day: CivilDate) -> [Piece] {
        coverage.rates(on: leaf, of: service, on: day).map { rate, nationalities in
            Piece(rate: rate, isOwn: true, nationalities: nationalities)
        }
    }

    /// A city's own rates, and those of its schedule for everybody whom they leave.
    private static func pieces(
        own: FeeCoverage,
        base: FeeCoverage,
        _ leaf: Int,
        _ service: String,
        _ day: CivilDate
    ) -> [Piece] {
        let local = pieces(own, leaf, service, day)
        let taken = local.reduce(NationalitySet()) { $0.union($1.nationalities) }
        return local
            + base.rates(on: leaf, of: service, on: day).map { rate, nationalities in
                Piece(rate: rate, isOwn: false, nationalities: nationalities.subtracting(taken))
            }
    }
}
