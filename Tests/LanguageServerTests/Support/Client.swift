import CanonicalJSON
import CivilTime
import Diagnostics
import LanguageServer
import RegistryExamples
import Testing
import Vocabulary

/// An editor that talks to a server over the fictional registry in `/registry`.
struct Client {
    static let folder = "/registry"
    static let city = "\(folder)/exampleton.yaml"
    static let schedule = "\(folder)/fees/national.yaml"
    static let settings = "\(folder)/registry.yaml"

    let disk: MemoryDisk
    var server: LanguageServer
    /// What the server has said so far, in order.
    private(set) var heard: [JSONValue] = []
    private var lastID: Int64 = 0

    init(language: Language? = nil) throws {
        let day = try #require(CivilDate("2026-03-01"))
        disk = MemoryDisk(try ExampleRegistry().files, in: Self.folder, day: day)
        server = LanguageServer(
            version: "1",
            surroundings: disk,
            validator: try ExampleRegistry.validator(),
            language: language
        )
    }

    /// A client that has introduced itself as one that can do everything.
    static func introduced(
        language: Language? = nil,
        locale: String = "en",
        encodings: [JSONValue] = ["utf-16"],
        root: String = "file:///registry"
    ) throws -> Client {
        var client = try Client(language: language)
        client.request(
            "initialize",
            [
                "capabilities": [
                    "general": ["positionEncodings": .array(encodings)],
                    "textDocument": [
                        "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
                        "hover": ["contentFormat": ["plaintext"]],
                        "publishDiagnostics": ["relatedInformation": true],
                    ],
                    "workspace": ["workspaceEdit": ["documentChanges": true]],
                ],
                "locale": .string(locale),
                "rootUri": .string(root),
            ]
        )
        client.notify("initialized", [:])
        return client
    }

    // MARK: Talking

    /// Sends bytes as they are, and gives what comes back at once.
    @discardableResult
    mutating func send(_ bytes: some Collection<UInt8>) -> [JSONValue] {
        let answers = server.receive(bytes)
        heard += answers
        return answers
    }

    /// Waits until the server has nothing more to say.
    @discardableResult
    mutating func settle() -> [JSONValue] {
        let news = server.settle()
        heard += news
        return news
    }

    static func message(_ method: String, _ params: JSONValue, id: JSONValue? = nil) -> JSONValue {
        var message: JSONObject = ["jsonrpc": "2.0", "method": .string(method), "params": params]
        if let id { message["id"] = id }
        return .object(message)
    }

    /// Asks, and gives the whole answer.
    @discardableResult
    mutating func request(_ method: String, _ params: JSONValue) -> JSONValue {
        lastID += 1
        let id = JSONValue.integer(lastID)
        return send(Self.message(method, params, id: id).framed).first { $0["id"] == id } ?? .null
    }

    mutating func notify(_ method: String, _ params: JSONValue) {
        send(Self.message(method, params).framed)
    }

    // MARK: Documents

    static func uri(_ path: String) -> JSONValue { .string("file://" + path) }

    /// Opens a file with what is on disk, or with other text.
    mutating func open(_ path: String, _ text: String? = nil) {
        let item: JSONValue = [
            "languageId": "yaml", "text": .string(text ?? disk.text(path)), "uri": Self.uri(path), "version": 1,
        ]
        notify("textDocument/didOpen", ["textDocument": item])
    }

    /// Replaces the whole text of an open file.
    mutating func type(_ path: String, _ text: String, version: Int64 = 2) {
        let change: JSONValue = ["text": .string(text)]
        notify(
            "textDocument/didChange",
            ["contentChanges": [change], "textDocument": ["uri": Self.uri(path), "version": .integer(version)]]
        )
    }

    /// What the client was last told of a file; nothing where it was told nothing.
    func findings(of path: String) -> [JSONValue]? {
        heard.last { $0["method"] == "textDocument/publishDiagnostics" && $0["params"]?["uri"] == Self.uri(path) }?[
            "params"
        ]?["diagnostics"]?.elements
    }

    /// The rules the client was last told are broken in a file.
    func rules(of path: String) -> [String]? {
        findings(of: path)?.compactMap { $0["code"]?.text }
    }

    /// What the server wrote into the client's log.
    var log: [String] {
        heard.filter { $0["method"] == "window/logMessage" }.compactMap { $0["params"]?["message"]?.text }
    }

    /// Asks about a place of an open file: where `needle` stands in `text`, or behind its `↓`.
    @discardableResult
    mutating func ask(_ method: String, _ path: String, at position: JSONValue) -> JSONValue {
        request("textDocument/" + method, ["position": position, "textDocument": ["uri": Self.uri(path)]])["result"]
            ?? .null
    }

    /// The place behind a mark in a text, and the text without it.
    static func marked(_ text: String) throws -> (text: String, place: JSONValue) {
        let parts = text.split(separator: "↓", omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        return (parts.joined(), place(after: String(parts[0])))
    }

    /// The place just behind a text, in units of UTF-16.
    static func place(after text: String) -> JSONValue {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return [
            "character": .integer(Int64(lines.last?.utf16.count ?? 0)), "line": .integer(Int64(lines.count - 1)),
        ]
    }

    /// The place where a text stands first in another.
    static func place(of needle: String, in text: String) throws -> JSONValue {
        let range = try #require(text.firstRange(of: needle), "'\(needle)' is not there")
        return place(after: String(text[..<range.lowerBound]))
    }
}

extension JSONValue {
    /// The value of a key, where this is an object.
    subscript(_ key: String) -> JSONValue? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    var elements: [JSONValue]? {
        if case .array(let array) = self { array } else { nil }
    }

    var text: String? {
        if case .string(let string) = self { string } else { nil }
    }

    var integer: Int64? {
        if case .integer(let integer) = self { integer } else { nil }
    }
}
