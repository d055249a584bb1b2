import CanonicalJSON
import LanguageServer
import Testing
import Vocabulary

/// What the server does with messages, whatever they are about.
struct ConversationTests {
    private func code(_ answer: JSONValue?) -> Int64? { answer?["error"]?["code"]?.integer }

    @Test func `an editor that introduces itself learns what the server can do`() throws {
        var client = try Client()
        let answer = client.request("initialize", ["capabilities": [:]])
        let capabilities = answer["result"]?["capabilities"]
        #expect(capabilities?["hoverProvider"] == true)
        #expect(capabilities?["textDocumentSync"]?["change"] == 2)
        #expect(capabilities?["positionEncoding"] == "utf-16")
        #expect(answer["result"]?["serverInfo"]?["name"] == "visafee")
    }

    @Test func `bytes are counted where the editor can count them`() throws {
        var client = try Client()
        let answer = client.request(
            "initialize",
            ["capabilities": ["general": ["positionEncodings": ["utf-32", "utf-8", "utf-16"]]]]
        )
        #expect(answer["result"]?["capabilities"]?["positionEncoding"] == "utf-8")
    }

    @Test func `a request before initialize is refused, and the next one is answered`() throws {
        var client = try Client()
        #expect(code(client.request("textDocument/hover", [:])) == -32002)
        client.notify("textDocument/didOpen", [:])
        #expect(client.request("initialize", [:])["result"] != nil)
        #expect(code(client.request("initialize", [:])) == -32600)
    }

    @Test
    func `an unknown request is refused by its name, an unknown notification is logged, one with a dollar passed over`()
        throws
    {
        var client = try Client.introduced()
        let answer = client.request("textDocument/brew", [:])
        #expect(code(answer) == -32601)
        #expect(answer["error"]?["message"]?.text?.contains("textDocument/brew") == true)
        client.notify("$/setTrace", ["value": "off"])
        #expect(client.log == [])
        client.notify("textDocument/didBrew", [:])
        #expect(client.log.count == 1)
    }

    @Test func `a message that comes byte by byte is one message`() throws {
        var client = try Client()
        var answers: [JSONValue] = []
        for byte in Client.message("initialize", [:], id: "text").framed { answers += client.send([byte]) }
        #expect(answers.count == 1)
        #expect(answers.first?["id"] == "text")
    }

    @Test(arguments: [
        "hello\r\n\r\n", "Content-Length: many\r\n\r\n", "Content-Length: -5\r\n\r\n", "Content-Type: x\r\n\r\n",
        "Content-Length: 3\r\n\r\n{]}", "Content-Length: 2\r\n\r\n[]", "Content-Length: 1\r\n\r\n\u{1}",
        "Content-Length: 100000000\r\n\r\n",
        "Content-Length: 17\r\n\r\n{\"jsonrpc\":\"2.0\"}",
        "Content-Length: 40\r\n\r\n{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"hover\"}",
        "Content-Length: 42\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"hover\"}",
    ])
    func `nonsense gets an error, and the server goes on`(nonsense: String) throws {
        var client = try Client.introduced()
        let answers = client.send(nonsense.utf8)
        #expect(answers.contains { code($0) == -32700 || code($0) == -32600 })
        // What was announced and is passed over has to come before anything else is read.
        if nonsense.contains("100000000") { client.send([UInt8](repeating: 0, count: 100_000_000)) }
        #expect(code(client.request("nothing", [:])) == -32601)
        #expect(client.server.ending == nil)
    }

    @Test(arguments: [10, 300, 600, 100_000]) func `a message that is nested deep is answered, too`(depth: Int) throws {
        var client = try Client.introduced()
        let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let body = #"{"id":1,"jsonrpc":"2.0","method":"nothing","params":\#(nested)}"#
        let answers = client.send("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
        #expect(answers.map(code) == [depth < 500 ? -32601 : -32700])
    }

    @Test func `nonsense without an end is passed over as soon as a header can be made out`() throws {
        var client = try Client.introduced()
        let nonsense = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000)
        let asked = Client.message("nothing", [:], id: 7).framed
        let answers = client.send(nonsense + asked)
        #expect(answers.contains { code($0) == -32700 })
        #expect(answers.contains { code($0) == -32601 && $0["id"] == 7 })
    }

    @Test(arguments: [-20, -1, 1, 5, 25]) func `a length that is wrong spoils no message but its own`(wrong: Int) throws
    {
        var client = try Client.introduced()
        let body = Client.message("first", [:], id: 1).canonicalBytes
        let spoilt = Array("Content-Length: \(body.count + wrong)\r\n\r\n".utf8) + body
        let answers = client.send(spoilt + Client.message("second", [:], id: 2).framed)
        #expect(answers.contains { code($0) == -32700 })
        #expect(answers.contains { $0["id"] == 2 && code($0) == -32601 })
    }

    @Test func `a request that is cancelled while it waits gets no result`() throws {
        var client = try Client.introduced()
        let asked = Client.message("textDocument/hover", [:], id: 5).framed
        let cancelled = Client.message("$/cancelRequest", ["id": 5]).framed
        let answers = client.send(asked + cancelled)
        #expect(answers.count == 1)
        #expect(code(answers.first) == -32800)
        // A request that has been answered cannot be cancelled any more.
        #expect(client.send(cancelled).isEmpty)
    }

    @Test func `an id that waits cannot be used again, one that was answered can`() throws {
        var client = try Client.introduced()
        let asked = Client.message("nothing", [:], id: 5).framed
        #expect(client.send(asked + asked).map(code) == [-32601, -32600])
        #expect(client.send(asked).map(code) == [-32601])
    }

    @Test func `a request that leaves something out is told what`() throws {
        var client = try Client.introduced()
        client.open(Client.city)
        let uri: JSONValue = ["uri": Client.uri(Client.city)]
        for params: JSONValue in [
            [:], ["textDocument": [:]], ["textDocument": uri], ["position": ["line": 1], "textDocument": uri],
            ["position": ["character": -1, "line": 1], "textDocument": uri], 7, "text", [1, 2],
        ] {
            #expect(code(client.request("textDocument/hover", params)) == -32602)
        }
        let unknown = client.request("textDocument/hover", ["textDocument": ["uri": "file:///elsewhere.yaml"]])
        #expect(unknown["error"]?["message"]?.text?.contains("didOpen") == true)
    }

    @Test func `a notification that leaves something out is logged and changes nothing`() throws {
        var client = try Client.introduced()
        client.open(Client.city)
        client.settle()
        client.notify("textDocument/didChange", ["textDocument": ["uri": Client.uri(Client.city)]])
        client.notify("textDocument/didChange", ["contentChanges": [], "textDocument": ["uri": "file:///none.yaml"]])
        client.notify("textDocument/didOpen", [:])
        client.notify("textDocument/didClose", ["textDocument": ["uri": "file:///none.yaml"]])
        client.notify("workspace/didChangeWatchedFiles", [:])
        #expect(client.log.count == 5)
        #expect(client.settle() == [])
    }

    @Test func `shutdown and exit end in order, exit alone does not`() throws {
        var client = try Client.introduced()
        #expect(client.request("shutdown", .null)["result"] == .null)
        #expect(code(client.request("textDocument/hover", [:])) == -32600)
        client.notify("exit", .null)
        #expect(client.server.ending == .orderly)
        #expect(client.request("textDocument/hover", [:]) == .null)

        var rude = try Client.introduced()
        rude.notify("exit", .null)
        #expect(rude.server.ending == .abrupt)
    }

    @Test func `a client that goes is noticed, in the middle of a message too`() throws {
        var client = try Client.introduced()
        client.server.disconnect()
        #expect(client.server.ending == .disconnected)

        var other = try Client.introduced()
        other.send("Content-Length: 20\r\n\r\n{".utf8)
        other.server.disconnect()
        #expect(other.server.ending == .cutOff)
    }

    @Test func `texts are in the language of the editor, unless one was asked for`() throws {
        var chinese = try Client.introduced(locale: "zh-CN")
        #expect(chinese.request("nothing", [:])["error"]?["message"]?.text?.contains("没有") == true)
        var english = try Client.introduced(language: .english, locale: "zh-CN")
        #expect(english.request("nothing", [:])["error"]?["message"]?.text?.contains("no method") == true)
    }
}
