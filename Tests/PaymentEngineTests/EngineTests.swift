import CivilTime
import FictionalCities
import PaymentEngine
import ServiceConfig
import Testing

struct EngineTests {
    private let engine = Engine(Cities([FictionalCity.full]))
    private let day = FictionalCity.day("2030-08-01")

    @Test func `the engine answers for the cities of its source`() throws {
        #expect(try engine.city("mistport") == FictionalCity.full)
        #expect(try engine.availability(in: "mistport", on: day) == FictionalCity.full.availability(on: day))
        #expect(try engine.payability(in: "mistport", on: day).verdict == .lookUpBill)
    }

    @Test func `a city that nobody has written about is unknown, not refused`() throws {
        let question = FeeQuestion(city: "fogtown", service: "fog-visa", choices: [], nationality: nil, day: day)
        #expect(try engine.city("fogtown") == nil)
        #expect(try engine.availability(in: "fogtown", on: day) == nil)
        #expect(try engine.quote(question) == nil)
        let payability = try engine.payability(in: "fogtown", on: day)
        #expect(payability.verdict == .cityUnknown)
        #expect(payability.nextSteps == [.goToBureau, .callHotline])
    }

    @Test func `a source that fails fails every question with its own reason`() {
        let refusal = ConfigRefusal(.digestDiffers, "somebody has edited it", file: "cities/mistport.json")
        let engine = Engine(NoCities(refusal: refusal))
        let question = FeeQuestion(city: "mistport", service: "fog-visa", choices: [], nationality: nil, day: day)
        #expect(throws: refusal) { try engine.city("mistport") }
        #expect(throws: refusal) { try engine.divisions() }
        #expect(throws: refusal) { try engine.availability(in: "mistport", on: day) }
        #expect(throws: refusal) { try engine.quote(question) }
        #expect(throws: refusal) { try engine.payability(in: "mistport", for: nil, on: day) }
    }
}
