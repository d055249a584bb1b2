public import Diagnostics

/// Tries files until a promise is broken, led by what the validator says of them.
///
/// An input that breaks a set of rules no input broke before joins the seeds, so that the fuzzer works its way from a
/// valid registry into the corners. All randomness comes from the seed: the same seed tries the same files.
public struct Fuzzer {
    private let promises: Promises
    private var mutator: Mutator
    private var pool: [FuzzInput]
    private var signatures: Set<[RuleID]> = []
    /// How many files have been tried.
    public private(set) var tried = 0
    /// The rules that objected to any of them.
    public private(set) var rules: Set<RuleID> = []

    /// The seeds beyond which nothing more is kept.
    private static let mostKept = 20_000
    /// One in so many files is checked for what takes long.
    private static let thoroughness = 64

    /// A fuzzer that begins with these files.
    public init(seed: UInt64, seeds: [FuzzInput]) throws {
        promises = try Promises()
        mutator = Mutator(seed: seed, words: seeds)
        pool = seeds
    }

    /// How many sets of rules were broken together.
    public var behaviours: Int { signatures.count }

    /// The next file to try.
    public mutating func next() -> FuzzInput {
        let input = pool[mutator.number(below: pool.count)]
        let other = pool[mutator.number(below: pool.count)]
        return mutator.mutated(input, with: other)
    }

    /// Tries one file; what it broke, if it broke a promise.
    public mutating func attempt(_ input: FuzzInput) -> String? {
        let outcome = promises.check(input, thoroughly: tried.isMultiple(of: Self.thoroughness))
        tried += 1
        rules.formUnion(outcome.rules)
        if pool.count < Self.mostKept, signatures.insert(outcome.rules).inserted { pool.append(input) }
        return outcome.broken
    }
}
