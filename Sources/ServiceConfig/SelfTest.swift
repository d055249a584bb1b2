public import CivilTime
public import Vocabulary

/// What every leaf costs one nationality on one day, answered on the registry's side by a plain walk through the rates.
///
/// Loading a config asks the engine's own look-up the same questions; one difference and the config is refused.
public struct SelfTest: Hashable, Sendable {
    /// The day asked about.
    public var day: CivilDate
    /// The nationality.
    public var nationality: NationalityCode
    /// The fees, in the order of the table's leaves.
    public var fees: [Fee]

    /// A row of questions and answers.
    public init(day: CivilDate, nationality: NationalityCode, fees: [Fee]) {
        self.day = day
        self.nationality = nationality
        self.fees = fees
    }
}

extension CityConfig {
    /// A question that the look-up answers otherwise than the registry does.
    public struct Disagreement: Error, Hashable, Sendable, CustomStringConvertible {
        /// What was asked for.
        public let leaf: String
        /// For whom.
        public let nationality: NationalityCode
        /// On which day.
        public let day: CivilDate

        /// The question, in words.
        public var description: String {
            "the look-up and the self-test disagree on \(leaf) for \(nationality) on \(day)"
        }
    }

    /// Asks every question of the self-test; the first one answered otherwise, if any.
    public func firstDisagreement() -> Disagreement? {
        for test in selfTest {
            for leaf in fees.leaves.indices {
                let expected = leaf < test.fees.count ? test.fees[leaf] : nil
                let number = fees.answerNumber(leaf: leaf, nationality: test.nationality, on: test.day)
                if number.map({ fees.answers[$0].fee }) != expected {
                    return Disagreement(
                        leaf: fees.leaves[leaf].path,
                        nationality: test.nationality,
                        day: test.day
                    )
                }
            }
        }
        return nil
    }

    /// What the self-test leaves out, in words.
    ///
    /// Each class is asked on the first day and on both sides of every change, for every path. A test that asks less could
    /// agree with a wrong table.
    func firstGapInSelfTest() -> String? {
        let changes = fees.boundaries.flatMap { [$0.previous, $0].compactMap { $0 } }
        var asked = fees.classes.map { _ in Set<CivilDate>() }
        for test in selfTest {
            guard test.fees.count == fees.leaves.count else {
                return "\(test.nationality) is not asked for every path on \(test.day)"
            }
            guard let members = fees.classNumber(of: test.nationality), test.day >= askedFrom else {
                return "nobody answers for \(test.nationality) on \(test.day)"
            }
            asked[members].insert(test.day)
        }
        for (members, days) in zip(fees.classes, asked) {
            guard let first = members.nationalities.first,
                let missing = ([askedFrom] + changes).first(where: { !days.contains($0) })
            else { continue }
            return "nobody of the class of \(first) is asked on \(missing)"
        }
        return nil
    }
}
