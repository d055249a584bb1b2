import Diagnostics
import SourceTree

/// A text with the marks taken out of it, and where they stood.
struct MarkedText {
    let bytes: [UInt8]
    let marks: [Int]

    init(_ marked: String) {
        let mark = Array("↓".utf8)
        let source = Array(marked.utf8)
        var bytes: [UInt8] = []
        var marks: [Int] = []
        var position = 0
        while position < source.count {
            if source[position...].starts(with: mark) {
                marks.append(bytes.count)
                position += mark.count
            } else {
                bytes.append(source[position])
                position += 1
            }
        }
        self.bytes = bytes
        self.marks = marks
    }
}

func read(_ bytes: [UInt8]) -> (tree: Tree, diagnostics: [Diagnostic]) {
    Tree.read(SourceFile(path: "cities/exampleton.yaml", bytes: bytes), as: FileID(index: 0))
}

func read(_ text: String) -> (tree: Tree, diagnostics: [Diagnostic]) {
    read(Array(text.utf8))
}

/// The rules that were broken, in the order of the file.
func rules(in text: String) -> [RuleID] {
    read(text).diagnostics.map(\.rule)
}

extension Tree {
    /// The value of a key, for tests that know that it is there.
    func value(of key: StaticString, in node: NodeID? = nil) -> NodeID? {
        (node ?? root).flatMap { group in entries(of: group).first { equals($0.key, key) }?.value }
    }

    /// All nodes below one, itself first, in the order of the file.
    func subtree(of node: NodeID) -> [NodeID] {
        switch kind(of: node) {
        case .scalar: [node]
        case .sequence: [node] + items(of: node).flatMap(subtree)
        case .mapping: [node] + entries(of: node).flatMap { subtree(of: $0.key) + subtree(of: $0.value) }
        }
    }

    var allNodes: [NodeID] { root.map(subtree) ?? [] }
}
