import CityRegistry
import CivilTime
import Divisions
import Money
import Vocabulary

/// The amounts that a city asks for on a day and that are less sure than they must be.
///
/// A fee is never surer than the membership it rests on: where a group is named, by the record that says who belongs to it.
struct UnsureFees {
    /// One of them.
    struct Fee {
        let rate: Rate
        let amount: Amount
        /// A path it is asked for.
        let leaf: Int
        let confidence: Confidence
        /// The group whose membership is what is not sure; nothing where the rate itself is not.
        let group: String?
        let isLocal: Bool
    }

    private let own: FeeCoverage
    private let schedule: ScheduleFile
    private let day: CivilDate
    private let needed: Confidence

    init(_ own: FeeCoverage, on schedule: ScheduleFile, _ day: CivilDate, _ needed: Confidence) {
        self.own = own
        self.schedule = schedule
        self.day = day
        self.needed = needed
    }

    /// Those of some services, the city's own first.
    func fees(of services: [String]) -> [Fee] {
        services.flatMap { service -> [Fee] in
            guard let segment = own.segment(on: day) else { return [] }
            let table = own.table(of: service)
            let local = table.map { table in
                table.table.rates.indices.compactMap { fee($0, of: table, isLocal: true) { _ in NationalitySet() } }
            }
            let national = schedule.coverage.table(of: service).map { replaced in
                replaced.table.rates.indices.compactMap { position in
                    fee(position, of: replaced, isLocal: false) { leaf in
                        (table?.rates(on: leaf) ?? []).reduce(NationalitySet()) { union, rate in
                            union.union(table?.nationalities(of: rate, in: segment) ?? NationalitySet())
                        }
                    }
                }
            }
            return (local ?? []) + (national ?? [])
        }
    }

    /// A rate, where somebody is asked for an amount by it that is not sure enough; `replaced` are those for whom another
    /// rate stands in its place.
    private func fee(
        _ position: Int,
        of table: CoveredTable,
        isLocal: Bool,
        replaced: (_ leaf: Int) -> NationalitySet
    ) -> Fee? {
        let rate = table.table.rates[position]
        guard let amount = rate.fee.value(on: day)?.value.amount else { return nil }
        let own = rate.provenance.confidence?.value ?? .low
        let leaves = (0..<LeafSet.limit).filter(table.leaves[position].contains)
        for match in matches(rate) {
            let confidence = min(own, match.confidence ?? .high)
            guard confidence < needed,
                let leaf = leaves.first(where: { !match.nationalities.subtracting(replaced($0)).isEmpty })
            else { continue }
            return Fee(
                rate: rate,
                amount: amount,
                leaf: leaf,
                confidence: confidence,
                group: own < needed ? nil : match.group,
                isLocal: isLocal
            )
        }
        return nil
    }

    private struct Match {
        let nationalities: NationalitySet
        let confidence: Confidence?
        let group: String?
    }

    /// Whom a rate is for, word by word, and how sure it is that they are meant.
    private func matches(_ rate: Rate) -> [Match] {
        let memberships = schedule.memberships
        guard let words = rate.conditions.first(where: { $0.question.value == Rate.nationalityQuestion })?.answers
        else {
            return [Match(nationalities: memberships.everyone, confidence: nil, group: nil)]
        }
        let named = memberships.nationalities(words.filter { $0.isNationalityCode }, on: day)
        return words.map { word in
            let group = schedule.schedule.groups.first { $0.id.value == word.value }
            let meant = memberships.nationalities([word], on: day)
            return Match(
                // Who is named is meant whatever group they are in.
                nationalities: group == nil ? meant : meant.subtracting(named),
                confidence: group.flatMap { $0.confidence(on: day) },
                group: group?.id.value
            )
        }
    }
}

extension NationalityGroup {
    /// How sure the least sure record is that says who belongs to it on a day.
    fileprivate func confidence(on day: CivilDate) -> Confidence? {
        switch members {
        case .everyoneElse: provenance.confidence?.value
        case .records(let records):
            records.filter { $0.codes.value(on: day)?.isEmpty == false }.compactMap(\.provenance.confidence?.value)
                .min()
        }
    }
}
