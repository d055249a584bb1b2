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
                let answer = fees.answer(leaf: leaf, nationality: test.nationality, on: test.day)
                if answer?.fee != expected {
                    return Disagreement(
                        leaf: fees.leaves[leaf].path, nationality: test.nationality, day: test.day
                    )
                }
            }
        }
        return nil
    }
}
