import ConfigGenerator
import Diagnostics
import Foundation
import RegistryExamples
import RegistryRules
import RuleMutation
import ServiceConfig
import TestSupport
import Testing

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
