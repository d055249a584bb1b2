import ConfigGenerator
import Diagnostics
import Foundation
import RegistryExamples
import RegistryRules
import RuleMutation
import SeededRandomness
import ServiceConfig
import TestSupport
import Testing
import Vocabulary

/// Breaks valid registries in every way a rule speaks of, and sees whether that rule objects.
struct RuleMutationTests {
    private static func originals() throws -> [Original] {
        [
            Original("examples", try ExampleRegistry().catalog),
            Original("fictional", try RepositoryFiles.registry("Tests/Fixtures/fictional")),
            Original("cities", try RepositoryFiles.registry("cities")),
        ]
    }

    /// `RULE_MUTANTS=all` tries every mutant; otherwise a few of each kind in each registry.
    private static var limit: Int {
        switch ProcessInfo.processInfo.environment["RULE_MUTANTS"] {
        case "all": .max
        case let number?: Int(number) ?? 3
        case nil: 3
        }
    }

    @Test func `a registry written again says the same, and no rule objects`() throws {
        for original in try Self.originals() {
            let files = original.contents.map { SourceFile(path: $0.key, bytes: Array($0.value.text.utf8)) }
            let verdict = try Self.validator(for: original).validate(SourceCatalog(files))
            #expect(!verdict.findings.hasErrors, "\(original.name): \(verdict.findings.map(\.rule))")
            let again = Original(original.name, SourceCatalog(files))
            #expect(again.contents == original.contents)
        }
    }

    @Test func `every mutant is killed by the rule it was made for`() throws {
        var survivors: [String] = []
        for original in try Self.originals() {
            let table = KillTable(
                Mutators.all,
                of: [original],
                validator: try Self.validator(for: original),
                limit: Self.limit
            )
            print("Mutants of the registry '\(original.name)':\n\(table.text)")
            survivors += table.rows.flatMap { row in row.survivors.map { "\(row.rule), \(row.operation): \($0)" } }
        }
        #expect(survivors == [], "\(survivors.joined(separator: "\n"))")
    }

    @Test(arguments: [TestRegistry.fictional, .real])
    func `no slip goes unnoticed: a rule objects, or what is generated changes`(registry: TestRegistry) throws {
        let table = try SlipTable(
            of: Original(registry.name, try registry.catalog()),
            validator: Validator(),
            limit: Self.limit / 3
        ) { valid in
            // The list of files carries a digest of the registry's bytes, which every change of a byte changes.
            try registry.generated(valid).files.filter { $0.key != FileList.Kind.content.fileName }
        }
        print("Slips in the registry '\(registry.name)':\n\(table.text)")
        #expect(table.rows.count == Slip.all.count)
        let unnoticed = table.rows.flatMap { row in row.unnoticed.map { "\(row.operation): \($0)" } }
        #expect(unnoticed == [], "\(unnoticed.joined(separator: "\n"))")
    }

    @Test func `whoever asks about one changed file misses nothing new, and is told nothing else`() throws {
        let original = Original("fictional", try RepositoryFiles.registry("Tests/Fixtures/fictional"))
        let validator = Validator()
        let before = Set(validator.findings(in: Mutant([:]).catalog(of: original)).map(\.inAnyCatalog))
        var edits = 0
        for (path, edited) in Self.edits(of: original) {
            let catalog = Mutant([path: edited]).catalog(of: original)
            let old = original.files[path].map { [SourceFile(path: path, bytes: $0)] } ?? []
            let whole = validator.findings(in: catalog)
            let part = validator.findings(in: catalog, changed: [path], before: old)
            let shared = Set(catalog.files.map(\.path).filter { Original.kind(of: $0) != .city })
            let told = Set(part)
            #expect(told.isSubset(of: whole), "\(path)")
            for left in whole where !told.contains(left) {
                let file = catalog[left.range.file].path
                #expect(file != path && !shared.contains(file), "\(path): \(left.message)")
                #expect(before.contains(left.inAnyCatalog), "\(path): \(left.message)")
            }
            edits += 1
        }
        #expect(edits > 100)
        print("\(edits) edits of one file judged alone as in the whole registry")
    }

    /// Every edit of one place of one file, and every file that goes or comes a second time.
    private static func edits(of original: Original) -> [(path: String, edited: [UInt8]?)] {
        original.files.keys.sorted().flatMap { path -> [(path: String, edited: [UInt8]?)] in
            guard let file = original.contents[path] else { return [] }
            let slips = Slip.all.flatMap { slip -> [Yaml] in
                var generator = SeededGenerator(seed: 7)
                let all = slip.mutants(file)
                return all.count <= limit ? all : Array(all.shuffled(using: &generator).prefix(limit))
            }
            return slips.map { (path, Array($0.text.utf8)) } + [(path, nil), (path + ".yaml", original.files[path])]
        }
    }

    @Test func `every rule has mutants`() throws {
        let originals = try Self.originals()
        let killed = Set(
            Mutators.all.filter { mutator in originals.contains { !mutator.mutants($0).isEmpty } }.map(\.rule)
        )
        #expect(Set(RuleCatalog.all.map(\.id)).subtracting(killed) == [])
    }

    private static func validator(for original: Original) throws -> Validator {
        original.name == "examples" ? try ExampleRegistry.validator() : Validator()
    }
}

extension Diagnostic {
    /// What it says, whatever number its file has: files come and go.
    fileprivate var inAnyCatalog: String {
        "\(rule) \(range.start)..\(range.end) \(message.text(in: .english))"
    }
}
