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
            nationality.description,
            on: day,
            group: group?.id,
            membership: group?.provenance,
            local: city.fees.tables,
            national: schedule.tables
        )
    }

    /// What every path costs a nationality on a day, in the paths' order; nothing where no rate matches, or several do.
    ///
    /// The same walk as ``fee(for:nationality:on:)``, through the rates that ``Paths`` has found for each path.
    public func prices(for nationality: NationalityCode, on day: CivilDate, _ local: Paths, _ national: Paths) -> [Fee?]
    {
        let (code, group) = (nationality.description, group(of: nationality, on: day)?.id)
        return local.rates.indices.map { leaf in
            switch local.matching(leaf, code, group, day) {
            case .one(let fee): return fee
            case .several: return nil
            case .none: break
            }
            guard case .one(let fee) = national.matching(leaf, code, group, day) else { return nil }
            return fee
        }
    }

    /// Which rates speak of each path: that hangs on neither the nationality nor the day, so many askers share it, and
    /// cities those of their schedule.
    public struct Paths: Sendable {
        private let tables: [FeeTable]
        /// Path by path, the rates that speak of it.
        fileprivate let rates: [[(table: Int, rate: Int)]]

        /// The rates of these tables for these paths.
        public init(_ tables: [FeeTable], _ leaves: [Leaf]) {
            self.tables = tables
            self.rates = leaves.map { leaf in
                var found: [(table: Int, rate: Int)] = []
                for table in tables.indices where tables[table].service.value == leaf.service {
                    for rate in tables[table].rates.indices
                    where Asker.matches(tables[table].rates[rate].conditions, leaf) {
                        found.append((table, rate))
                    }
                }
                return found
            }
        }

        fileprivate enum Matching {
            case none
            case one(Fee)
            case several
        }

        fileprivate func matching(_ leaf: Int, _ code: String, _ group: String?, _ day: CivilDate) -> Matching {
            var found = Matching.none
            for (table, rate) in rates[leaf] {
                guard Asker.match(tables[table].rates[rate].conditions, code, group) != nil,
                    let fee = tables[table].rates[rate].fee.value(on: day)?.value
                else { continue }
                guard case .none = found else { return .several }
                found = .one(fee)
            }
            return found
        }
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
        private let group: String?
        private let membership: Provenance?
        private let local: [FeeTable]
        private let national: [FeeTable]
        private let localRates: [OwnRate]
        private let nationalRates: [OwnRate]

        /// A rate that has something to say to the asker on the day, whatever is asked for.
        private struct OwnRate {
            let table: Int
            let rate: Int
            let fee: Fee
            let match: Match
        }

        /// How a rate's condition on the nationality is met.
        fileprivate enum Match {
            /// Without regard to the nationality, or because it is named.
            case plain
            /// Because the nationality belongs to a group.
            case byMembership
        }

        fileprivate init(
            _ code: String,
            on day: CivilDate,
            group: String?,
            membership: Provenance?,
            local: [FeeTable],
            national: [FeeTable]
        ) {
            self.group = group
            self.membership = membership
            self.local = local
            self.national = national
            self.localRates = Self.rates(in: local, for: code, in: group, on: day)
            self.nationalRates = Self.rates(in: national, for: code, in: group, on: day)
        }

        /// The one answer; nothing where no rate matches, or several do.
        public func fee(for leaf: Leaf) -> RegistryFee? {
            onlyRate(for: leaf).map { answer($0.rate, in: $0.isLocal ? local : national, isLocal: $0.isLocal) }
        }

        /// The rates that an asker's nationality and the day leave.
        private static func rates(
            in tables: [FeeTable],
            for code: String,
            in group: String?,
            on day: CivilDate
        ) -> [OwnRate] {
            var found: [OwnRate] = []
            for table in tables.indices {
                for rate in tables[table].rates.indices {
                    guard let match = match(tables[table].rates[rate].conditions, code, group),
                        let fee = tables[table].rates[rate].fee.value(on: day)
                    else { continue }
                    found.append(OwnRate(table: table, rate: rate, fee: fee.value, match: match))
                }
            }
            return found
        }

        fileprivate static func match(_ conditions: [ConditionRecord], _ code: String, _ group: String?) -> Match? {
            var result = Match.plain
            for index in conditions.indices where conditions[index].question.value == Rate.nationalityQuestion {
                if conditions[index].names(code) { continue }
                guard let group, conditions[index].names(group) else { return nil }
                result = .byMembership
            }
            return result
        }

        private func onlyRate(for leaf: Leaf) -> (rate: OwnRate, isLocal: Bool)? {
            switch Self.matching(localRates, in: local, leaf) {
            case .none: break
            case .one(let rate): return (rate, true)
            case .several: return nil
            }
            guard case .one(let rate) = Self.matching(nationalRates, in: national, leaf) else { return nil }
            return (rate, false)
        }

        private enum Matching {
            case none
            case one(OwnRate)
            case several
        }

        private static func matching(_ rates: [OwnRate], in tables: [FeeTable], _ leaf: Leaf) -> Matching {
            var found: OwnRate?
            for rate in rates where tables[rate.table].service.value == leaf.service {
                guard matches(tables[rate.table].rates[rate.rate].conditions, leaf) else { continue }
                guard found == nil else { return .several }
                found = rate
            }
            return found.map(Matching.one) ?? .none
        }

        fileprivate static func matches(_ conditions: [ConditionRecord], _ leaf: Leaf) -> Bool {
            for index in conditions.indices where conditions[index].question.value != Rate.nationalityQuestion {
                guard let answer = leaf.answer(to: conditions[index].question.value), conditions[index].names(answer)
                else { return false }
            }
            return true
        }

        private func answer(_ own: OwnRate, in tables: [FeeTable], isLocal: Bool) -> RegistryFee {
            let (table, fee, match) = (tables[own.table], own.fee, own.match)
            let rate = table.rates[own.rate]
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
