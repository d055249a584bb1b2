import CityRegistry
import Testing
import Vocabulary

struct ProvenanceTests {
    /// The provenance of the only phone of a bureau that is contested and rather certain.
    private func phone(_ own: String) throws -> Provenance {
        let city = try ExampleFile.city(
            """
            bureau:
              source: notice
              against: guide
              confidence: medium
              phones:
                - {number: "110"\(own)}
            """
        )
        let phone = city.bureau.value?.phones?.value?.first
        return try #require(phone).provenance
    }

    @Test func `a record that says nothing takes everything from the record around it`() throws {
        let provenance = try phone("")
        #expect(provenance.sources.map(\.value) == ["notice"])
        #expect(provenance.against.map(\.value) == ["guide"])
        #expect(provenance.confidence?.value == .medium)
        #expect(!provenance.confidenceIsFromOutside)
    }

    @Test func `a source of its own leaves the contradiction of the outer record behind`() throws {
        let provenance = try phone(", source: [guide, notice]")
        #expect(provenance.sources.map(\.value) == ["guide", "notice"])
        #expect(provenance.against.isEmpty)
        #expect(provenance.confidence?.value == .medium)
        #expect(provenance.confidenceIsFromOutside)
    }

    @Test func `a contradiction of its own keeps the outer record's source`() throws {
        let provenance = try phone(", against: rumour, confidence: low")
        #expect(provenance.sources.map(\.value) == ["notice"])
        #expect(provenance.against.map(\.value) == ["rumour"])
        #expect(provenance.confidence?.value == .low)
    }

    @Test func `what is inherited points at where it was written`() throws {
        let own = try phone(", source: notice")
        let outer = try phone("")
        #expect(own.sources.map(\.range) != outer.sources.map(\.range))
        #expect(own.confidence?.range == outer.confidence?.range)
    }
}
