import CityRegistry
import Diagnostics
import RegistryExamples
import RegistryRules
import Testing

struct RegistryTests {
    @Test(arguments: ["cities", "Tests/Fixtures/fictional"])
    func `the repository's registries break no rule`(folder: String) throws {
        let verdict = Validator().validate(try RepositoryFiles.registry(folder))
        #expect(verdict.findings == [])
        guard case .valid(let registry, _) = verdict else {
            Issue.record("\(folder) is not valid")
            return
        }
        #expect(!registry.registry.cities.isEmpty)
        #expect(registry.registry.cities.allSatisfy { registry.schedule(of: $0) != nil })
    }
}
