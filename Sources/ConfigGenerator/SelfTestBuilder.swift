import CivilTime
import RegistryRules
import ServiceConfig
import Vocabulary

/// Writes the questions a loader asks its own look-up, answered by a plain walk through the rates.
struct SelfTestBuilder {
    private let plain: PlainFees
    private let local: PlainFees.Paths
    private let national: PlainFees.Paths

    /// The walk through a city's own rates, and then through those of its schedule, for the paths of a table.
    init(_ plain: PlainFees, _ local: PlainFees.Paths, _ national: PlainFees.Paths) {
        self.plain = plain
        self.local = local
        self.national = national
    }

    /// For the first and the last nationality of each class, every leaf on the first day and on both sides of every change.
    func rows(for table: FeeTable, from first: CivilDate) throws(GeneratorFault) -> [SelfTest] {
        let days = [first] + table.boundaries.flatMap { [$0.previous, $0].compactMap { $0 } }
        let distinct = Set(days.filter { $0 >= first }).sorted()
        var rows: [SelfTest] = []
        for members in table.classes {
            let asked = Set([members.nationalities.first, members.nationalities.last].compactMap { $0 }).sorted()
            for nationality in asked {
                for day in distinct {
                    try rows.append(row(table, nationality, day))
                }
            }
        }
        return rows
    }

    private func row(
        _ table: FeeTable,
        _ nationality: NationalityCode,
        _ day: CivilDate
    ) throws(GeneratorFault) -> SelfTest {
        var fees: [Fee] = []
        fees.reserveCapacity(table.leaves.count)
        for (leaf, fee) in zip(table.leaves, plain.prices(for: nationality, on: day, local, national)) {
            guard let fee else { throw GeneratorFault("no single rate for \(leaf.path), \(nationality), \(day)") }
            fees.append(fee)
        }
        return SelfTest(day: day, nationality: nationality, fees: fees)
    }
}
