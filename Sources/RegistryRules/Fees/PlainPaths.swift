public import CityRegistry
public import CivilTime
import Divisions
public import Vocabulary

/// Which rates of some tables fit which paths through the questions, whoever asks on whatever day.
///
/// Found by the walk of ``PlainFees``, once for each path: whoever asks about all paths for many nationalities and days
/// compares answers once. The paths of a schedule are the same for all cities on it.
public struct PlainPaths: Sendable {
    fileprivate let rates: [Rate]
    /// Path by path, the positions of the rates that fit it.
    fileprivate let fitting: [[Int]]

    /// Walks through tables for each of these paths.
    public init(_ tables: [FeeTable], over leaves: [Leaf]) {
        var rates: [Rate] = []
        var services: [String] = []
        for table in tables {
            rates += table.rates
            services += table.rates.map { _ in table.service.value }
        }
        self.rates = rates
        self.fitting = leaves.map { leaf in
            rates.indices.filter {
                services[$0] == leaf.service && PlainFees.Asker.matches(rates[$0].conditions, leaf)
            }
        }
    }
}

extension PlainFees {
    /// What each path costs somebody of a nationality who asks on a day, in the order of the paths; nothing where no rate
    /// matches, or several do.
    ///
    /// The paths are those of the city's own tables, and those of its schedule.
    public func prices(
        _ nationality: NationalityCode,
        on day: CivilDate,
        local: PlainPaths,
        national: PlainPaths
    ) -> [Fee?] {
        let code = nationality.description
        let group = group(of: nationality, on: day)?.id
        let localFees = Self.fees(of: local, for: code, in: group, on: day)
        let nationalFees = Self.fees(of: national, for: code, in: group, on: day)
        return local.fitting.indices.map { leaf in
            switch Self.only(localFees, local.fitting[leaf]) {
            case .one(let fee): return fee
            case .several: return nil
            case .none:
                guard case .one(let fee) = Self.only(nationalFees, national.fitting[leaf]) else { return nil }
                return fee
            }
        }
    }

    /// Rate by rate, what it asks of somebody on a day; nothing where it is not for them, or not of that day.
    private static func fees(
        of paths: PlainPaths,
        for code: String,
        in group: String?,
        on day: CivilDate
    ) -> [Fee?] {
        paths.rates.map { rate in
            Asker.match(rate.conditions, code, group) == nil ? nil : rate.fee.value(on: day)?.value
        }
    }

    private enum Only {
        case none
        case one(Fee)
        case several
    }

    private static func only(_ fees: [Fee?], _ fitting: [Int]) -> Only {
        var found: Fee?
        for position in fitting {
            guard let fee = fees[position] else { continue }
            guard found == nil else { return .several }
            found = fee
        }
        return found.map(Only.one) ?? .none
    }
}
