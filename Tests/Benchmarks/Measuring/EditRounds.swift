import Foundation

/// How long somebody who types waits for findings: from a change sent to `visafee lsp` to the findings that it means.
struct EditRounds {
    /// Milliseconds each edit took, ascending.
    let edits: [Double]
    /// Milliseconds the same bytes took through `cat` and back: what the pipes cost.
    let echoes: [Double]

    /// Opens a city of a registry and breaks and mends it, again and again, with the pipes' own cost measured in turn.
    init(_ registry: TestRegistry, visafee: String, rounds: Int) throws {
        guard let city = registry.written.cities.first else { throw BenchmarkError("the registry has no city") }
        let table = registry.written.divisions.map { ["--divisions", $0.path] } ?? []
        let server = try Conversation([visafee, "lsp"] + table)
        let cat = try Conversation(["/bin/cat"])
        defer {
            server.end()
            cat.end()
        }
        let text = String(decoding: try Data(contentsOf: city), as: UTF8.self)
        let place = try Self.place(of: "confidence: high", in: text)
        let uri = "file://" + city.resolvingSymlinksInPath().path
        server.send(
            Self.request(1, "initialize", ["capabilities": [:], "rootUri": "file://" + registry.folder.path])
        )
        _ = try server.message()
        server.send(
            Self.notification(
                "textDocument/didOpen",
                ["textDocument": ["languageId": "yaml", "text": text, "uri": uri, "version": 1]]
            )
        )
        let clock = ContinuousClock()
        try Self.wait(for: uri, 1, from: server)
        var edits: [Double] = []
        var echoes: [Double] = []
        for round in 0..<rounds {
            let version = round + 2
            let change = Self.change(uri, version, place, to: round.isMultiple(of: 2) ? "x" : "h")
            let time = try clock.measure {
                server.send(change)
                try Self.wait(for: uri, version, from: server)
            }
            edits.append(time / .milliseconds(1))
            let echo = try clock.measure {
                cat.send(change)
                _ = try cat.receive(change.count)
            }
            echoes.append(echo / .milliseconds(1))
        }
        server.send(Self.request(2, "shutdown", [:]) + Self.notification("exit", [:]))
        self.edits = edits.sorted()
        self.echoes = echoes.sorted()
    }

    /// The middle of some times.
    static func median(_ times: [Double]) -> Double {
        times.isEmpty ? 0 : times[times.count / 2]
    }

    /// The findings of a file in the version that was sent last.
    private static func wait(for uri: String, _ version: Int, from server: Conversation) throws {
        while true {
            let message = try server.message()
            if message.contains("\"uri\":\"\(uri)\""), message.contains("\"version\":\(version)}") { return }
        }
    }

    /// Line and character where a text begins.
    private static func place(of needle: String, in text: String) throws -> (line: Int, character: Int) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let range = line.range(of: needle) {
                // The letter behind "confidence: ".
                let start = line.utf16.distance(from: line.startIndex, to: range.lowerBound)
                return (number, start + "confidence: ".utf16.count)
            }
        }
        throw BenchmarkError("the city has no '\(needle)' to break")
    }

    private static func change(_ uri: String, _ version: Int, _ place: (line: Int, character: Int), to letter: String)
        -> [UInt8]
    {
        let start = ["line": place.line, "character": place.character]
        let end = ["line": place.line, "character": place.character + 1]
        return notification(
            "textDocument/didChange",
            [
                "contentChanges": [["range": ["end": end, "start": start], "text": letter] as [String: Any]],
                "textDocument": ["uri": uri, "version": version] as [String: Any],
            ]
        )
    }

    private static func notification(_ method: String, _ params: [String: Any]) -> [UInt8] {
        framed(["jsonrpc": "2.0", "method": method, "params": params])
    }

    private static func request(_ id: Int, _ method: String, _ params: [String: Any]) -> [UInt8] {
        framed(["id": id, "jsonrpc": "2.0", "method": method, "params": params])
    }

    private static func framed(_ message: [String: Any]) -> [UInt8] {
        let body = (try? JSONSerialization.data(withJSONObject: message, options: [.sortedKeys])) ?? Data()
        return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }
}
