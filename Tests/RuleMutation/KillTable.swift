public import Diagnostics
public import RegistryRules
import SeededRandomness
import SourceTree

/// Which mutants were objected to by the rule they were made for.
public struct KillTable: Sendable {
    /// What became of the mutants of one mutator.
    public struct Row: Sendable {
        /// The rule.
        public let rule: RuleID
        /// What was done.
        public let operation: String
        /// How many mutants there are.
        public let possible: Int
        /// How many were tried.
        public let tried: Int
        /// Those that the rule did not object to, with what objected instead.
        public let survivors: [String]
    }

    /// The rows, in the order of the mutators.
    public private(set) var rows: [Row] = []

    /// Validates mutants of these registries.
    ///
    /// At the most `limit` mutants of each mutator and registry are tried, chosen by the seed.
    public init(_ mutators: [Mutator], of originals: [Original], validator: Validator, limit: Int, seed: UInt64 = 1) {
        rows = spread(over: mutators) { mutator in
            Self.row(mutator, originals, validator, limit, SeededGenerator(seed: seed))
        }
    }

    private static func row(
        _ mutator: Mutator,
        _ originals: [Original],
        _ validator: Validator,
        _ limit: Int,
        _ seeded: SeededGenerator
    ) -> Row {
        var generator = seeded
        var (possible, tried, survivors) = (0, 0, [String]())
        for original in originals {
            let mutants = mutator.mutants(original)
            possible += mutants.count
            let chosen = mutants.count <= limit ? mutants : Array(mutants.shuffled(using: &generator).prefix(limit))
            tried += chosen.count
            survivors += chosen.compactMap { survivor($0, of: original, mutator, validator) }
        }
        return Row(
            rule: mutator.rule,
            operation: mutator.operation,
            possible: possible,
            tried: tried,
            survivors: survivors
        )
    }

    private static func survivor(
        _ mutant: Mutant,
        of original: Original,
        _ mutator: Mutator,
        _ validator: Validator
    ) -> String? {
        let onAnyDay = validator.validate(mutant.catalog(of: original)).findings
        let here = mutator.day.map { Suppressions.judged(onAnyDay, on: $0) } ?? onAnyDay
        let registry = validator.registry(mutant.catalog(of: original))
        let ageing = mutator.day.map { validator.ageing(of: registry, on: $0) } ?? []
        let found = here + ageing + changes(mutant, of: original, mutator, validator)
        if found.contains(where: { $0.rule == mutator.rule }) { return nil }
        let change = mutant.changed.keys.sorted().map { path in
            let old = String(decoding: original.contents[path]?.text.utf8.map { $0 } ?? [], as: UTF8.self)
            let new = mutant.changed[path].flatMap(\.self).map { String(decoding: $0, as: UTF8.self) } ?? ""
            return "\(original.name)/\(path): \(difference(old, new))"
        }
        return change.joined(separator: "; ") + " -> \(Set(found.map(\.rule)).sorted())"
    }

    /// What rules say of how the original became the mutant, where the mutator is made for such a rule.
    private static func changes(
        _ mutant: Mutant,
        of original: Original,
        _ mutator: Mutator,
        _ validator: Validator
    ) -> [Diagnostic] {
        guard let day = mutator.day, RuleCatalog.changeRules.contains(where: { $0.rule.id == mutator.rule }) else {
            return []
        }
        let before = mutant.catalogBefore(of: original)
        return validator.changes(from: before, to: mutant.catalog(of: original), on: day)
    }

    /// The first lines in which two texts differ.
    static func difference(_ old: String, _ new: String) -> String {
        let (old, new) = (old.split(separator: "\n"), new.split(separator: "\n"))
        let index =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        let show = { (lines: [Substring]) in lines.indices.contains(index) ? String(lines[index].prefix(80)) : "the end"
        }
        return "line \(index + 1) '\(show(old))' became '\(show(new))'"
    }

    /// The table, for people: a row for each mutator.
    public var text: String {
        let width = rows.map(\.rule.rawValue.count).max() ?? 0
        let lines = rows.map { row in
            let name = row.rule.rawValue + String(repeating: " ", count: width - row.rule.rawValue.count)
            return "\(name)  \(row.tried - row.survivors.count)/\(row.tried) of \(row.possible)  \(row.operation)"
        }
        let tried = rows.reduce(0) { $0 + $1.tried }
        let killed = rows.reduce(0) { $0 + $1.tried - $1.survivors.count }
        return (lines + ["\(killed) of \(tried) mutants killed by the rule they were made for"]).joined(separator: "\n")
    }
}
