import CivilTime
import ServiceConfig
import Vocabulary

/// One question about a fee, ready to be asked.
struct AskedFee {
    /// Which city, by its place in the list.
    let city: Int
    /// The number of the path through the questions.
    let leaf: Int
    /// The number of the class the nationality belongs to: what the floor is given instead of the nationality.
    let members: Int
    /// Whose fee.
    let nationality: NationalityCode
    /// On which day.
    let day: CivilDate
}

extension Array<CityConfig> {
    /// Every path, nationality and day on which some answer changes, in an order that only the seed decides.
    func questions(seed: UInt64, atMost limit: Int) -> [AskedFee] {
        var random = SplitMix64(seed: seed)
        var questions: [AskedFee] = []
        for (city, config) in enumerated() {
            let days = [config.askedFrom] + config.fees.boundaries.flatMap { [$0.previous, $0].compactMap { $0 } }
            for leaf in config.fees.leaves.indices {
                for (members, group) in config.fees.classes.enumerated() {
                    for nationality in group.nationalities {
                        for day in days {
                            questions.append(
                                AskedFee(
                                    city: city,
                                    leaf: leaf,
                                    members: members,
                                    nationality: nationality,
                                    day: day
                                )
                            )
                        }
                    }
                }
            }
        }
        questions.shuffle(using: &random)
        return [AskedFee](questions.prefix(limit))
    }
}

/// The same numbers for the same seed, on every machine.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
