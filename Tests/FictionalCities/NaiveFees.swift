public import CivilTime
public import ServiceConfig
public import Vocabulary

extension FeeTable {
    /// What a leaf costs, found by looking at everything: whoever is in a class, the latest interval that has begun.
    public func naiveAnswer(leaf: Int, nationality: NationalityCode, on day: CivilDate) -> FeeAnswer? {
        for (members, intervals) in zip(classes, cells[leaf]) where members.nationalities.contains(nationality) {
            let begun = intervals.filter { $0.from.dayNumber <= day.dayNumber }
            return begun.max { $0.from.dayNumber < $1.from.dayNumber }.map { answers[$0.answer] }
        }
        return nil
    }
}

extension CityConfig {
    /// The config with the self-test its table needs: for the first and the last nationality of each class, the first day
    /// and both sides of every change.
    public func withSelfTest() -> CityConfig {
        var config = self
        let sides = fees.boundaries.flatMap { [$0.previous, $0].compactMap { $0 } }
        let days = Set([askedFrom] + sides).sorted()
        config.selfTest = fees.classes.flatMap { members in
            Set([members.nationalities.first, members.nationalities.last].compactMap { $0 }).sorted()
                .flatMap { nationality in
                    days.map { day in
                        SelfTest(
                            day: day,
                            nationality: nationality,
                            fees: fees.leaves.indices.map { leaf in
                                fees.naiveAnswer(leaf: leaf, nationality: nationality, on: day)?.fee ?? .unknown
                            }
                        )
                    }
                }
        }
        return config
    }
}
