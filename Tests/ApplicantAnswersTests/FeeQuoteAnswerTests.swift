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

    private func first(_ value: JSONValue?) -> JSONValue? {
        if case .array(let values)? = value { values.first } else { nil }
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
        #expect(text.contains("It holds only if no reciprocal or other special rate applies to your nationality"))
        #expect(!text.contains("list of all other countries"))
    }

    @Test func `a fee set by the bill names no amount`() throws {
        let text = try self.text("visa", [("entries", "single")], nationality: "USA")
        #expect(text.contains("set by the bill"))
        #expect(text.contains("a list of countries with reciprocal fees"))
        #expect(!text.contains("CNY"))
    }

    @Test func `who moves between groups is told of the group of the day`() throws {
        let text = try Fixture.quote(
            Fixture.guangzhou.moving("DEU", from: 5, to: 7, on: "2026-06-01"),
            "visa",
            [("entries", "single")],
            nationality: "DEU"
        ).text
        #expect(text.contains("It rests on a list of countries with reciprocal fees"))
        #expect(!text.contains("It holds only if"))
    }

    @Test func `who is going to move is told into which group`() throws {
        let quote = try Fixture.quote(
            Fixture.guangzhou.moving("DEU", from: 5, to: 7, on: "2027-06-01"),
            "visa",
            [("entries", "single")],
            nationality: "DEU"
        )
        #expect(quote.text.contains("From 2027-06-01: set by the bill (countries with reciprocal fees)."))
        let line = try #require(first(quote.json["lines"]))
        #expect(line["membership"]?["group"] == "ordinary")
        #expect(first(line["changes"])?["membership"]?["group"] == "reciprocal")
    }

    @Test(arguments: Language.allCases)
    func `a change ahead is announced`(language: Language) throws {
        let announced = language == .english ? "From 2027-03-01: CNY 180" : "2027-03-01起：每人人民币180元"
        #expect(try text("visa", [("entries", "single")], nationality: "DEU", in: language).contains(announced))
        #expect(try text("visa", nationality: "DEU", in: language).lowercased().contains(announced.lowercased()))
    }

    @Test func `whatever is said only where nothing else can be asked for`() throws {
        let whatever = Phrases.whatever.text(in: .english)
        let flat = Fixture.guangzhou.charging(0)
        #expect(try Fixture.quote(flat, "residence-permit").text.contains(whatever))
        let permits = try Fixture.quote(flat, "residence-permit", [("action", "issue")]).text
        let running = permits.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(!permits.contains(whatever))
        #expect(running.contains("less than 1 year; 1 year or more but less than 3; 3 to 5 years"))
        #expect(permits.contains("--validity"))
    }

    @Test func `countries go by their names where those are known`() throws {
        let text = try Fixture.quote(Fixture.guangzhou, "visa", nameOf: Fixture.nationalityName).text
        #expect(text.contains("Countries with reciprocal fees (Brazil, USA)"))
        #expect(text.contains("Countries with reciprocal fees, on whom sources disagree (Great Britain)"))
    }

    @Test func `how old an undated source is, nobody knows`() throws {
        for (nationality, days) in [("USA", JSONValue.null), ("DEU", 854)] {
            let quote = try Fixture.quote(
                Fixture.guangzhou,
                "visa",
                [("entries", "single")],
                nationality: nationality
            )
            let evidence = try #require(first(quote.json["lines"])?["evidence"])
            #expect(evidence["daysAgo"] == days)
            #expect(evidence["asOfIsPublished"] == .bool(days != .null))
        }
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
