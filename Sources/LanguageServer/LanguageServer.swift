public import CanonicalJSON
import CityRegistry
import Diagnostics
public import RegistryRules
public import Vocabulary

/// A language server for registries: findings while somebody types, explanations, completion, and fixes.
///
/// It is a value. Bytes of a client go in, messages for the client come out, and nothing else happens but that it asks its
/// ``Surroundings`` for files and the day. Whatever a client sends, it answers or passes over with a clear error, and goes
/// on.
public struct LanguageServer: Sendable {
    /// How a conversation ended.
    public enum Ending: Hashable, Sendable {
        /// `shutdown`, then `exit`.
        case orderly
        /// `exit` without `shutdown`.
        case abrupt
        /// The client was gone between two messages.
        case disconnected
        /// The client was gone in the middle of a message.
        case cutOff
    }

    private enum Phase {
        case waiting
        case running
        case shutDown
    }

    /// How the conversation ended; nothing while it goes on.
    public private(set) var ending: Ending?
    /// The language of texts.
    var language: Language
    /// What the client can do.
    var client = ClientCapabilities()
    /// The open documents, by their addresses as the client writes them.
    var documents: [String: OpenDocument] = [:]
    /// The addresses of documents whose text their registry has not been given yet.
    var unread: Set<String> = []
    /// The registries of which a file was opened, by folder.
    var registries: [String: OpenRegistry] = [:]
    /// Folders of which the client has been told that they hold no registry.
    var foldersWithout: Set<String> = []
    /// What goes to the client once the messages at hand have been handled.
    var outbox: [JSONValue] = []
    let surroundings: any Surroundings
    let validator: Validator

    private let version: String
    private let hasFixedLanguage: Bool
    private var phase = Phase.waiting
    private var reader = MessageReader()

    /// A server that nobody has spoken to; in the client's language where none is given.
    public init(
        version: String,
        surroundings: any Surroundings,
        validator: Validator = Validator(),
        language: Language? = nil
    ) {
        self.version = version
        self.surroundings = surroundings
        self.validator = validator
        self.language = language ?? .english
        hasFixedLanguage = language != nil
    }

    /// Takes bytes of the client, handles every message that is now there whole, and gives what is to be sent.
    ///
    /// Findings come with ``settle()``, so that a client that types fast does not wait for those of every key.
    public mutating func receive(_ bytes: some Collection<UInt8>) -> [JSONValue] {
        let messages = reader.take(bytes)
        for (index, message) in messages.enumerated() where ending == nil {
            handle(message, before: messages[(index + 1)...], after: messages[..<index])
        }
        return takeOutbox()
    }

    /// Judges what has changed, and gives the findings that are new to the client.
    ///
    /// To be called when no message is waiting.
    public mutating func settle() -> [JSONValue] {
        guard phase == .running, ending == nil else { return [] }
        publish()
        return takeOutbox()
    }

    /// Takes note that the client is gone.
    public mutating func disconnect() {
        guard ending == nil else { return }
        ending = phase == .shutDown ? .orderly : reader.isBetweenMessages ? .disconnected : .cutOff
    }

    private mutating func takeOutbox() -> [JSONValue] {
        defer { outbox = [] }
        return outbox
    }

    // MARK: Messages

    private mutating func handle(
        _ message: Message,
        before later: ArraySlice<Message>,
        after earlier: ArraySlice<Message>
    ) {
        switch message {
        case .response: break
        case .faulty(let id, let error): outbox.append(Outgoing.error(id, error.json(in: language)))
        case .notification(let method, let params): notify(method, params)
        case .request(let id, let method, let params):
            do throws(ResponseError) {
                if earlier.contains(where: { $0.requestID == id }) {
                    throw .invalidRequest("an earlier request has this id and had no answer yet", "此 id 已用于尚未答复的请求")
                }
                if later.contains(where: { $0.cancels(id) }) { throw .cancelled }
                outbox.append(Outgoing.result(id, try answer(method, params)))
            } catch {
                outbox.append(Outgoing.error(id, error.json(in: language)))
            }
        }
    }

    private mutating func answer(_ method: String, _ params: IncomingValue) throws(ResponseError) -> JSONValue {
        if phase == .running { catchUp() }
        switch (phase, method) {
        case (.waiting, "initialize"): return initialize(params)
        case (.waiting, _): throw .notInitialized
        case (.running, "initialize"):
            throw .invalidRequest("'initialize' was sent already", "“initialize”已发送过")
        case (.running, "shutdown"):
            phase = .shutDown
            return .null
        case (.running, "textDocument/hover"): return try hover(params)
        case (.running, "textDocument/completion"): return try completion(params)
        case (.running, "textDocument/definition"): return try definition(params)
        case (.running, "textDocument/documentSymbol"): return try documentSymbols(params)
        case (.running, "textDocument/codeAction"): return try codeActions(params)
        case (.running, _): throw .noMethod(method)
        case (.shutDown, _):
            throw .invalidRequest("after 'shutdown' only 'exit' is understood", "“shutdown”之后只接受“exit”")
        }
    }

    private mutating func notify(_ method: String, _ params: IncomingValue) {
        if method == "exit" {
            ending = phase == .shutDown ? .orderly : .abrupt
            return
        }
        guard phase == .running else { return }
        do throws(ResponseError) {
            switch method {
            case "initialized": begin()
            case "textDocument/didOpen": try didOpen(params)
            case "textDocument/didChange": try didChange(params)
            case "textDocument/didClose": try didClose(params)
            case "workspace/didChangeWatchedFiles": try didChangeWatchedFiles(params)
            case "textDocument/didSave", "textDocument/willSave", "workspace/didChangeConfiguration",
                "workspace/didChangeWorkspaceFolders":
                break
            // Those with a dollar may be passed over by whoever does not know them.
            case _ where method.hasPrefix("$/"): break
            default: throw .noMethod(method)
            }
        } catch {
            tell(error.message, isError: true)
        }
    }

    /// Tells the client something that belongs to no request.
    mutating func tell(_ text: LocalizedText, isError: Bool = false) {
        let params: JSONValue = ["message": .string("visafee: " + text.text(in: language)), "type": isError ? 1 : 3]
        outbox.append(Outgoing.notification("window/logMessage", params))
    }

    // MARK: Beginning

    private mutating func initialize(_ params: IncomingValue) -> JSONValue {
        phase = .running
        client = ClientCapabilities(params)
        if !hasFixedLanguage, let locale = params["locale"]?.string {
            language = locale.lowercased().hasPrefix("zh") ? .chinese : .english
        }
        for folder in Self.folders(params) {
            for candidate in [folder, folder + "/cities"] where load(candidate) { break }
        }
        return [
            "capabilities": [
                "codeActionProvider": ["codeActionKinds": ["quickfix", "source.fixAll"]],
                "completionProvider": ["triggerCharacters": [" ", "\"", ",", "[", "{"]],
                "definitionProvider": true,
                "documentSymbolProvider": true,
                "hoverProvider": true,
                "positionEncoding": .string(client.encoding.rawValue),
                "textDocumentSync": ["change": 2, "openClose": true],
            ],
            "serverInfo": ["name": "visafee", "version": .string(version)],
        ]
    }

    private static func folders(_ params: IncomingValue) -> [String] {
        let named = params["workspaceFolders"]?.array?.compactMap { $0["uri"]?.string } ?? []
        let roots = named.isEmpty ? [params["rootUri"]?.string].compactMap(\.self) : named
        return roots.compactMap { DocumentURI($0).path }.map { path in
            path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        }
    }

    private mutating func begin() {
        guard client.watchesFilesOnRequest else { return }
        let watcher: JSONValue = ["globPattern": "**/*.yaml"]
        let registration: JSONValue = [
            "id": "visafee-files", "method": "workspace/didChangeWatchedFiles",
            "registerOptions": ["watchers": [watcher]],
        ]
        outbox.append(Outgoing.request("visafee-1", "client/registerCapability", ["registrations": [registration]]))
    }
}

extension Message {
    /// The id of a request.
    fileprivate var requestID: RequestID? {
        if case .request(let id, _, _) = self { id } else { nil }
    }

    /// Whether the client no longer wants the answer to a request.
    fileprivate func cancels(_ id: RequestID) -> Bool {
        guard case .notification("$/cancelRequest", let params) = self else { return false }
        return RequestID(params["id"]) == id
    }
}
