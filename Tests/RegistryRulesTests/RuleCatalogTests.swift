import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

struct RuleCatalogTests {
    @Test func `every rule that is written is in the catalog`() throws {
        let written = try RepositoryFiles.names(in: "Sources/RegistryRules/Rules")
        #expect(RuleCatalog.rules.map { "\($0)" }.sorted() == written)
    }

    @Test func `every rule about changes that is written is in the catalog`() throws {
        let written = try RepositoryFiles.names(in: "Sources/RegistryRules/Changes/Rules")
        #expect(RuleCatalog.changeRules.map { "\($0)" }.sorted() == written)
    }

    @Test func `every rule about age that is written is in the catalog`() throws {
        let written = try RepositoryFiles.names(in: "Sources/RegistryRules/Freshness/Rules")
        #expect(RuleCatalog.ageingRules.map { "\($0)" }.sorted() == written)
    }

    @Test func `no two rules share a name`() {
        let ids = RuleCatalog.all.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func `rule names are phrases in kebab case`() {
        for rule in RuleCatalog.all {
            let words = rule.id.rawValue.split(separator: "-", omittingEmptySubsequences: false)
            let isKebab = words.allSatisfy { word in
                !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
            }
            #expect(isKebab, "\(rule.id)")
        }
    }

    @Test func `a rule is found by its name, and an unknown name finds none`() {
        #expect(RuleCatalog.rule("fee-gap")?.summary.text(in: .english).isEmpty == false)
        #expect(RuleCatalog.rule("fee-gaps") == nil)
    }
}
