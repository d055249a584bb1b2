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

    @Test func `answers that rule each other out, and words that do not exist, are exit 1 with advice`() throws {
        let ruledOut = try quote("--service", "visa", "--action", "extend", "--entries", "zero")
        #expect(ruledOut.code == 1)
        #expect(ruledOut.talk.contains("rules another out"))
        let misspelt = try quote("--service", "residence-permt")
        #expect(misspelt.code == 1)
        #expect(misspelt.talk.contains("residence-permit"))
        #expect(try quote("--service", "visa", "--nationality", "CHN").code == 1)
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
