import CityRegistry
import Diagnostics
import SourceTree

/// A file's outline: its records by their keys, and the records of lists by what identifies them.
struct DocumentSymbol: Sendable {
    let name: String
    let detail: String?
    /// By the protocol's numbers: a group with keys, a list, or a single value.
    let kind: Int64
    /// The entry with its key.
    let range: SourceRange
    /// The key, or the text that identifies the record.
    let selection: SourceRange
    let children: [DocumentSymbol]

    /// How deep an outline goes: a channel's keys are in it, the words of its steps are not.
    private static let depth = 4

    /// The outline of a file.
    static func all(of tree: Tree) -> [DocumentSymbol] {
        tree.root.map { children(of: $0, tree, depth) } ?? []
    }

    private static func children(of node: NodeID, _ tree: Tree, _ depth: Int) -> [DocumentSymbol] {
        guard depth > 0 else { return [] }
        switch tree.kind(of: node) {
        case .scalar: return []
        case .mapping:
            return tree.entries(of: node).compactMap { key, value in
                let name = tree.text(of: key)
                guard !name.isEmpty else { return nil }
                return symbol(name, tree.range(of: key), value, tree, depth)
            }
        case .sequence:
            return tree.items(of: node).compactMap { item in
                guard let (name, place) = identity(of: item, tree) else { return nil }
                return symbol(name, place, item, tree, depth)
            }
        }
    }

    private static func symbol(
        _ name: String,
        _ key: SourceRange,
        _ value: NodeID,
        _ tree: Tree,
        _ depth: Int
    ) -> DocumentSymbol {
        let range = tree.range(of: value)
        let (kind, detail): (Int64, String?) =
            switch tree.kind(of: value) {
            case .mapping: (19, nil)
            case .sequence: (18, nil)
            case .scalar: (15, tree.text(of: value))
            }
        return DocumentSymbol(
            name: name,
            detail: detail,
            kind: kind,
            range: SourceRange(file: key.file, start: min(key.start, range.start), end: max(key.end, range.end)),
            selection: key,
            children: children(of: value, tree, depth - 1)
        )
    }

    /// What a record of a list is known by: its first value that is no group.
    private static func identity(of item: NodeID, _ tree: Tree) -> (String, SourceRange)? {
        for (_, value) in tree.entries(of: item) where tree.kind(of: value) == .scalar {
            let text = tree.text(of: value)
            if !text.isEmpty { return (text, tree.range(of: value)) }
        }
        return nil
    }

    /// This one and all below it, with the names of those above.
    func flattened(in container: String?) -> [(symbol: DocumentSymbol, container: String?)] {
        [(self, container)] + children.flatMap { $0.flattened(in: name) }
    }
}
