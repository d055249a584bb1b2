import CanonicalJSON
import FictionalCities
import ServiceConfig
import Testing

struct RoundTripTests {
    @Test(arguments: [FictionalCity.full, FictionalCity.bare])
    func `a config is read back as it was, and written again byte for byte`(config: CityConfig) throws {
        let bytes = config.canonicalBytes
        let loaded = try CityConfig(loading: bytes)
        #expect(loaded == config)
        #expect(loaded.canonicalBytes == bytes)
    }

    @Test func `the config as a value has the same bytes`() {
        #expect(FictionalCity.full.json.canonicalBytes == FictionalCity.full.canonicalBytes)
    }

    @Test func `what nobody knows is left out, not written as nothing`() {
        #expect(FictionalCity.bare.json["/bureau"] == .null)
        guard case .object(let members) = FictionalCity.bare.json else {
            Issue.record("a config is an object")
            return
        }
        #expect(
            members.map(\.key) == [
                "asked-from", "calendar", "city", "fees", "format", "freshness", "hotline", "receipt", "self-test",
                "services", "sources", "terms",
            ]
        )
    }

    @Test func `sources are written in the order of their ids`() {
        var shuffled = FictionalCity.full
        shuffled.sources.reverse()
        #expect(shuffled.canonicalBytes == FictionalCity.full.canonicalBytes)
    }

    @Test func `an index is read back as it was, and written again byte for byte`() throws {
        let index = FictionalCity.index(of: [FictionalCity.full])
        let loaded = try DivisionIndex(loading: index.canonicalBytes)
        #expect(loaded == index)
        #expect(loaded.canonicalBytes == index.canonicalBytes)
    }

    @Test func `an index that names a place twice is refused`() {
        let twice = FictionalCity.index(of: [FictionalCity.full, FictionalCity.bare])
        #expect(throws: ConfigRefusal(.malformed, "'mistport' is there twice")) {
            try DivisionIndex(loading: twice.canonicalBytes)
        }
    }

    @Test func `an index whose hotline rests on nothing that is there is refused`() {
        var index = FictionalCity.index(of: [])
        index.sources = []
        #expect(throws: ConfigRefusal(.malformed, "there is no source 'nowhere:almanac'")) {
            try DivisionIndex(loading: index.canonicalBytes)
        }
    }
}
