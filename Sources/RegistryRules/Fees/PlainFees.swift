public import CityRegistry
public import CivilTime
import Divisions
import Money
public import Vocabulary

/// What the registry answers to one question about a fee.
public struct RegistryFee: Sendable {
    /// The fee.
    public let fee: Fee
    /// What it is charged for each of.
    public let unit: FeeUnit
    /// The bill's name for it, where one is known.
    public let item: String?
    /// How sure it is: never surer than the membership it rests on.
    public let confidence: Confidence?
    /// Whether a source contradicts the rate, or the membership it rests on.
    public let isContested: Bool
    /// Whether it rests on which group the nationality belongs to.
    public let restsOnMembership: Bool
    /// The rate that says so.
    public let rate: Rate
    /// Whether the rate stands in the city's own table.
    public let isLocal: Bool
}

/// Answers questions about fees by walking through the rates one by one, exactly as a person reading the YAML would.
///
/// It shares nothing with the sets of ``FeeCoverage`` nor with the engine's look-up: the self-tests of generated configs
/// are answered here, so that a mistake in either shows.
public struct PlainFees: Sendable {
    private let city: City
    private let schedule: Schedule

    /// Fees of a city, on its schedule.
    public init(_ city: City, on schedule: Schedule) {
        self.city = city
        self.schedule = schedule
    }

    /// The one answer; nothing where no rate matches, or several do (a valid registry has no such question).
    public func fee(for leaf: Leaf, nationality: NationalityCode, on day: CivilDate) -> RegistryFee? {
        let local = matches(city.fees.tables, leaf, nationality, day, isLocal: true)
        let all = local.isEmpty ? matches(schedule.tables, leaf, nationality, day, isLocal: false) : local
        return all.count == 1 ? all[0] : nil
    }

    private func matches(
        _ tables: [FeeTable],
        _ leaf: Leaf,
        _ nationality: NationalityCode,
        _ day: CivilDate,
        isLocal: Bool
    ) -> [RegistryFee] {
        var found: [RegistryFee] = []
        for table in tables where table.service.value == leaf.service {
            for rate in table.rates {
                guard let fee = rate.fee.value(on: day),
                    let membership = match(rate, leaf, nationality, day)
                else { continue }
                let item = rate.item ?? table.item
                found.append(
                    RegistryFee(
                        fee: fee.value,
                        unit: rate.unit?.value ?? .person,
                        item: item.value?.value,
                        confidence: lower(rate.provenance.confidence?.value, membership.confidence),
                        isContested: !rate.provenance.against.isEmpty || membership.isContested,
                        restsOnMembership: membership.isNeeded,
                        rate: rate,
                        isLocal: isLocal
                    )
                )
            }
        }
        return found
    }

    /// What a match owes to the nationality's group.
    private struct Membership {
        var confidence: Confidence?
        var isContested = false
        var isNeeded = false
    }

    private func match(
        _ rate: Rate,
        _ leaf: Leaf,
        _ nationality: NationalityCode,
        _ day: CivilDate
    ) -> Membership? {
        var result = Membership()
        for condition in rate.conditions {
            if condition.question.value == Rate.nationalityQuestion {
                let words = condition.answers.map(\.value)
                if words.contains(nationality.description) { continue }
                guard let (group, provenance) = group(of: nationality, on: day), words.contains(group) else {
                    return nil
                }
                result = Membership(
                    confidence: provenance.confidence?.value,
                    isContested: !provenance.against.isEmpty,
                    isNeeded: true
                )
            } else {
                guard let answer = leaf.answer(to: condition.question.value),
                    condition.answers.contains(where: { $0.value == answer })
                else { return nil }
            }
        }
        return result
    }

    /// The group a nationality belongs to on a day, and where that comes from.
    private func group(of nationality: NationalityCode, on day: CivilDate) -> (id: String, Provenance)? {
        for group in schedule.groups {
            guard case .records(let records) = group.members else { continue }
            for record in records
            where record.codes.value(on: day)?.contains(where: { $0.value == nationality }) == true {
                return (group.id.value, record.provenance)
            }
        }
        for group in schedule.groups {
            if case .everyoneElse = group.members { return (group.id.value, group.provenance) }
        }
        return nil
    }

    private func lower(_ first: Confidence?, _ second: Confidence?) -> Confidence? {
        guard let first, let second else { return first ?? second }
        return min(first, second)
    }
}
