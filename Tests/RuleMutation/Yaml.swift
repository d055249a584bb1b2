import Diagnostics
public import SourceTree

/// A registry file's content as a value that can be changed anywhere and written again.
///
/// Scalars are kept as they are written, quotes included: how a value is quoted decides what it means.
public indirect enum Yaml: Hashable, Sendable {
    /// A single value, as it is written.
    case scalar(String)
    /// A list.
    case list([Yaml])
    /// Keys and values; a key may stand twice, which is one of the things to try.
    case map([Entry])

    /// A key, as it is written, and its value.
    public struct Entry: Hashable, Sendable {
        /// The key.
        public var key: String
        /// The value.
        public var value: Yaml

        /// A key with its value.
        public init(_ key: String, _ value: Yaml) {
            self.key = key
            self.value = value
        }
    }

    /// The content of a tree.
    public init?(_ tree: Tree, bytes: [UInt8]) {
        guard let root = tree.root else { return nil }
        self.init(tree, root, bytes)
    }

    private init(_ tree: Tree, _ node: NodeID, _ bytes: [UInt8]) {
        switch tree.kind(of: node) {
        case .mapping:
            self = .map(
                tree.entries(of: node).map { key, value in
                    Entry(Self.written(tree, key, bytes), Yaml(tree, value, bytes))
                }
            )
        case .sequence: self = .list(tree.items(of: node).map { Yaml(tree, $0, bytes) })
        case .scalar: self = .scalar(Self.written(tree, node, bytes))
        }
    }

    private static func written(_ tree: Tree, _ node: NodeID, _ bytes: [UInt8]) -> String {
        let range = tree.range(of: node)
        let raw = String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
        return raw.contains("\n") ? quoted(tree.text(of: node)) : raw
    }

    /// A text between double quotes.
    public static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    /// The file again: one value a line.
    public var text: String {
        var text = ""
        write(indent: 0, into: &text)
        return text
    }

    private func write(indent: Int, into text: inout String) {
        let margin = String(repeating: "  ", count: indent)
        switch self {
        case .scalar(let raw): text += margin + raw + "\n"
        case .list(let items):
            for item in items {
                text += margin + "-"
                item.writeValue(indent: indent, into: &text)
            }
        case .map(let entries):
            for entry in entries {
                text += margin + entry.key + ":"
                entry.value.writeValue(indent: indent, into: &text)
            }
        }
    }

    private func writeValue(indent: Int, into text: inout String) {
        switch self {
        case .scalar(let raw): text += raw.isEmpty ? "\n" : " \(raw)\n"
        case .list([]): text += " []\n"
        case .map([]): text += " {}\n"
        case .list, .map:
            text += "\n"
            write(indent: indent + 1, into: &text)
        }
    }
}

extension Yaml {
    /// The value as written, where it is a single one.
    public var raw: String? {
        if case .scalar(let raw) = self { raw } else { nil }
    }

    /// The value of a key.
    public subscript(_ key: String) -> Yaml? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// With one more entry at the end; only keys and values take one.
    public func with(_ key: String, _ value: Yaml) -> Yaml? {
        guard case .map(let entries) = self else { return nil }
        return .map(entries + [Entry(key, value)])
    }

    /// Without a key; nothing where it was not there.
    public func without(_ key: String) -> Yaml? {
        guard case .map(let entries) = self, entries.contains(where: { $0.key == key }) else { return nil }
        return .map(entries.filter { $0.key != key })
    }
}
