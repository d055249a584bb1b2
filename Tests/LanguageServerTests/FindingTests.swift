import CanonicalJSON
import LanguageServer
import Testing

/// What an editor is told of its files while somebody types.
struct FindingTests {
    private static let slip = ("kind: official-account\n", "kind: oficial-account\n")

    private func withSlip(_ client: Client) -> String {
        client.disk.text(Client.city).replacing(Self.slip.0, with: Self.slip.1)
    }

    @Test func `a slip is told of with its rule, its place and what to do, and a mended one is taken back`() throws {
        var client = try Client.introduced()
        client.open(Client.city)
        client.settle()
        let before = client.rules(of: Client.city)
        let text = withSlip(client)
        client.type(Client.city, text)
        client.settle()
        let finding = try #require(client.findings(of: Client.city)?.first { $0["code"] == "unknown-reference" })
        #expect(finding["range"]?["start"] == (try Client.place(of: "oficial-account", in: text)))
        #expect(finding["severity"] == 1)
        #expect(finding["message"]?.text?.contains("one of: counter-cash, official-account") == true)
        client.type(Client.city, client.disk.text(Client.city), version: 3)
        client.settle()
        #expect(client.rules(of: Client.city) == before)
    }

    @Test func `the findings of many keys come once, and with the last text's version`() throws {
        var client = try Client.introduced()
        client.open(Client.city)
        client.settle()
        for version in 2...30 { client.type(Client.city, withSlip(client), version: Int64(version)) }
        let news = client.settle()
        #expect(news.count == 1)
        #expect(news.first?["params"]?["version"] == 30)
        #expect(client.settle() == [])
    }

    @Test(arguments: ["utf-8", "utf-16"]) func `changes of parts are counted as agreed`(encoding: String) throws {
        var client = try Client.introduced(encodings: [.string(encoding)])
        let text = "city: exampleton # 城市😀\nfees: {schedule: national}\n"
        client.open(Client.city, text)
        let before = "city: exampleton # "
        let wide = encoding == "utf-8" ? 10 : 4
        let start = before.utf8.count
        let change: JSONValue = [
            "range": [
                "end": ["character": .integer(Int64(start + wide)), "line": 0],
                "start": ["character": .integer(Int64(start)), "line": 0],
            ],
            "text": "x",
        ]
        let end: JSONValue = [
            "range": ["end": ["character": 99, "line": 99], "start": ["character": 99, "line": 1]],
            "text": "  bad: 1\n",
        ]
        client.notify(
            "textDocument/didChange",
            ["contentChanges": [change, end], "textDocument": ["uri": Client.uri(Client.city), "version": 2]]
        )
        var whole = try Client.introduced(encodings: [.string(encoding)])
        whole.open(Client.city, "city: exampleton # x\nfees: {schedule: national}  bad: 1\n")
        #expect(client.settle().last?["params"]?["diagnostics"] == whole.settle().last?["params"]?["diagnostics"])
    }

    @Test func `what another file has to do with it is named`() throws {
        var client = try Client.introduced()
        client.open(Client.city)
        client.open("\(Client.folder)/othertown.yaml", client.disk.text(Client.city))
        client.settle()
        let findings =
            (client.findings(of: Client.city) ?? []) + (client.findings(of: "\(Client.folder)/othertown.yaml") ?? [])
        let places = findings.flatMap { $0["relatedInformation"]?.elements ?? [] }.compactMap { $0["location"]?["uri"] }
        #expect(!places.isEmpty)
    }

    @Test func `a change to one file takes back what it meant for another`() throws {
        var client = try Client.introduced()
        client.open(Client.settings)
        client.settle()
        let text = client.disk.text(Client.settings)
        client.type(Client.settings, text.replacing("wechat-balance:", with: "wechat-purse:"))
        client.settle()
        #expect(client.rules(of: Client.city)?.contains("unknown-reference") == true)
        client.type(Client.settings, text, version: 3)
        client.settle()
        #expect(client.rules(of: Client.city)?.contains("unknown-reference") == false)
    }

    @Test func `a file that is not saved yet belongs to the registry, until it is closed`() throws {
        var client = try Client.introduced()
        let path = "\(Client.folder)/othertown.yaml"
        client.open(path, "city: othertown\n")
        client.settle()
        #expect(client.rules(of: path)?.contains("missing-key") == true)
        client.notify("textDocument/didClose", ["textDocument": ["uri": Client.uri(path)]])
        client.settle()
        #expect(client.findings(of: path) == [])
    }

    @Test func `a file that is closed without saving is again what is on disk`() throws {
        var client = try Client.introduced()
        client.open(Client.city)
        client.settle()
        let before = client.rules(of: Client.city)
        client.type(Client.city, "city: [")
        client.settle()
        #expect(client.rules(of: Client.city) != before)
        client.notify("textDocument/didClose", ["textDocument": ["uri": Client.uri(Client.city)]])
        client.settle()
        #expect(client.rules(of: Client.city) == before)
    }

    @Test func `files that come, change and go on disk are noticed`() throws {
        var client = try Client.introduced()
        client.settle()
        let changed: (Int64) -> JSONValue = { kind in
            let change: JSONValue = ["type": .integer(kind), "uri": Client.uri(Client.schedule)]
            return ["changes": [change]]
        }
        let text = client.disk.text(Client.schedule)
        client.disk.write(Client.schedule, nil)
        client.notify("workspace/didChangeWatchedFiles", changed(3))
        client.settle()
        #expect(client.rules(of: Client.city)?.contains("unknown-reference") == true)
        client.disk.write(Client.schedule, text)
        client.notify("workspace/didChangeWatchedFiles", changed(1))
        client.settle()
        #expect(client.rules(of: Client.city)?.contains("unknown-reference") == false)
    }

    @Test func `a folder without a registry is said to be none, once, and its files are left alone`() throws {
        var client = try Client.introduced(root: "file:///elsewhere")
        client.open("/elsewhere/a.yaml", "city: [")
        client.open("/elsewhere/b.yaml", "city: [")
        client.open("/elsewhere/notes.txt", "city: [")
        client.settle()
        #expect(client.findings(of: "/elsewhere/a.yaml") == nil)
        #expect(client.log.count == 1)
        #expect(client.ask("hover", "/elsewhere/a.yaml", at: ["character": 1, "line": 0]) == .null)
        #expect(client.ask("documentSymbol", "/elsewhere/a.yaml", at: .null) == [])
        // A document that lies nowhere yet is nobody's.
        let item: JSONValue = ["text": "city: [", "uri": "untitled:Untitled-1", "version": 1]
        client.notify("textDocument/didOpen", ["textDocument": item])
        #expect(client.settle() == [])
    }

    @Test func `a folder becomes a registry when its registry.yaml comes`() throws {
        var client = try Client.introduced(root: "file:///elsewhere")
        client.open("/new/exampleton.yaml", "city: exampleton\n")
        client.settle()
        #expect(client.findings(of: "/new/exampleton.yaml") == nil)
        client.disk.write("/new/registry.yaml", client.disk.text(Client.settings))
        let change: JSONValue = ["type": 1, "uri": "file:///new/registry.yaml"]
        client.notify("workspace/didChangeWatchedFiles", ["changes": [change]])
        client.settle()
        #expect(client.rules(of: "/new/exampleton.yaml")?.contains("missing-key") == true)
    }

    @Test func `the registry of the folder is judged before any of its files is opened`() throws {
        var client = try Client()
        client.disk.write("/elsewhere/cities/registry.yaml", "registry: 2\n")
        client.request("initialize", ["capabilities": [:], "rootUri": "file:///elsewhere/"])
        client.settle()
        #expect(client.rules(of: "/elsewhere/cities/registry.yaml")?.isEmpty == false)
    }

    @Test func `what would be passed over is said once`() throws {
        var client = try Client()
        client.disk.write("\(Client.folder)/othertown.yml", "city: othertown\n")
        client.request("initialize", ["capabilities": [:], "rootUri": "file:///registry"])
        client.open(Client.city)
        client.settle()
        #expect(client.log == ["visafee: \(Client.folder)/othertown.yml would be passed over"])
    }

    @Test func `what is private is in no message`() throws {
        var client = try Client.introduced()
        let number = "13800138000"
        let text = client.disk.text(Client.city).replacing("0990-1234567", with: number)
        client.open(Client.city, text)
        client.settle()
        #expect(client.rules(of: Client.city)?.isEmpty == false)
        #expect(client.heard.allSatisfy { !$0.pretty.contains(number) })
    }
}
