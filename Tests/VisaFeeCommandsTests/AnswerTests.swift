import Foundation
import Testing

/// What applicants are told from the real registry.
struct AnswerTests {
    private func quote(_ arguments: String..., language: String = "en") throws -> Program.Run {
        try Program.run(["fee", "quote", "--city", "guangzhou", "--lang", language] + arguments)
    }

    @Test func `a residence permit of 12 months costs a German CNY 800, with basis and source`() throws {
        let run = try quote(
            "--service",
            "residence-permit",
            "--action",
            "issue",
            "--validity",
            "12",
            "--nationality",
            "DEU"
        )
        #expect(run.code == 0)
        #expect(run.text.contains("CNY 800"))
        #expect(run.text.contains("发改价格[2004]2230号"))
        #expect(run.text.contains("Suizhou city government"))
        #expect(run.text.contains("CNY 400"), "12 months is an edge: what applies below it is said too")
    }

    @Test func `11 months cost CNY 400`() throws {
        let run = try quote(
            "--service",
            "residence-permit",
            "--action",
            "issue",
            "--validity",
            "11",
            "--nationality",
            "DEU"
        )
        #expect(run.text.contains("CNY 400"))
        #expect(!run.text.contains("CNY 800"))
    }

    @Test(arguments: ["USA", "GBR"])
    func `extending a visa is set by the bill for countries with reciprocal fees`(nationality: String) throws {
        let run = try quote("--service", "visa", "--action", "extend", "--nationality", nationality)
        #expect(run.code == 0)
        #expect(run.text.lowercased().contains("set by the bill"))
        #expect(!run.text.contains("CNY 160"))
    }

    @Test func `for an ordinary nationality extending a visa is CNY 160, and the bill decides`() throws {
        let run = try quote("--service", "visa", "--action", "extend", "--nationality", "DEU")
        #expect(run.text.contains("CNY 160"))
        #expect(run.text.contains("reciprocal"))
        #expect(run.text.contains("12367"))
    }

    @Test func `what is left out is a table of what is still possible`() throws {
        let run = try quote("--service", "visa", "--action", "issue", "--nationality", "DEU")
        for price in ["160", "168", "252", "420", "672"] { #expect(run.text.contains(price)) }
    }

    @Test func `answers that do not go together are exit 64, with when each question is asked`() throws {
        let run = try quote("--service", "residence-permit", "--action", "change", "--validity", "1-to-3-years")
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains("these answers do not go together: action change, validity 1-to-3-years"))
        #expect(run.talk.contains("'validity' is asked only after action issue or add-accompanying"))
        #expect(!run.talk.contains("no fee"), "nothing reads as free")
    }

    @Test func `words that do not exist are exit 64 with the nearest and all of them`() throws {
        let service = try quote("--service", "residence-permt")
        #expect(service.code == 64)
        #expect(service.talk.contains("did you mean residence-permit?"))
        let answer = try quote("--service", "residence-permit", "--action", "isue")
        #expect(answer.code == 64)
        #expect(answer.talk.contains("did you mean issue?"))
        let question = try quote("--service", "residence-permit", "--entries", "zero")
        #expect(question.code == 64)
        #expect(question.talk.contains("it asks action, validity"))
        #expect(try Program.run("explain", "nope").code == 64)
    }

    @Test(arguments: ["61", "-1", "0"])
    func `a number of months out of the registry's range is refused with that range`(months: String) throws {
        let run = try quote("--service", "residence-permit", "--action", "issue", "--validity", months)
        #expect(run.code == 64)
        #expect(run.talk.contains("1 to 60 months, and not \(months)"), "\(run.talk)")
    }

    @Test func `nationalities that are not foreign are told so`() throws {
        let run = try quote("--service", "visa", "--nationality", "CHN")
        #expect(run.code == 1)
        #expect(run.talk.contains("are for foreign nationals"))
    }

    static let everyCommand = [
        ["fee", "quote", "--service", "visa", "--nationality", "DEU", "--city"], ["availability"], ["city", "show"],
    ]

    @Test(arguments: everyCommand, ["guangzhou", "lhasa"])
    func `before the first day nothing is said`(command: [String], city: String) throws {
        let run = try Program.run(command + [city, "--as-of", "2025-12-31"])
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains("answers are promised from 2026-01-01 on; of an earlier day nothing is said"))
        #expect(try Program.run(command + [city, "--as-of", "2026-01-01"]).code == 0)
    }

    @Test(arguments: everyCommand, ["en", "zh"])
    func `a city without a file is answered: unknown`(command: [String], language: String) throws {
        let run = try Program.run(command + ["lhasa", "--lang", language])
        #expect(run.code == 0)
        #expect(run.talk.isEmpty)
        #expect(run.text.contains("12367"))
        let json = try Program.run(command + ["lhasa", "--format", "json"])
        #expect(json.code == 0)
        #expect(json.talk.isEmpty)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(document["formatVersion"] as? Int == 1)
        #expect((document["hotline"] as? [String: Any])?["number"] as? String == "12367")
        if command[0] == "availability" { return }
        #expect(run.text.contains(language == "en" ? "unknown" : "未知"))
        #expect(document["answer"] as? String == "unknown")
        if command[0] == "fee" { #expect(document["fee"] as? String == "unknown") }
    }

    @Test(
        arguments: everyCommand,
        [
            ("Suzhou", "ambiguous", "suzhou-jiangsu"), ("Guangdong", "province", "guangzhou"),
            ("Guangzhuo", "unknown-place", "guangzhou"), ("Pudong", "unknown-place", "shanghai"),
        ]
    )
    func `a question back is one document for a program`(
        command: [String],
        asked: (name: String, word: String, slug: String)
    ) throws {
        let run = try Program.run(command + [asked.name, "--format", "json"])
        #expect(run.code == 1)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        #expect(document["formatVersion"] as? Int == 1)
        #expect(document["error"] as? String == asked.word)
        let candidates = try #require(document["candidates"] as? [[String: Any]])
        let candidate = try #require(candidates.first { $0["slug"] as? String == asked.slug })
        #expect((candidate["name"] as? [String: String])?.keys.sorted() == ["en", "zh"])
        #expect((candidate["province"] as? [String: String])?.keys.sorted() == ["en", "zh"])
    }

    static let refusedPlaces = [
        ["availability", "Suzhou"], ["availability", "Guangdong"], ["availability", "Guangzhuo"],
        ["availability", "Atlantis"], ["availability", "Pudong"], ["availability", "Hong Kong"],
        ["availability", "Chaoyang"], ["city", "show", "Suzhou"],
        ["city", "show", "guangzhou", "--as-of", "2025-12-31"],
    ]
    static let refusedAnswers = [
        ["--nationality", "Korea"], ["--nationality", "Germny"], ["--nationality", "Atlantis"],
        ["--nationality", "CHN"], ["--action", "isue"], ["--action", "issue", "--validity", "61"],
        ["--entries", "zero"], ["--action", "change", "--validity", "12"],
    ]

    @Test(
        arguments: refusedPlaces
            + refusedAnswers.map { ["fee", "quote", "--city", "guangzhou", "--service", "residence-permit"] + $0 }
    )
    func `a refusal in Chinese is Chinese`(arguments: [String]) throws {
        let run = try Program.run(arguments + ["--lang", "zh"])
        #expect(run.code == 1 || run.code == 64)
        let first = try #require(run.talk.split(separator: "\n").first)
        #expect(first.unicodeScalars.contains { $0.properties.isIdeographic })
        for word in ["there is", "Did you", "these ", "asked", " may be ", "lies in", "district"] {
            #expect(!run.talk.contains(word), "\(run.talk)")
        }
    }

    @Test func `Chaoyang is a question, and its candidates can be asked for`() throws {
        let run = try Program.run("availability", "chaoyang")
        #expect(run.code == 1)
        #expect(run.talk.contains("beijing  Beijing") && run.talk.contains("211300  Chaoyang"))
        #expect(try Program.run("availability", "211300").code == 0)
    }

    @Test(arguments: ["Hong Kong", "澳門", "Taipei"])
    func `where other authorities decide, that is said`(name: String) throws {
        let run = try Program.run("availability", name)
        #expect(run.code == 1)
        #expect(run.talk.contains("on the mainland") && run.talk.contains("12367"))
    }

    @Test func `what was typed is said back short, and cannot steer the terminal`() throws {
        let long = "\u{1B}[31m\u{202E}" + String(repeating: "x", count: 10_000)
        for arguments in [
            ["availability", long], ["explain", long], ["fee", "quote", "--city", "guangzhou", "--service", long],
            ["fee", "quote", "--city", "guangzhou", "--service", "visa", "--nationality", long],
        ] {
            let run = try Program.run(arguments)
            #expect(run.code == 1 || run.code == 64)
            #expect(run.talk.utf8.count < 600, "\(arguments[0])")
            #expect(run.talk.contains("<U+001B>") && run.talk.contains("<U+202E>") && run.talk.contains("…"))
            #expect(!run.talk.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        }
    }

    @Test func `a city's config is shown byte for byte as it is generated`() throws {
        let scratch = try ScratchFolder()
        #expect(try Program.run("generate", "cities", "--output", scratch.path + "/content").code == 0)
        let files = try scratch.files(below: "content")
        let path = try #require(files.keys.first { $0.hasSuffix("guangzhou.json") })
        #expect(try Program.run("city", "show", "guangzhou", "--format", "json").output == files[path])
    }

    @Test func `help for a command that does not exist is exit 64`() throws {
        for words in [["nope"], ["fee", "nope"]] {
            let run = try Program.run(["help"] + words)
            #expect(run.code == 64)
            #expect(run.output.isEmpty)
            #expect(run.talk.contains("nope"))
        }
        let help = try Program.run("help", "fee", "quote")
        #expect(help.code == 0)
        #expect(help.text.contains("visafee fee quote"))
    }

    @Test func `examples in the help fit a terminal of 80 columns`() throws {
        for words in [[], ["fee", "quote"], ["availability"], ["city", "show"]] {
            let help = try Program.run(words + ["--help"])
            // The help is wrapped at 80 columns, and what is wrapped begins at the margin.
            let lines = help.text.split(separator: "\n", omittingEmptySubsequences: false)
            let start = try #require(lines.firstIndex(of: "EXAMPLES"))
            let examples = lines[(start + 1)...].prefix { !$0.hasPrefix("USAGE") && $0 != "EXIT CODES" && !$0.isEmpty }
            #expect(!examples.isEmpty)
            #expect(examples.allSatisfy { $0.hasPrefix("  ") }, "\(examples)")
        }
    }

    @Test func `Suzhou is a question`() throws {
        let run = try Program.run("availability", "Suzhou")
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains("苏州市") && run.talk.contains("宿州市"))
    }

    @Test(arguments: ["Guangzhou", "广州", "guangzhou", "Canton", "guǎng zhōu", "GUANGZHOU CITY"])
    func `Guangzhou is found by its names`(name: String) throws {
        let run = try Program.run("availability", name)
        #expect(run.code == 0)
        #expect(run.text.contains("gzsgaj"))
        #expect(run.text.contains("12367"))
    }

    @Test func `every press in Guangzhou stands in its order`() throws {
        let run = try Program.run("availability", "广州")
        let presses = ["办事大厅", "更多>>", "证件费用支付", "阅读并同意", "确认", "提交", "确认支付"]
        var rest = run.text[...]
        for press in presses {
            let range = try #require(rest.range(of: press), "\(press) in its place")
            rest = rest[range.upperBound...]
        }
    }

    @Test(arguments: ["en", "zh"])
    func `of Lhasa nobody knows, and nothing reads as no`(language: String) throws {
        let run = try Program.run("availability", "lhasa", "--lang", language)
        #expect(run.code == 0)
        #expect(run.text.contains("12367"))
        #expect(
            run.text.contains(language == "en" ? "unknown" : "未知") || run.text.contains("不清楚")
                || run.text.contains("nobody")
        )
        for no in ["not offered", "not available", "cannot pay", "不支持", "不能缴", "不可以", "未开通"] {
            #expect(!run.text.contains(no), "\(no)")
        }
    }

    @Test func `a typing error gets suggestions and no answer`() throws {
        let run = try Program.run("availability", "Guangzhuo")
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains("guangzhou"))
    }

    @Test func `a machine format is alone on standard output`() throws {
        for arguments in [
            ["availability", "广州", "--format", "json"], ["availability", "lhasa", "--format", "json"],
            ["fee", "quote", "--city", "beijing", "--service", "visa", "--format", "json"],
            ["city", "show", "guangzhou", "--format", "json"], ["rules", "--format", "json"],
            ["validate", "cities", "--format", "json"], ["schema", "city"],
        ] {
            let run = try Program.run(arguments)
            #expect(run.code == 0)
            #expect((try? JSONSerialization.jsonObject(with: Data(run.output))) != nil, "\(arguments)")
        }
    }
}
