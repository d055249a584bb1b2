import CanonicalJSON
import CityRegistry
import Diagnostics
import RegistryRules
import SourceTree
import Vocabulary

extension LanguageServer {
    func hover(_ params: IncomingValue) throws(ResponseError) -> JSONValue {
        guard let view = try view(params) else { return .null }
        let offset = view.text.offset(of: try position(params["position"]), client.encoding)
        guard let (text, range) = Hover(view, today: surroundings.today(), language: language).answer(at: offset) else {
            return .null
        }
        var writer = FindingWriter(view.session, self)
        return ["contents": text.json(asMarkdown: client.hoverIsMarkdown), "range": writer.range(range)]
    }

    func completion(_ params: IncomingValue) throws(ResponseError) -> JSONValue {
        guard let view = try view(params) else { return [] }
        let offset = view.text.offset(of: try position(params["position"]), client.encoding)
        let (items, bytes) = Completion(view, language: language).answer(at: offset)
        var writer = FindingWriter(view.session, self)
        let range = writer.range(
            SourceRange(file: view.file, start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound))
        )
        return .array(items.map { $0.json(replacing: range) })
    }

    func definition(_ params: IncomingValue) throws(ResponseError) -> JSONValue {
        guard let view = try view(params) else { return .null }
        let offset = view.text.offset(of: try position(params["position"]), client.encoding)
        guard let place = Definition.place(of: offset, in: view) else { return .null }
        var writer = FindingWriter(view.session, self)
        return writer.location(place)
    }

    func documentSymbols(_ params: IncomingValue) throws(ResponseError) -> JSONValue {
        guard let view = try view(params) else { return [] }
        var writer = FindingWriter(view.session, self)
        let symbols = DocumentSymbol.all(of: view.tree)
        guard client.hasSymbolTree else {
            return .array(
                symbols.flatMap { $0.flattened(in: nil) }.map { symbol, container in
                    var json: JSONObject = [
                        "kind": .integer(symbol.kind), "location": writer.location(symbol.range),
                        "name": .string(symbol.name),
                    ]
                    if let container { json["containerName"] = .string(container) }
                    return .object(json)
                }
            )
        }
        return .array(symbols.map { Self.json($0, &writer) })
    }

    private static func json(_ symbol: DocumentSymbol, _ writer: inout FindingWriter) -> JSONValue {
        var json: JSONObject = [
            "children": .array(symbol.children.map { Self.json($0, &writer) }),
            "kind": .integer(symbol.kind),
            "name": .string(symbol.name),
            "range": writer.range(symbol.range),
            "selectionRange": writer.range(symbol.selection),
        ]
        if let detail = symbol.detail { json["detail"] = .string(detail) }
        return .object(json)
    }

    func codeActions(_ params: IncomingValue) throws(ResponseError) -> JSONValue {
        guard let view = try view(params) else { return [] }
        guard let range = params["range"] else { throw .invalidParams("'codeAction' has a range", "“codeAction”应有范围") }
        let bytes = try bytes(range, in: view.text)
        let wanted = params["context", "only"]?.array?.compactMap(\.string) ?? []
        let findings = view.session.verdict.findings.filter { $0.suppression == nil }
        var writer = FindingWriter(view.session, self)
        var actions: [JSONValue] = []
        if Self.wants("quickfix", wanted) {
            let touched = SourceRange(
                file: view.file,
                start: UInt32(bytes.lowerBound),
                end: UInt32(bytes.upperBound)
            )
            for action in CodeAction.quickFixes(findings, touching: touched) {
                guard let finding = action.finding, let fix = finding.fix else { continue }
                actions.append([
                    "diagnostics": [writer.json(finding)],
                    "edit": writer.edit(action.edits),
                    "isPreferred": .bool(fix.isSafe),
                    "kind": "quickfix",
                    "title": .string(writer.printable(fix.title)),
                ])
            }
        }
        if Self.wants("source.fixAll", wanted), let all = CodeAction.allSafeFixes(findings, of: view.file) {
            let title = LocalizedText("mend everything that can be mended safely", "修正所有可以安全修正的问题")
            actions.append([
                "edit": writer.edit(all.edits), "kind": "source.fixAll", "title": .string(title.text(in: language)),
            ])
        }
        return .array(actions)
    }

    /// Whether a client that asks only for some kinds of actions asks for this one.
    private static func wants(_ kind: String, _ wanted: [String]) -> Bool {
        wanted.isEmpty || wanted.contains { kind == $0 || kind.hasPrefix($0 + ".") }
    }

    /// The file a request is about; nothing where it belongs to no registry.
    private func view(_ params: IncomingValue) throws(ResponseError) -> FileView? {
        guard let address = params["textDocument", "uri"]?.string else {
            throw .invalidParams("a request about a document names it", "有关文档的请求应指明文档")
        }
        let document = documents[address]
        let uri = document?.uri ?? DocumentURI(address)
        let registry = uri.path.flatMap { registries[RegistryFile.home(of: $0)] }
        guard let path = uri.path, let registry, let id = registry.id(of: path) else {
            if document != nil { return nil }
            throw .invalidParams(
                "the document is not open: \(address.prefix(200)); send 'didOpen' first",
                "文档未打开：\(address.prefix(200))，请先发送“didOpen”"
            )
        }
        return FileView(registry.session, id, TextDocument(registry.catalog[id].bytes))
    }
}
