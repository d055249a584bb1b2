import CanonicalJSON
import Diagnostics
import RegistryRules
import Vocabulary

extension LanguageServer {
    /// Tells the client what is new about its registries' files.
    mutating func publish() {
        catchUp()
        for folder in registries.keys.sorted() {
            guard var registry = registries[folder] else { continue }
            let news = registry.news()
            registries[folder] = registry
            guard !news.isEmpty else { continue }
            var writer = FindingWriter(registry.session, self)
            for (path, findings) in news {
                let document = document(at: path)
                var params: JSONObject = [
                    "diagnostics": .array(findings.map { writer.json($0) }),
                    "uri": .string(document?.uri.text ?? DocumentURI(path: path).text),
                ]
                if let document { params["version"] = .integer(Int64(document.version)) }
                outbox.append(Outgoing.notification("textDocument/publishDiagnostics", .object(params)))
            }
        }
    }

    /// The open document of a file.
    func document(at path: String) -> OpenDocument? {
        documents.values.first { $0.uri.path == path }
    }
}

/// Writes findings and places of one registry as the protocol has them.
struct FindingWriter {
    private let catalog: SourceCatalog
    private let report: Report
    private let server: LanguageServer
    private var texts: [FileID: TextDocument] = [:]

    init(_ session: ValidationSession, _ server: LanguageServer) {
        catalog = session.catalog
        // Knows what no text may show.
        report = Report(session.verdict.findings, in: session.catalog, language: server.language)
        self.server = server
    }

    mutating func json(_ finding: Diagnostic) -> JSONValue {
        let texts = [finding.message, finding.help].compactMap(\.self).map { report.printable($0) }
        var json: JSONObject = [
            "code": .string(finding.rule.rawValue),
            "data": ["rule": .string(finding.rule.rawValue)],
            "message": .string(texts.joined(separator: "\n")),
            "range": range(finding.range),
            "severity": .integer(finding.severity.number),
            "source": "visafee",
        ]
        let notes = finding.notes.filter { $0.range != nil }
        if server.client.hasRelatedInformation, !notes.isEmpty {
            json["relatedInformation"] = .array(
                notes.map { note in
                    ["location": note.range.map { location($0) } ?? .null, "message": .string(printable(note.message))]
                }
            )
        }
        return .object(json)
    }

    /// A text that shows nothing private.
    func printable(_ text: LocalizedText) -> String { report.printable(text) }

    /// A range within its file.
    mutating func range(_ range: SourceRange) -> JSONValue {
        let text = texts[range.file] ?? TextDocument(catalog[range.file].bytes)
        texts[range.file] = text
        let start = text.position(of: Int(range.start), server.client.encoding)
        let end = text.position(of: Int(range.end), server.client.encoding)
        return ["end": end.json, "start": start.json]
    }

    /// A range with its file.
    mutating func location(_ place: SourceRange) -> JSONValue {
        ["range": range(place), "uri": .string(uri(of: place.file).text)]
    }

    /// The address of a file, as the client writes it where it has it open.
    func uri(of file: FileID) -> DocumentURI {
        let path = catalog[file].path
        return server.document(at: path)?.uri ?? DocumentURI(path: path)
    }

    /// Edits of files, with the versions they are meant for.
    mutating func edit(_ edits: [TextEdit]) -> JSONValue {
        let files = Set(edits.map(\.range.file)).sorted()
        if server.client.hasDocumentChanges {
            return ["documentChanges": .array(files.map { documentEdit($0, edits) })]
        }
        var changes = JSONObject()
        for file in files { changes[uri(of: file).key] = textEdits(file, edits) }
        return ["changes": .object(changes)]
    }

    private mutating func documentEdit(_ file: FileID, _ edits: [TextEdit]) -> JSONValue {
        let version = server.document(at: catalog[file].path).map { JSONValue.integer(Int64($0.version)) } ?? .null
        return [
            "edits": textEdits(file, edits),
            "textDocument": ["uri": .string(uri(of: file).text), "version": version],
        ]
    }

    private mutating func textEdits(_ file: FileID, _ edits: [TextEdit]) -> JSONValue {
        .array(
            edits.filter { $0.range.file == file }.map { edit in
                ["newText": .string(edit.replacement), "range": range(edit.range)]
            }
        )
    }
}

extension Position {
    /// As the protocol writes it.
    var json: JSONValue { ["character": .integer(Int64(character)), "line": .integer(Int64(line))] }
}

extension Severity {
    /// The protocol's number for it.
    fileprivate var number: Int64 {
        switch self {
        case .error: 1
        case .warning: 2
        case .advice: 3
        }
    }
}
