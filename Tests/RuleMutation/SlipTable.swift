import Diagnostics
import Vocabulary
public import RegistryRules
import SeededRandomness

/// What becomes of a slip: whether anybody notices.
public struct SlipTable: Sendable {
    /// What became of the slips of one kind.
    public struct Row: Sendable {
        /// What happened.
        public let operation: String
        /// How many there are.
        public internal(set) var possible = 0
        /// Those a rule objected to.
        public internal(set) var objected = 0
        /// Those that no rule can know to be slips, and that change what is generated: a plan shows them to people.
        public internal(set) var shown = 0
        /// Those that change nothing but the notation: the order of keys, or quotes.
        public internal(set) var notation = 0
        /// Those that change the registry, and that nobody would ever notice.
        public internal(set) var unnoticed: [String] = []
    }

    /// The rows, in the order of the slips.
    public private(set) var rows: [Row]

    /// Lets slips happen to a registry; `generated` gives all bytes that are generated from a valid one.
    ///
    /// At the most `limit` slips of each kind and file are tried, chosen by the seed.
    public init(
        of original: Original,
        validator: Validator,
        limit: Int,
        seed: UInt64 = 1,
        generated: @Sendable @escaping (ValidatedRegistry) throws -> [String: [UInt8]]
    ) throws {
        let catalog = Mutant([:]).catalog(of: original)
        let before = validator.validate(catalog)
        guard case .valid(let registry, let known) = before else {
            rows = []
            return
        }
        let content = try generated(registry)
        let (objections, paths) = (Set(known.map(\.message)), original.contents.keys.sorted())
        let results = spread(over: Slip.all) { slip in
            Result<Row, any Error> {
                var row = Row(operation: slip.operation)
                var generator = SeededGenerator(seed: seed)
                for path in paths {
                    guard let file = original.contents[path] else { continue }
                    let mutants = slip.mutants(file)
                    row.possible += mutants.count
                    for mutant in mutants.shuffled(using: &generator).prefix(limit) {
                        let changed = Mutant([path: Array(mutant.text.utf8)]).catalog(of: original)
                        let verdict = validator.validate(changed)
                        if case .valid(let registry, let findings) = verdict,
                            Set(findings.map(\.message)).isSubset(of: objections)
                        {
                            if try generated(registry) != content {
                                row.shown += 1
                            } else if Self.meaning(of: mutant, in: path) == Self.meaning(of: file, in: path) {
                                row.notation += 1
                            } else {
                                row.unnoticed.append(
                                    "\(original.name)/\(path): \(KillTable.difference(file.text, mutant.text))"
                                )
                            }
                        } else {
                            row.objected += 1
                        }
                    }
                }
                return row
            }
        }
        rows = try results.map { try $0.get() }
    }

    private static func meaning(of file: Yaml, in path: String) -> Yaml {
        switch Original.kind(of: path) {
        case .registry, .calendar: file.withoutSources.meaning
        case .city, .schedule: file.meaning
        }
    }

    /// The table, for people.
    public var text: String {
        let width = rows.map(\.operation.count).max() ?? 0
        let lines = rows.map { row in
            let name = row.operation + String(repeating: " ", count: width - row.operation.count)
            return "\(name)  \(row.objected) objected to, \(row.shown) shown by a plan, \(row.notation) notation only, "
                + "\(row.unnoticed.count) unnoticed; of \(row.possible)"
        }
        return lines.joined(separator: "\n")
    }
}
