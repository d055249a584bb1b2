import CityRegistry
import CivilTime
import Diagnostics

/// What one rate matches: some leaves, and on each day some nationalities.
struct RateBox: Sendable {
    /// The rate.
    let rate: Rate
    /// The leaves it matches.
    let leaves: LeafSet
    private let nationalityWords: [Located<String>]?

    init(_ rate: Rate, service: String, in domain: FeeDomain) {
        self.rate = rate
        self.leaves = domain.leaves(of: service, where: rate.conditions)
        self.nationalityWords =
            rate.conditions.first { $0.question.value == Rate.nationalityQuestion }?.answers
    }

    /// The nationalities it matches on a day: none on a day before its fee's first date.
    func nationalities(on day: CivilDate, _ memberships: Memberships, in domain: FeeDomain) -> NationalitySet {
        guard rate.fee.value(on: day) != nil else { return NationalitySet() }
        return nationalityWords.map { memberships.nationalities($0, on: day) } ?? domain.everyone
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
    func segments(for rates: [Rate], _ memberships: Memberships) -> [DateInterval] {
        let changes = rates.flatMap(\.fee.boundaries) + memberships.boundaries
        let starts = [askedFrom] + Set(changes.filter { $0 > askedFrom }).sorted()
        return starts.indices.compactMap { index in
            DateInterval(from: starts[index], until: index + 1 < starts.count ? starts[index + 1] : nil)
        }
    }
}
