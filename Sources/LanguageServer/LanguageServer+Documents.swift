import CanonicalJSON
import CityRegistry
import Diagnostics
import SourceTree
import Vocabulary

/// A document as it is in the client's editor.
struct OpenDocument: Sendable {
    /// Its address.
    let uri: DocumentURI
    /// The client's number for this text.
    var version: Int
    /// The text.
    var text: TextDocument

    /// The folder of the registry it would belong to; nothing for what is no registry file.
    var home: String? {
        guard let path = uri.path, path.hasSuffix(".yaml") else { return nil }
        return RegistryFile.home(of: path)
    }

    /// Its path and bytes.
    var file: SourceFile? {
        uri.path.map { SourceFile(path: $0, bytes: text.bytes) }
    }
}

extension LanguageServer {
    mutating func didOpen(_ params: IncomingValue) throws(ResponseError) {
        guard let item = params["textDocument"], let address = item["uri"]?.string, let text = item["text"]?.string
        else {
            throw .invalidParams("'didOpen' names a document and its text", "“didOpen”应给出文档及其内容")
        }
        let document = OpenDocument(
            uri: DocumentURI(address),
            version: item["version"]?.integer ?? 0,
            text: TextDocument(Array(text.utf8))
        )
        documents[address] = document
        unread.insert(address)
    }

    mutating func didChange(_ params: IncomingValue) throws(ResponseError) {
        guard let address = params["textDocument", "uri"]?.string, let changes = params["contentChanges"]?.array else {
            throw .invalidParams("'didChange' names a document and its changes", "“didChange”应给出文档及其改动")
        }
        guard var document = documents[address] else {
            throw .invalidParams(
                "'didChange' for a document that is not open: \(address.prefix(200)); send 'didOpen' first",
                "“didChange”涉及未打开的文档：\(address.prefix(200))，请先发送“didOpen”"
            )
        }
        for change in changes {
            guard let text = change["text"]?.string else {
                throw .invalidParams("a change of a document has a text", "文档的改动应有内容")
            }
            if let range = change["range"] {
                document.text = document.text.replacing(try bytes(range, in: document.text), with: text)
            } else {
                document.text = TextDocument(Array(text.utf8))
            }
        }
        document.version = params["textDocument", "version"]?.integer ?? document.version
        documents[address] = document
        unread.insert(address)
    }

    mutating func didClose(_ params: IncomingValue) throws(ResponseError) {
        guard let address = params["textDocument", "uri"]?.string, let document = documents.removeValue(forKey: address)
        else {
            throw .invalidParams("'didClose' for a document that is not open", "“didClose”涉及未打开的文档")
        }
        guard let path = document.uri.path, let home = document.home, registries[home] != nil else { return }
        // From now on the file is what is on disk.
        refresh(path, in: home)
        registries[home]?.forget(path)
    }

    mutating func didChangeWatchedFiles(_ params: IncomingValue) throws(ResponseError) {
        guard let changes = params["changes"]?.array else {
            throw .invalidParams("'didChangeWatchedFiles' names its files", "“didChangeWatchedFiles”应给出文件")
        }
        for change in changes {
            guard let path = change["uri"]?.string.flatMap({ DocumentURI($0).path }), path.hasSuffix(".yaml") else {
                continue
            }
            let home = RegistryFile.home(of: path)
            if registries[home] == nil {
                foldersWithout.remove(home)
                unread.formUnion(documents.values.lazy.filter { $0.home == home }.map(\.uri.text))
            } else if !documents.values.contains(where: { $0.uri.path == path }) {
                refresh(path, in: home)
            }
        }
    }

    /// Puts what is on disk in the place of a file nobody has open.
    private mutating func refresh(_ path: String, in home: String) {
        if let bytes = surroundings.file(at: path) {
            registries[home]?.update(SourceFile(path: path, bytes: bytes))
        } else {
            registries[home]?.remove(path)
        }
    }

    /// Brings what was typed into the registries: once for any number of changes.
    mutating func catchUp() {
        for address in unread.sorted() {
            if let document = documents[address] { attach(document) }
        }
        unread = []
    }

    /// Brings a document's text into its registry; the registry is read first where it has not been.
    private mutating func attach(_ document: OpenDocument) {
        guard let home = document.home, let file = document.file else { return }
        if registries[home] != nil {
            registries[home]?.update(file)
            registries[home]?.forget(file.path)
        } else if load(home) {
            registries[home]?.forget(file.path)
        } else if foldersWithout.insert(home).inserted {
            tell(
                LocalizedText(
                    "\(home) holds no registry, for there is no \(RegistryFile.settingsName); its files are not checked",
                    "\(home) 中没有 \(RegistryFile.settingsName)，不是登记库，其中的文件不作检查"
                )
            )
        }
    }

    /// Reads a folder's registry, with what is open in the editor in the place of what is on disk.
    mutating func load(_ folder: String) -> Bool {
        if registries[folder] != nil { return true }
        let open = documents.values.filter { $0.home == folder }.compactMap(\.file)
        let replaced = Set(open.map(\.path))
        let read = surroundings.registry(in: folder)
        let files = read.files.filter { !replaced.contains($0.path) } + open
        guard let registry = OpenRegistry(folder: folder, files, validator: validator) else { return false }
        for trouble in read.troubles { tell(LocalizedText(trouble, trouble), isError: true) }
        registries[folder] = registry
        foldersWithout.remove(folder)
        return true
    }

    // MARK: Places

    /// The bytes of a range of the protocol; the wrong way round is read the other way.
    func bytes(_ range: IncomingValue, in text: TextDocument) throws(ResponseError) -> Range<Int> {
        let start = text.offset(of: try position(range["start"]), client.encoding)
        let end = text.offset(of: try position(range["end"]), client.encoding)
        return min(start, end)..<max(start, end)
    }

    /// A place of the protocol.
    func position(_ value: IncomingValue?) throws(ResponseError) -> Position {
        guard let line = value?["line"]?.integer, let character = value?["character"]?.integer, line >= 0,
            character >= 0
        else { throw .invalidParams("a place has a line and a character, from 0", "位置应有从0起的行号和列号") }
        return Position(line: line, character: character)
    }
}
