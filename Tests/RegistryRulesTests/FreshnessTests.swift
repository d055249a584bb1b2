import CityRegistry
import CivilTime
import Diagnostics
import RegistryExamples
import RegistryRules
import Testing

struct FreshnessTests {
    /// A city with one phone that rests on these sources.
    private func age(of sources: String, _ records: String) throws -> FactAge? {
        let registry = try ExampleRegistry(
            city: """
                bureau:
                  name: unknown
                  phones: {number: "010-00000001", source: \(sources), confidence: low}

                sources:
                \(records.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
                """
        )
        let session = ValidationSession(registry.catalog)
        let city = try #require(session.registry.cities.first)
        let settings = try #require(session.registry.settings)
        let phone = try #require(AgeingFacts(city).list.first { $0.kind == .contact })
        return FreshnessPolicy(settings).age(of: phone.provenance, as: .contact, in: FileFacts(city))
    }

    private let dated = "dated: {kind: guide, address: example.test/1, published: 2024-02-29, retrieved: 2026-01-01}"
    private let month = "month: {kind: guide, address: example.test/2, published: \"2024-03\", retrieved: 2026-01-01}"
    private let undated = "undated: {kind: guide, address: example.test/3, retrieved: 2026-06-01}"

    @Test func `a fact is stale on the day after its last fresh one`() throws {
        let age = try #require(try age(of: "dated", dated))
        let last = try #require(CivilDate("2025-02-28"))
        #expect(age.limit == 365)
        #expect(age.asOf.days(to: last) == 365)
        #expect(!age.isStale(on: last))
        #expect(age.staleFrom == last.next)
        #expect(age.isStale(on: try #require(last.next)))
    }

    @Test func `the newest dated source decides, taken at its earliest`() throws {
        let age = try #require(try age(of: "[dated, month]", dated + "\n" + month))
        #expect(age.source.id.value == "month")
        #expect(age.asOf == CivilDate("2024-03-01"))
    }

    @Test func `reading an undated page makes what a dated one says no younger`() throws {
        let both = try #require(try age(of: "[dated, undated]", dated + "\n" + undated))
        #expect(both.source.id.value == "dated")
        let alone = try #require(try age(of: "undated", undated))
        #expect(alone.asOf == CivilDate("2026-06-01"))
    }

    @Test func `every class of facts is limited by the policy of the real registry, and by no other word`() throws {
        let session = ValidationSession(try RepositoryFiles.registry("cities"))
        let settings = try #require(session.registry.settings)
        let words = Set(settings.freshFor.map(\.class.value))
        #expect(words == Set(FreshnessClass.allCases.map(\.rawValue)))
    }

    @Test func `what is unknown does not age, and a decision does not either`() throws {
        let session = ValidationSession(try RepositoryFiles.registry("cities"))
        for city in session.registry.cities {
            let ages = AgeingFacts(city).list
            #expect(ages.allSatisfy { !$0.provenance.sources.isEmpty }, "\(city.slug.value)")
            for rollout in city.rollouts {
                #expect(!ages.contains { $0.range.start >= rollout.range.start && $0.range.end <= rollout.range.end })
            }
        }
    }
}
