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
    /// The group it rests on, where it rests on which group the nationality belongs to.
    public let group: String?
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
        asker(nationality, on: day).fee(for: leaf)
    }

    /// Somebody of a nationality who asks on a day, for any number of questions.
    public func asker(_ nationality: NationalityCode, on day: CivilDate) -> Asker {
        let group = group(of: nationality, on: day)
        return Asker(
            code: nationality.description,
            day: day,
            group: group?.id,
            membership: group?.provenance,
            local: city.fees.tables,
            national: schedule.tables
        )
    }

    /// The group a nationality belongs to on a day, and where that comes from.
    private func group(of nationality: NationalityCode, on day: CivilDate) -> (id: String, provenance: Provenance)? {
        for group in schedule.groups {
            guard case .records(let records) = group.members else { continue }
            for record in records {
                if record.codes.value(on: day)?.contains(where: { $0.value == nationality }) == true {
                    return (group.id.value, record.provenance)
                }
            }
        }
        for group in schedule.groups {
            if case .everyoneElse = group.members { return (group.id.value, group.provenance) }
        }
        return nil
    }

    /// Somebody of a nationality who asks on a day.
    public struct Asker: Sendable {
        let code: String
        let day: CivilDate
        let group: String?
        let membership: Provenance?
        let local: [FeeTable]
        let national: [FeeTable]

        /// The one answer; nothing where no rate matches, or several do.
        public func fee(for leaf: Leaf) -> RegistryFee? {
            let own = matches(in: local, leaf, isLocal: true)
            let all = own.isEmpty ? matches(in: national, leaf, isLocal: false) : own
            return all.count == 1 ? all[0] : nil
        }

        private func matches(in tables: [FeeTable], _ leaf: Leaf, isLocal: Bool) -> [RegistryFee] {
            var found: [RegistryFee] = []
            for table in tables where table.service.value == leaf.service {
                for index in table.rates.indices {
                    guard let match = match(table.rates[index].conditions, leaf),
                        let fee = table.rates[index].fee.value(on: day)
                    else { continue }
                    found.append(answer(fee.value, table.rates[index], of: table, match, isLocal: isLocal))
                }
            }
            return found
        }

        /// How a rate's conditions are met.
        private enum Match {
            /// Without regard to the nationality, or because it is named.
            case plain
            /// Because the nationality belongs to a group.
            case byMembership
        }

        private func match(_ conditions: [ConditionRecord], _ leaf: Leaf) -> Match? {
            var result = Match.plain
            for index in conditions.indices {
                guard conditions[index].question.value == Rate.nationalityQuestion else {
                    guard let answer = leaf.answer(to: conditions[index].question.value),
                        conditions[index].names(answer)
                    else { return nil }
                    continue
                }
                if conditions[index].names(code) { continue }
                guard let group, conditions[index].names(group) else { return nil }
                result = .byMembership
            }
            return result
        }

        private func answer(
            _ fee: Fee,
            _ rate: Rate,
            of table: FeeTable,
            _ match: Match,
            isLocal: Bool
        ) -> RegistryFee {
            let membership = match == .byMembership ? membership : nil
            let confidences = [rate.provenance.confidence?.value, membership?.confidence?.value].compactMap { $0 }
            return RegistryFee(
                fee: fee,
                unit: rate.unit?.value ?? .person,
                item: (rate.item ?? table.item).value?.value,
                confidence: confidences.min(),
                isContested: !rate.provenance.against.isEmpty || membership?.against.isEmpty == false,
                group: match == .byMembership ? group : nil,
                rate: rate,
                isLocal: isLocal
            )
        }
    }
}

extension ConditionRecord {
    /// Whether this word is among the answers.
    fileprivate func names(_ word: String) -> Bool {
        for index in answers.indices where answers[index].value == word { return true }
        return false
    }
}
