import ApplicantAnswers
import CanonicalJSON
import Testing
import Vocabulary

struct FeeQuoteAnswerTests {
    private func text(
        _ service: String,
        _ choices: [(String, String)] = [],
        nationality: String? = nil,
        months: Int? = nil,
        in language: Language = .english
    ) throws -> String {
        try Fixture.quote(Fixture.guangzhou, service, choices, nationality: nationality, months: months, in: language)
            .text
    }

    @Test(arguments: Language.allCases)
    func `one price is told with its name, its basis and its sources`(language: Language) throws {
        let text = try self.text(
            "residence-permit",
            [("action", "issue"), ("validity", "1-to-3-years")],
            months: 12,
            in: language
        )
        #expect(text == Golden.permit[language])
    }

    @Test(arguments: Language.allCases)
    func `several prices are told group by group, with the flags that decide`(language: Language) throws {
        #expect(try text("visa", in: language) == Golden.visa[language])
    }

    @Test(
        arguments: [
            (12, "1-to-3-years", "Exactly 12 months (1 year) counts as", "one day less", "CNY 400"),
            (36, "3-to-5-years", "Exactly 36 months (3 years) counts as", "one day less", "CNY 800"),
        ]
    )
    func `at an edge both sides are told`(months: Int, validity: String, exactly: String, beyond: String, other: String)
        throws
    {
        let text = try self.text("residence-permit", [("action", "issue"), ("validity", validity)], months: months)
        let running = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(running.contains(exactly))
        #expect(running.contains(beyond))
        #expect(running.contains(other))
    }

    @Test(arguments: [(11, "under-1-year"), (13, "1-to-3-years"), (35, "1-to-3-years")])
    func `away from an edge nothing is said of it`(months: Int, validity: String) throws {
        let text = try self.text("residence-permit", [("action", "issue"), ("validity", validity)], months: months)
        #expect(!text.contains("Exactly"))
        #expect(!text.contains("one day"))
    }

    @Test func `the longest validity has no class beyond it`() throws {
        let text = try self.text("residence-permit", [("action", "issue"), ("validity", "3-to-5-years")], months: 60)
        #expect(text.contains("Exactly 60 months (5 years) still counts as “3 to 5 years”"))
    }

    @Test func `more months than the schedule knows are sent to the bureau`() throws {
        let text = try self.text("residence-permit", [("action", "issue")], months: 61)
        #expect(text.contains("The schedule goes up to 60 months (5 years)"))
        #expect(text.contains("61 months"))
    }

    @Test func `a price that rests on a list of countries says so`() throws {
        let text = try self.text("visa", [("entries", "single")], nationality: "DEU")
        #expect(text.contains("CNY 168 per person"))
        #expect(text.contains("It holds only if no reciprocal rate applies to your nationality"))
    }

    @Test func `a fee set by the bill names no amount`() throws {
        let text = try self.text("visa", [("entries", "single")], nationality: "USA")
        #expect(text.contains("set by the bill"))
        #expect(text.contains("a list of countries with reciprocal fees"))
        #expect(!text.contains("CNY"))
    }

    @Test func `an unknown fee is not free`() throws {
        let text = try self.text("residence-permit", [("action", "replace")])
        #expect(text.contains("That does not mean that it is free."))
        #expect(text.contains("no line of its own in any table"))
    }

    @Test func `what the bureau does not provide and what is free are told apart`() throws {
        #expect(try text("tour", nationality: "DEU").contains("A source says that the bureau does not provide this."))
        #expect(try text("tour", nationality: "GBR").contains("free of charge"))
    }

    @Test func `no flag is asked for that would decide nothing`() throws {
        #expect(try !text("visa", nationality: "USA").contains("--"))
        let entries = try text("visa", nationality: "DEU")
        #expect(entries.contains("--entries"))
        #expect(!entries.contains("--nationality"))
    }

    @Test(arguments: Language.allCases)
    func `every answer ends with the bill, the hotline and the caution`(language: Language) throws {
        let ending = [Phrases.billDecides, Phrases.callHotline("12367"), Phrases.caution].map { $0.text(in: language) }
        for nationality in [nil, "DEU", "USA", "GBR"] {
            for service in ["residence-permit", "visa", "tour"] {
                let text = try self.text(service, nationality: nationality, in: language)
                #expect(text.hasSuffix("\n" + ending.joined(separator: "\n") + "\n"))
            }
        }
    }

    @Test func `programs get fen and words`() throws {
        let json = try Fixture.quote(Fixture.guangzhou, "visa", [("entries", "single")]).json
        guard case .array(let lines)? = json["lines"] else {
            Issue.record("lines is no array")
            return
        }
        #expect(lines.map { $0["fee"] } == ["amount", "set-by-bill", "set-by-bill"])
        #expect(lines.map { $0["fen"] } == [16800, .null, .null])
        #expect(lines.map { $0["nationalities"]?["codes"] } == [["DEU", "FRA", "JPN"], ["BRA", "USA"], ["GBR"]])
        #expect(json["formatVersion"] == 1)
        #expect(json["choices"] == ["entries": "single"])
    }
}
