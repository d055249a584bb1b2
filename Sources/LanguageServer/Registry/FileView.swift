import CityRegistry
import Diagnostics
import RegistryRules
import SourceTree

/// One file of an open registry as a request about it sees it: its text, its tree, and the words around it.
struct FileView: Sendable {
    /// The registry.
    let session: ValidationSession
    /// The file.
    let file: FileID
    /// Which kind of file.
    let kind: RegistryFile
    /// Its text.
    let text: TextDocument
    /// Its tree; of a file with a syntax error the part before it.
    let tree: Tree

    init(_ session: ValidationSession, _ file: FileID, _ text: TextDocument) {
        self.session = session
        self.file = file
        self.text = text
        let source = SourceFile(path: session.catalog[file].path, bytes: text.bytes)
        kind = RegistryFile(path: source.path)
        tree = Tree.reading(of: source, as: file).tree
    }

    /// The words that the file may use.
    var lexicon: Lexicon { Lexicon(session, for: file, tree) }

    /// What stands at a byte.
    func place(at offset: Int) -> FilePlace? {
        kind.schema.place(at: UInt32(clamping: offset), in: tree)
    }
}
