import CanonicalJSON
import LanguageServer
import Testing
import Vocabulary

/// Explanations, completion, ways to definitions, outlines and fixes.
struct EditingTests {
    private func hover(
        _ needle: String,
        in path: String,
        language: Language = .english
    ) throws -> String? {
        var client = try Client.introduced(language: language)
        client.open(path)
        let place = try Client.place(of: needle, in: client.disk.text(path))
        return client.ask("hover", path, at: place)["contents"]?["value"]?.text
    }

    private func labels(_ marked: String, in path: String = Client.city) throws -> [String] {
        var client = try Client.introduced()
        let (text, place) = try Client.marked(marked)
        client.open(path, text)
        return client.ask("completion", path, at: place).elements?.compactMap { $0["label"]?.text } ?? []
    }

    /// The city's file with something in the place of a text of it.
    private func city(_ needle: String, _ replacement: String) throws -> String {
        let text = try Client.introduced().disk.text(Client.city)
        try #require(text.contains(needle))
        return text.replacing(needle, with: replacement, maxReplacements: 1)
    }

    // MARK: Explanations

    @Test func `a fee says how much, who pays it, since when, by which source of what age`() throws {
        let text = try #require(try hover("400}", in: Client.schedule))
        #expect(
            text == """
                CNY 400 per person
                who pays: Residence permit; action: permit; validity: less than 1 year; any nationality
                in force; since when is not recorded
                source: notice (read 2025-12-01, 90 days ago)
                confidence: high
                """
        )
        let chinese = try #require(try hover("200, per: time", in: Client.schedule, language: .chinese))
        #expect(chinese.hasPrefix("每次200元\n缴费对象：居留许可；action: 变更；任何国籍\n"))
    }

    @Test func `a fee that changes says since when it holds and what comes`() throws {
        var client = try Client.introduced()
        let text = client.disk.text(Client.schedule)
            .replacing("fee: 400", with: "fee: {undated: 300, 2026-02-01: 400, 2026-09-01: not-offered}")
        client.open(Client.schedule, text)
        let answer = client.ask("hover", Client.schedule, at: try Client.place(of: "2026-02-01: 400", in: text))
        #expect(answer == .null || answer["contents"]?["value"]?.text != nil)
        let fee = client.ask("hover", Client.schedule, at: try Client.place(of: "400, 2026-09", in: text))
        let lines = try #require(fee["contents"]?["value"]?.text)
        #expect(lines.contains("in force since 2026-02-01"))
        #expect(lines.contains("from 2026-09-01: not offered"))
    }

    @Test(arguments: [
        ("notice\n    confidence: high\n\nfees", "A fictional notice"),
        ("\"990100\"", "Exampleton 示例市"),
        ("exampleton\ndivision", "Fiction 虚构"),
        ("offered}", "a source says that the bureau runs it"),
        ("wechat-balance,", "WeChat balance"),
        ("kind: official-account", "of a channel, required"),
        ("national\n\nrollout", "National schedule"),
    ])
    func `a word of a city's file is explained`(needle: String, text: String) throws {
        #expect(try hover(needle, in: Client.city)?.contains(text) == true)
    }

    @Test func `a nationality says its name and its group`() throws {
        let text = try #require(try hover("GBR]", in: Client.schedule))
        #expect(text.contains("United Kingdom"))
        #expect(text.contains("national: special (countries with rates of their own)"))
    }

    @Test func `there is nothing to say between two records`() throws {
        #expect(try hover("\nreceipt:", in: Client.city) == nil)
    }

    // MARK: Completion

    @Test func `the keys of a record are offered where one is begun, without those it has`() throws {
        let offered = try labels(try city("    languages: zh\n", "    ↓\n"))
        #expect(offered.contains("sites"))
        #expect(offered.contains("languages"))
        #expect(!offered.contains("kind"))
        #expect(!offered.contains("city"))
    }

    @Test func `keys are offered in a file that ends in the middle of a word`() throws {
        let offered = try labels("city: exampleton\nbureau:\n  na↓")
        #expect(offered.contains("name"))
        #expect(offered.contains("phones"))
        // A bureau nobody knows anything of.
        #expect(offered.contains("unknown"))
        #expect(try labels("ci↓").contains("city"))
        #expect(try labels("↓").contains("city"))
    }

    @Test func `keys are offered between braces`() throws {
        let offered = try labels(try city("{number: \"0990-1234567\"}", "{number: \"0990-1234567\", ↓}"))
        #expect(offered.contains("confidence"))
        #expect(!offered.contains("number"))
    }

    @Test(arguments: [
        ("    kind: official-account", "official-account", ["official-account", "counter-cash"]),
        ("    status: {2025-06-01: offered}", "offered}", ["offered", "not-offered", "withdrawn", "unknown"]),
        ("methods: [wechat-balance, wechat-bank-card]", "wechat-bank-card]", ["wechat-bank-card", "cash"]),
        ("    refund: original-method", "original-method", ["unknown", "original-method", "counter", "none"]),
        ("  schedule: national", "national", ["national"]),
        (
            "    source: notice\n    confidence: high\n\nfees", "notice\n    confidence: high\n\nfees",
            ["notice", "guide"]
        ),
        ("services: [residence-permit, stay-permit]", "stay-permit]", ["stay-permit"]),
    ])
    func `the words of a closed list are offered where one belongs`(
        needle: String,
        end: String,
        expected: [String]
    ) throws {
        // The word itself is not there yet.
        let client = try Client.introduced()
        let word = String(end.prefix { $0.isLetter || $0 == "-" })
        let written = needle.dropLast(end.count) + "↓" + end.dropFirst(word.count)
        let text = client.disk.text(Client.city).replacing(needle, with: String(written), maxReplacements: 1)
        #expect(try labels(text) == expected)
    }

    @Test func `divisions are offered by name and written with quotes`() throws {
        var client = try Client.introduced()
        let (text, place) = try Client.marked(client.disk.text(Client.city).replacing("\"990100\"", with: "\"↓\""))
        client.open(Client.city, text)
        let items = client.ask("completion", Client.city, at: place).elements ?? []
        let other = try #require(items.first { $0["label"] == "990200" })
        #expect(other["textEdit"]?["newText"] == "\"990200\"")
        #expect(other["detail"]?.text?.contains("Othertown") == true)
        #expect(other["filterText"]?.text?.contains("Othertown") == true)
    }

    @Test func `conditions of a rate are offered by service, groups before nationalities`() throws {
        let client = try Client.introduced()
        let text = client.disk.text(Client.schedule)
        let questions = try labels(
            text.replacing("{when: {action: change}", with: "{when: {action: change, ↓}"),
            in: Client.schedule
        )
        #expect(questions == ["nationality", "validity"])
        let answers = try labels(text.replacing("{action: change}", with: "{action: ↓}"), in: Client.schedule)
        #expect(answers == ["issue", "change"])
        let groups = try labels(text.replacing("nationality: special", with: "nationality: ↓"), in: Client.schedule)
        #expect(groups.prefix(2) == ["special", "ordinary"])
        #expect(groups.contains("DEU"))
        let codes = try labels(text.replacing("[USA, GBR]", with: "[USA, ↓]"), in: Client.schedule)
        #expect(codes.contains("FRA"))
        #expect(!codes.contains("USA"))
    }

    @Test func `what is offered replaces the word at the cursor and leaves a valid file`() throws {
        var client = try Client.introduced()
        let (text, place) = try Client.marked(
            client.disk.text(Client.city).replacing("kind: official-", with: "kind: coun↓ter-")
        )
        client.open(Client.city, text)
        let item = try #require(
            client.ask("completion", Client.city, at: place).elements?.first { $0["label"] == "counter-cash" }
        )
        let range = try #require(item["textEdit"]?["range"])
        let change: JSONValue = ["range": range, "text": try #require(item["textEdit"]?["newText"])]
        client.notify(
            "textDocument/didChange",
            ["contentChanges": [change], "textDocument": ["uri": Client.uri(Client.city), "version": 2]]
        )
        client.settle()
        #expect(client.rules(of: Client.city)?.contains("unknown-reference") == false)
    }

    // MARK: Definitions and outlines

    @Test(arguments: [
        ("notice\n    confidence: high\n\nfees", Client.city, "notice: {kind"),
        ("national\n\nrollout", Client.schedule, "national\nname"),
        ("official-account:\n    stage", Client.city, "official-account:\n    kind"),
        ("wechat-balance,", Client.settings, "wechat-balance:"),
        ("stay-permit]", Client.settings, "stay-permit:"),
    ])
    func `the way to what a word names is known`(needle: String, path: String, target: String) throws {
        var client = try Client.introduced()
        client.open(Client.city)
        let place = try Client.place(of: needle, in: client.disk.text(Client.city))
        let answer = client.ask("definition", Client.city, at: place)
        #expect(answer["uri"] == Client.uri(path))
        #expect(answer["range"]?["start"] == (try Client.place(of: target, in: client.disk.text(path))))
    }

    @Test func `the way to a group is known`() throws {
        var client = try Client.introduced()
        let text = client.disk.text(Client.schedule)
        client.open(Client.schedule)
        let answer = client.ask("definition", Client.schedule, at: try Client.place(of: "special}", in: text))
        #expect(answer["range"]?["start"] == (try Client.place(of: "special:", in: text)))
    }

    @Test func `an outline holds the records of a file`() throws {
        var client = try Client.introduced()
        client.open(Client.city)
        let symbols = client.ask("documentSymbol", Client.city, at: .null).elements ?? []
        #expect(symbols.contains { $0["name"] == "channels" })
        let channels = symbols.first { $0["name"] == "channels" }?["children"]?.elements
        #expect(channels?.first?["name"] == "official-account")
        #expect(channels?.first?["selectionRange"] != nil)

        // A client without trees gets a list.
        var plain = try Client()
        plain.request("initialize", ["capabilities": [:]])
        plain.open(Client.city)
        let list = plain.ask("documentSymbol", Client.city, at: .null).elements ?? []
        #expect(list.contains { $0["name"] == "official-account" && $0["containerName"] == "channels" })
    }

    // MARK: Fixes

    private func actions(_ client: inout Client, only: [JSONValue] = []) -> [JSONValue] {
        let end: JSONValue = ["character": 0, "line": 9999]
        let context: JSONValue = only.isEmpty ? ["diagnostics": []] : ["diagnostics": [], "only": .array(only)]
        return client.request(
            "textDocument/codeAction",
            [
                "context": context, "range": ["end": end, "start": ["character": 0, "line": 0]],
                "textDocument": ["uri": Client.uri(Client.city)],
            ]
        )["result"]?.elements ?? []
    }

    @Test func `a safe fix is preferred, meant for the version it was made for, and leaves a clean file`() throws {
        var client = try Client.introduced()
        let whole = client.disk.text(Client.city)
        client.open(Client.city, whole.replacing("\"990100\"", with: "990100"))
        client.settle()
        let before = client.rules(of: Client.city)
        #expect(before?.contains("unquoted-number") == true)
        let action = try #require(actions(&client, only: ["quickfix"]).first { $0["isPreferred"] == true })
        let change = try #require(action["edit"]?["documentChanges"]?.elements?.first)
        #expect(change["textDocument"] == ["uri": Client.uri(Client.city), "version": 1])
        let edits = try #require(change["edits"]?.elements)
        let changes: [JSONValue] = edits.map { edit in
            ["range": edit["range"] ?? .null, "text": edit["newText"] ?? .null]
        }
        client.notify(
            "textDocument/didChange",
            ["contentChanges": .array(changes), "textDocument": ["uri": Client.uri(Client.city), "version": 2]]
        )
        client.settle()
        #expect(client.rules(of: Client.city)?.contains("unquoted-number") == false)
    }

    @Test func `a guess is offered and not preferred, and only where it is asked for`() throws {
        var client = try Client.introduced()
        client.open(Client.city, client.disk.text(Client.city).replacing("receipt:\n", with: "receit:\n"))
        let guess = try #require(actions(&client).first { $0["kind"] == "quickfix" })
        #expect(guess["isPreferred"] == false)
        #expect(guess["diagnostics"]?.elements?.first?["code"] == "unknown-key")
        #expect(actions(&client, only: ["refactor"]) == [])
        #expect(actions(&client, only: ["source.fixAll"]) == [])
    }

    @Test func `everything safe is mended at once`() throws {
        var client = try Client.introduced()
        let whole = client.disk.text(Client.city)
        client.open(Client.city, whole.replacing("\"990100\"", with: "990100").replacing("examplegaj", with: "12"))
        let all = try #require(actions(&client, only: ["source"]).first)
        #expect(all["kind"] == "source.fixAll")
        #expect(all["edit"]?["documentChanges"]?.elements?.first?["edits"]?.elements?.count == 2)
    }

    @Test func `a client without versions gets edits by address`() throws {
        var client = try Client()
        client.request("initialize", ["capabilities": [:]])
        client.open(Client.city, client.disk.text(Client.city).replacing("\"990100\"", with: "990100"))
        let action = try #require(actions(&client).first)
        #expect(action["edit"]?["changes"]?["file://\(Client.city)"]?.elements?.isEmpty == false)
    }
}
