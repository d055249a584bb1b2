import CityRegistry
import CivilTime

/// What one rate matches: some leaves, and on each day some nationalities.
struct RateBox: Sendable {
    /// The rate.
    let rate: Rate
    /// The leaves it matches.
    let leaves: LeafSet
    /// Whom it names; everyone where it names nobody.
    private let selection: Memberships.Selection?

    init(_ rate: Rate, on leaves: ServiceLeaves, _ memberships: Memberships) {
        self.rate = rate
        self.leaves = leaves.matching(rate.conditions)
        self.selection = rate.conditions.first { $0.question.value == Rate.nationalityQuestion }
            .map { memberships.selection($0.answers) }
    }

    /// The nationalities it matches on a day: none on a day before its fee's first date.
    func nationalities(on day: CivilDate, _ memberships: Memberships, in domain: FeeDomain) -> NationalitySet {
        guard rate.fee.value(on: day) != nil else { return NationalitySet() }
        return selection.map { memberships.nationalities($0, on: day) } ?? domain.everyone
    }
}

/// Some leaves x some nationalities x some days: a block of the fee domain about which there is one thing to say.
struct FeeBox: Hashable, Sendable {
    /// The leaves.
    var leaves: LeafSet
    /// The nationalities.
    var nationalities: NationalitySet
    /// The days.
    var days: DateInterval
}

extension FeeDomain {
    /// The days of the domain, cut wherever one of these rates or a membership changes.
    func segments(for rates: some Sequence<Rate>, _ memberships: Memberships) -> [DateInterval] {
        var changes = Set(memberships.boundaries)
        for rate in rates {
            for change in rate.fee.changes where change.date > askedFrom { changes.insert(change.date) }
        }
        let starts = [askedFrom] + changes.sorted()
        return starts.indices.compactMap { index in
            DateInterval(from: starts[index], until: index + 1 < starts.count ? starts[index + 1] : nil)
        }
    }
}
