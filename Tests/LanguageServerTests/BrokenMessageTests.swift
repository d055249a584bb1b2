import CanonicalJSON
import LanguageServer
import SeededRandomness
import Testing

/// Thousands of conversations that go wrong.
struct BrokenMessageTests {
    /// Messages of a usual conversation, to be broken.
    private static func messages(_ text: String) -> [JSONValue] {
        let uri: JSONValue = ["uri": Client.uri(Client.city), "version": 2]
        let position: JSONValue = ["character": 4, "line": 30]
        let asked: JSONValue = ["position": position, "textDocument": uri]
        let range: JSONValue = ["end": ["character": 9, "line": 40], "start": position]
        let change: JSONValue = ["range": range, "text": "kind: [counter-"]
        let item: JSONValue = [
            "languageId": "yaml", "text": .string(text), "uri": Client.uri(Client.city), "version": 1,
        ]
        let watched: JSONValue = ["type": 2, "uri": Client.uri(Client.schedule)]
        return [
            Client.message("initialize", ["capabilities": [:], "rootUri": "file:///registry"], id: 1),
            Client.message("initialized", [:]),
            Client.message("textDocument/didOpen", ["textDocument": item]),
            Client.message("textDocument/didChange", ["contentChanges": [change], "textDocument": uri]),
            Client.message("textDocument/hover", asked, id: 2),
            Client.message("textDocument/completion", asked, id: "three"),
            Client.message("textDocument/definition", asked, id: 4),
            Client.message("textDocument/documentSymbol", ["textDocument": uri], id: 5),
            Client.message(
                "textDocument/codeAction",
                ["context": ["diagnostics": []], "range": range, "textDocument": uri],
                id: 6
            ),
            Client.message("$/cancelRequest", ["id": 6]),
            Client.message("workspace/didChangeWatchedFiles", ["changes": [watched]]),
            Client.message("textDocument/didClose", ["textDocument": uri]),
        ]
    }

    /// A message with something wrong in it, or in its frame.
    private static func broken(_ message: JSONValue, _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = message.framed
        func number(_ range: Range<Int>, _ generator: inout SeededGenerator) -> Int {
            range.isEmpty ? 0 : Int.random(in: range, using: &generator)
        }
        let kinds = number(0..<10, &generator)
        let place = number(0..<bytes.count, &generator)
        switch kinds {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case 3: bytes.removeLast(number(0..<bytes.count, &generator))
        case 4: bytes.removeFirst(number(0..<bytes.count, &generator))
        case 5:
            let body = message.canonicalBytes
            let length = number(0..<2 * body.count, &generator)
            bytes = Array("Content-Length: \(length)\r\n\r\n".utf8) + body
        case 6:
            let words = ["null", "-1", "1e99", "\"x\"", "[]", "{}", "true", "9007199254740993", "0.5"]
            let text = String(decoding: message.canonicalBytes, as: UTF8.self)
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            let index = number(1..<parts.count, &generator)
            let word = words[number(0..<words.count, &generator)]
            let rest = parts[index].drop { $0 != "," && $0 != "}" }
            let spoilt = parts[..<index] + [Substring(word + rest)] + parts[(index + 1)...]
            let body = Array(spoilt.joined(separator: ":").utf8)
            bytes = Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
        case 7: bytes += bytes
        case 8: bytes = (0..<number(1..<300, &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
        default: break
        }
        return bytes
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `no broken message ends a conversation, and the next good one is answered`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var sent = 0
        while sent < 500 {
            var client = try Client()
            let messages = Self.messages(client.disk.text(Client.city))
            if Bool.random(using: &generator) { client.send(messages[0].framed) }
            for _ in 0..<20 {
                let message = messages[Int.random(in: 0..<messages.count, using: &generator)]
                client.send(Self.broken(message, &generator))
                if Int.random(in: 0..<4, using: &generator) == 0 { client.settle() }
                sent += 1
            }
            client.settle()
            #expect(client.server.ending == nil)
            // Whatever length was announced last: enough of what can be made out gets through.
            let asked = Client.message("nothing/at-all", [:], id: "good").framed
            var answers: [JSONValue] = []
            for _ in 0..<400 where !answers.contains(where: { $0["id"] == "good" }) { answers += client.send(asked) }
            let answer = try #require(answers.first { $0["id"] == "good" })
            let code = answer["error"]?["code"]?.integer
            #expect(code == -32601 || code == -32002 || code == -32600)
            // Everything the server said can be read by anybody.
            for said in client.heard { #expect(throws: Never.self) { try JSONValue(canonical: said.canonicalBytes) } }
        }
    }
}
