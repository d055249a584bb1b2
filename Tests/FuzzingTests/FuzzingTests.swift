import Diagnostics
import Fuzzing
import RegistryRules
import Testing

struct FuzzingTests {
    @Test(arguments: 0..<4 as Range<UInt64>)
    func `no file whatever crashes the validator or makes it break a promise`(seed: UInt64) throws {
        var fuzzer = try Fuzzer(seed: seed, seeds: Corpus.seeds())
        for _ in 0..<250 {
            let input = fuzzer.next()
            let broken = fuzzer.attempt(input)
            #expect(broken == nil, "\(input.path): \(String(decoding: input.bytes, as: UTF8.self))")
        }
        // Files that no rule ever objects to, or that no one can read at all, would prove little.
        #expect(fuzzer.rules.count > 20, "\(fuzzer.rules.sorted())")
    }

    /// A file alone has no history and no age.
    @Test func `the seeds break every rule that has an example and judges files by themselves`() throws {
        let promises = try Promises()
        let found = try Corpus.seeds().reduce(into: Set<RuleID>()) { found, seed in
            found.formUnion(promises.check(seed, thoroughly: false).rules)
        }
        let others = RuleCatalog.ageingRules.map { $0.rule.id } + RuleCatalog.changeRules.map { $0.rule.id }
        let judging = Set(RuleCatalog.all.filter { !$0.rejected.isEmpty }.map(\.id)).subtracting(others)
        #expect(judging.subtracting(found) == [])
    }

    @Test func `the same seed tries the same files`() throws {
        let seeds = try Corpus.seeds()
        var fuzzers = try (0..<2).map { _ in try Fuzzer(seed: 7, seeds: seeds) }
        for _ in 0..<20 {
            let inputs = fuzzers.indices.map { fuzzers[$0].next() }
            #expect(inputs[0] == inputs[1])
            for (index, input) in inputs.enumerated() { _ = fuzzers[index].attempt(input) }
        }
    }
}
