import CivilTime
import FictionalCities
import PaymentEngine
import ServiceConfig
import Testing
import Vocabulary

struct FeeQuoteTests {
    private let engine = Engine(Cities([FictionalCity.full]))

    private func quote(
        _ service: String,
        _ choices: [Choice] = [],
        _ nationality: String? = nil,
        on day: String = "2030-01-01",
        of config: CityConfig = FictionalCity.full
    ) throws -> FeeQuote {
        let question = FeeQuestion(
            city: config.place.slug,
            service: service,
            choices: choices,
            nationality: nationality.map(FictionalCity.code),
            day: FictionalCity.day(day)
        )
        return try #require(try Engine(Cities([config])).quote(question))
    }

    private let issue = Choice(question: "action", answer: "issue")
    private let replace = Choice(question: "action", answer: "replace")
    private let long = Choice(question: "validity", answer: "1-to-3-years")
    private let short = Choice(question: "validity", answer: "under-1-year")
    private let single = Choice(question: "entries", answer: "single")
    private let double = Choice(question: "entries", answer: "double")

    @Test func `a whole path and a nationality have one answer`() throws {
        let quote = try quote("moon-permit", [issue, long], "AAA")
        #expect(quote.lines.map(\.leaf.path) == ["moon-permit/issue/1-to-3-years"])
        #expect(quote.lines[0].answer.fee == FictionalCity.yuan(800))
        #expect(quote.lines[0].nationalities == nil)
    }

    @Test func `every path, nationality and day has the answer of the table`() throws {
        let config = FictionalCity.full
        for (number, leaf) in config.fees.leaves.enumerated() {
            for nationality in config.fees.nationalities {
                for day in ["2030-01-01", "2030-06-30", "2030-07-01", "2032-02-28", "2032-02-29", "2100-01-01"] {
                    let lines = try quote(leaf.service, leaf.choices, "\(nationality)", on: day).lines
                    let expected = config.fees.naiveAnswer(
                        leaf: number,
                        nationality: nationality,
                        on: FictionalCity.day(day)
                    )
                    #expect(lines.map(\.answer) == [expected].compactMap { $0 })
                    #expect(lines.map(\.leaf) == [leaf])
                }
            }
        }
    }

    @Test func `questions left open come back as the paths that remain, in their order`() throws {
        #expect(
            try quote("moon-permit", [], "AAA").lines.map(\.leaf.path) == [
                "moon-permit/issue/under-1-year", "moon-permit/issue/1-to-3-years", "moon-permit/replace",
            ]
        )
        #expect(try quote("moon-permit", [issue], "AAA").lines.count == 2)
        #expect(try quote("moon-permit", [replace], "AAA").lines.count == 1)
        #expect(try quote("moon-permit", [long], "AAA").lines.map(\.leaf.path) == ["moon-permit/issue/1-to-3-years"])
    }

    @Test func `what nobody asks has no line`() throws {
        #expect(try quote("sun-permit").lines.isEmpty)
        #expect(try quote("moon-permit", [replace, long]).lines.isEmpty)
        #expect(try quote("moon-permit", [Choice(question: "action", answer: "dance")]).lines.isEmpty)
        #expect(try quote("moon-permit", [], "ZZZ").lines.isEmpty)
        #expect(try quote("moon-permit", [], "AAA", on: "2029-12-31").lines.isEmpty)
        #expect(try quote("moon-permit", [], nil, on: "2029-12-31").lines.isEmpty)
    }

    @Test func `what is the same for everybody is said once`() throws {
        let config = FictionalCity.full.charging(FictionalCity.plain(FictionalCity.yuan(150)))
        let quote = try quote("moon-permit", [replace], of: config)
        #expect(quote.lines.count == 1)
        #expect(quote.lines[0].nationalities == nil)
        #expect(quote.lines[0].answer.fee == FictionalCity.yuan(150))
    }

    @Test func `what is going to change for some is told to them apart`() throws {
        let lines = try quote("moon-permit", [replace]).lines
        #expect(lines.map(\.answer.fee) == Array(repeating: FictionalCity.yuan(150), count: 3))
        #expect(lines.map(\.upcoming.first?.from) == [FictionalCity.changes[1], nil, nil])
        #expect(lines[0].upcoming.map(\.answer.fee) == [.notOffered])
        #expect(lines[0].nationalities?.group == "ordinary")
    }

    @Test func `a change that has come is no longer ahead`() throws {
        for (day, ahead) in [("2030-06-30", ["2030-07-01", "2032-02-29"]), ("2030-07-01", ["2032-02-29"])] {
            let line = try quote("moon-permit", [issue, short], "AAA", on: day).lines[0]
            #expect(line.upcoming.map(\.from) == ahead.map(FictionalCity.day))
        }
        #expect(try quote("moon-permit", [issue, short], "AAA", on: "2032-02-29").lines[0].upcoming.isEmpty)
    }

    @Test func `who moves between groups is told with the group of the day`() throws {
        let moving = FictionalCity.code("EEE")
        #expect(FictionalCity.classes.last == NationalityClass(group: nil, name: nil, nationalities: [moving]))
        let lines = try quote("fog-visa", [single]).lines
        let line = try #require(lines.first { $0.nationalities?.nationalities.contains(moving) == true })
        #expect(line.answer.membership == FictionalCity.mirrored)
        #expect(line.nationalities?.group == "mirrored")
        #expect(line.nationalities?.name == FictionalCity.mirrored.name)
    }

    @Test func `without a nationality there is a line for each group that is told something else`() throws {
        let lines = try quote("moon-permit", [issue, long]).lines
        #expect(lines.map(\.nationalities?.group) == ["ordinary", "mirrored", nil])
        #expect(lines.map(\.answer.fee) == [FictionalCity.yuan(800), .setByBill, .unknown])
    }

    @Test func `classes of a group that are told the same share a line, with the sources of all of them`() throws {
        let line = try #require(try quote("moon-permit", [issue, long]).lines.dropFirst().first)
        #expect(line.nationalities?.nationalities == ["CCC", "DDD", "FFF"].map(FictionalCity.code))
        #expect(line.answer.provenance.sources == ["nowhere:almanac", "nowhere:gazette"])
        #expect(!line.isContested)
    }

    @Test func `what is contested for some of a group keeps a line of its own`() throws {
        var config = FictionalCity.full
        let table = config.fees
        let answers = table.answers.map { answer -> FeeAnswer in
            guard answer.provenance.sources == ["nowhere:gazette"] else { return answer }
            var contested = answer
            contested.provenance.against = ["mistport:rumour"]
            return contested
        }
        config.fees = FeeTable(
            items: table.items,
            leaves: table.leaves,
            classes: table.classes,
            answers: answers,
            cells: table.cells
        )
        let lines = try quote("moon-permit", [issue, long], of: config).lines
        #expect(lines.map(\.nationalities?.group) == ["ordinary", "mirrored", "mirrored", nil])
        let mirrored = lines.filter { $0.nationalities?.group == "mirrored" }
        #expect(mirrored.map(\.isContested) == [false, true])
        #expect(mirrored.last?.nationalities?.nationalities == [FictionalCity.code("DDD")])
    }

    @Test func `a group whose classes are told different things keeps a line for each`() throws {
        let lines = try quote("fog-visa", [double]).lines
        #expect(lines.map(\.answer.fee) == [.unknown, .unknown, .notOffered, FictionalCity.yuan(150)])
        #expect(lines.map(\.nationalities?.group) == ["ordinary", "mirrored", "mirrored", nil])
        #expect(
            lines.map { $0.nationalities?.nationalities.map(\.description) ?? [] } == [
                ["AAA", "BBB", "GGG"], ["CCC", "FFF"], ["DDD"], ["EEE"],
            ]
        )
    }

    @Test(arguments: 0..<5, ["2030-01-01", "2030-07-01", "2032-02-29"])
    func `the lines of a path hold everybody once, each with the answer of the table`(leaf: Int, day: String) throws {
        let config = FictionalCity.full
        let path = config.fees.leaves[leaf]
        let lines = try quote(path.service, path.choices, nil, on: day).lines
        for nationality in config.fees.nationalities {
            let own = lines.filter { $0.nationalities?.nationalities.contains(nationality) ?? true }
            #expect(own.count == 1)
            let expected = config.fees.naiveAnswer(leaf: leaf, nationality: nationality, on: FictionalCity.day(day))
            #expect(own.first?.answer.fee == expected?.fee)
            #expect(own.first?.answer.note == expected?.note)
            let sources = expected?.provenance.sources ?? []
            #expect(own.first.map { Set($0.answer.provenance.sources).isSuperset(of: sources) } == true)
        }
        for (earlier, later) in zip(lines, lines.dropFirst()) { #expect(earlier != later) }
    }

    @Test func `a price is likely only where policy is sure enough of it`() throws {
        let fees: [(Confidence?, Confidence, Bool)] = [
            (.high, .high, true), (.medium, .high, false), (.low, .high, false), (nil, .high, false),
            (.high, .medium, true), (.medium, .medium, true), (.low, .medium, false), (nil, .medium, false),
            (.high, .low, true), (.medium, .low, true), (.low, .low, true), (nil, .low, true),
        ]
        for (confidence, needed, isLikely) in fees {
            for fee in [FictionalCity.yuan(1), .setByBill, .notOffered, .unknown] {
                var answer = FictionalCity.plain(fee)
                answer.provenance.confidence = confidence
                var config = FictionalCity.bare.charging(answer)
                config.freshness.priceNeeds = needed
                // Only an amount is a price.
                let line = try #require(try quote("moon-permit", of: config).lines.first)
                #expect(line.isLikely == (isLikely && fee.amount != nil))
            }
        }
    }

    @Test func `a price grows stale the day after the last that policy grants`() throws {
        // The almanac speaks of 2029, and fees stay fresh for 700 days.
        #expect(try quote("moon-permit", [issue], "AAA", on: "2030-12-01").lines[0].isStale == false)
        var config = FictionalCity.full
        config.freshness.days["fee"] = 365
        #expect(try quote("moon-permit", [issue], "EEE", on: "2030-01-01", of: config).lines[0].isStale == false)
        #expect(try quote("moon-permit", [issue], "EEE", on: "2030-01-02", of: config).lines[0].isStale)
    }

    @Test func `a shared line is as stale as the stalest part of it`() throws {
        var config = FictionalCity.full
        // 2029-01-01 and 2029-06-01: on this day only the older is more than 400 days ago.
        config.freshness.days["fee"] = 400
        let line = try #require(
            try quote("moon-permit", [issue, long], nil, on: "2030-03-01", of: config).lines[safe: 1]
        )
        #expect(line.answer.provenance.sources.count == 2)
        #expect(line.isStale)
        #expect(try quote("moon-permit", [issue, long], "DDD", on: "2030-03-01", of: config).lines[0].isStale == false)
    }

    @Test func `contested and group-bound prices say so`() throws {
        let contested = try quote("moon-permit", [issue, long], "AAA").lines[0]
        #expect(contested.isContested)
        #expect(contested.answer.restsOnMembership)
        let plain = try quote("moon-permit", [issue], "AAA").lines[0]
        #expect(!plain.isContested)
        #expect(!plain.answer.restsOnMembership)
    }
}

extension CityConfig {
    /// The same city, charging one answer for everything.
    fileprivate func charging(_ answer: FeeAnswer) -> CityConfig {
        var config = self
        config.fees = FeeTable(
            items: fees.items,
            leaves: fees.leaves,
            classes: fees.classes,
            answers: [answer],
            cells: fees.cells.map { $0.map { _ in [FeeTable.Interval(from: askedFrom, answer: 0)] } }
        )
        return config
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
