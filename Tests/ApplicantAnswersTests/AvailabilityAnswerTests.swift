import ApplicantAnswers
import CanonicalJSON
import PaymentEngine
import ServiceConfig
import Testing
import Vocabulary

struct AvailabilityAnswerTests {
    @Test(arguments: Language.allCases)
    func `what a person reads of Guangzhou`(language: Language) throws {
        let text = try Fixture.availability(Fixture.guangzhou, Fixture.guangzhouPlace, language).text
        #expect(text == Golden.guangzhou[language])
    }

    @Test(arguments: Language.allCases)
    func `what a person reads of a city with something of everything`(language: Language) throws {
        let text = try Fixture.availability(Fixture.lumen, Fixture.lumenPlace, language).text
        #expect(text == Golden.lumen[language])
    }

    @Test(arguments: Language.allCases)
    func `a city nobody has looked into is unknown, with somebody to ask`(language: Language) throws {
        let text = try Fixture.availability(nil, Fixture.nowhere, language).text
        #expect(text == Golden.nowhere[language])
        for refusal in PhrasesTests.refusals[language] ?? [] { #expect(!text.contains(refusal), "\(refusal)") }
    }

    @Test(arguments: Language.allCases)
    func `every answer names the hotline and ends with the caution`(language: Language) throws {
        for (config, place) in [
            (Fixture.guangzhou, Fixture.guangzhouPlace), (Fixture.lumen, Fixture.lumenPlace), (nil, Fixture.nowhere),
        ] {
            let text = try Fixture.availability(config, place, language).text
            #expect(text.contains("12367"))
            #expect(text.hasSuffix(Phrases.caution.text(in: language) + "\n"))
        }
    }

    @Test func `no line is wider than a terminal of 100 columns, Chinese counted double`() throws {
        for language in Language.allCases {
            let text = try Fixture.availability(Fixture.guangzhou, Fixture.guangzhouPlace, language).text
            for line in text.split(separator: "\n") {
                let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
                #expect(columns <= 100, "\(line)")
            }
        }
    }

    @Test func `what was true last year is told as of last year`() throws {
        let before = try Fixture.availability(Fixture.lumen, Fixture.lumenPlace, on: Fixture.askedFrom, .english).text
        #expect(before.contains("This program takes no payments in Lumen."))
        #expect(before.contains("from 2027-01-01: withdrawn"))
        let after = try Fixture.availability(
            Fixture.lumen,
            Fixture.lumenPlace,
            on: Fixture.date("2027-01-01"),
            .english
        ).text
        #expect(after.contains("Website · withdrawn since 2027-01-01"))
        #expect(!after.contains("from 2027-01-01"))
    }

    @Test func `programs get words and numbers, and people's sentences in both languages`() throws {
        let json = try Fixture.availability(Fixture.lumen, Fixture.lumenPlace, .english).json
        #expect(json["formatVersion"] == 1)
        #expect(json["homePayment"]?["status"] == "offered")
        #expect(json["homePayment"]?["channels"] == ["website"])
        #expect(json["homePayment"]?["changes"] == [["from": "2027-01-01", "status": "unknown"]])
        #expect(json["thisProgram"]?["verdict"] == "look-up-bill-in-pilot")
        #expect(json["thisProgram"]?["pilotPercent"] == 5)
        #expect(json["caution"]?["zh"] == .string(Phrases.caution.text(in: .chinese)))
        guard case .array(let channels)? = json["channels"] else {
            Issue.record("channels is no array")
            return
        }
        #expect(channels.count == 3)
        let website = try #require(channels.first)
        #expect(website["methods"] == .null)
        #expect(website["evidence"]?["isContested"] == true)
        #expect(website["evidence"]?["asOf"] == "2020-01-01")
        #expect(website["window"] == ["closes": "end-of-day", "opens": "receipt-issued", "then": "counter"])
    }

    @Test func `a city without a file is told apart from one about which nothing is known`() throws {
        let json = try Fixture.availability(nil, Fixture.nowhere, .english).json
        #expect(json["isKnown"] == false)
        #expect(json["homePayment"]?["status"] == "unknown")
        #expect(json["bureau"] == .null)
        #expect(json["thisProgram"]?["verdict"] == "city-unknown")
    }

    @Test func `the language of the text changes nothing for programs`() throws {
        let english = try Fixture.availability(Fixture.guangzhou, Fixture.guangzhouPlace, .english).json
        let chinese = try Fixture.availability(Fixture.guangzhou, Fixture.guangzhouPlace, .chinese).json
        #expect(english == chinese)
    }

    @Test func `an office without name and address goes by a number, not by the word it is filed under`() throws {
        var config = Fixture.guangzhou
        config.bureau?.offices[0].address = nil
        for (language, office) in [(Language.english, "office 1"), (.chinese, "第1处")] {
            let text = try Fixture.availability(config, Fixture.guangzhouPlace, language).text
            #expect(text.contains(office))
            #expect(!text.contains("jiefang-south"))
        }
    }
}

extension JSONValue {
    /// A member of an object.
    subscript(key: String) -> JSONValue? {
        if case .object(let object) = self { object[key] } else { nil }
    }
}
