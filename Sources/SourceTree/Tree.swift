public import Diagnostics

/// One YAML file as read: every value with its exact place, nothing interpreted yet.
///
/// A tree is an arena of nodes in the order of the file, named by ``NodeID``. It holds the file's bytes and builds text
/// only when asked, so reading a file costs little more than libyaml's own work, and any number of tasks may share it.
public struct Tree: Sendable {
    /// What a node is.
    public enum Kind: Sendable {
        /// A single value.
        case scalar
        /// A list.
        case sequence
        /// A group of keys and their values.
        case mapping
    }

    /// The file this tree was read from.
    public let file: FileID
    /// Whether the whole file was read; false when a syntax error or a limit ended the reading early.
    ///
    /// What was open there is closed there, so a missing key may only be missing from what was read.
    public let isComplete: Bool

    let nodes: [NodeRecord]
    let decoded: [UInt8]
    private let bytes: [UInt8]

    init(file: FileID, isComplete: Bool, nodes: [NodeRecord], bytes: [UInt8], decoded: [UInt8]) {
        self.file = file
        self.isComplete = isComplete
        self.nodes = nodes
        self.bytes = bytes
        self.decoded = decoded
    }

    /// The outermost node; nil for a file without content, which is itself a finding.
    public var root: NodeID? {
        nodes.isEmpty ? nil : NodeID(0)
    }

    /// Whether the node is a single value, a list or a group.
    public func kind(of node: NodeID) -> Kind {
        switch self[node].style {
        case .plain, .singleQuoted, .doubleQuoted, .block, .alias: .scalar
        case .sequence: .sequence
        case .mapping: .mapping
        }
    }

    /// The bytes the node takes up in the file: with its quotes, and without what follows its last child.
    public func range(of node: NodeID) -> SourceRange {
        let record = self[node]
        return SourceRange(file: file, start: record.start, end: record.end)
    }

    /// Whether the node is an unquoted value.
    public func isPlain(_ node: NodeID) -> Bool {
        self[node].style == .plain
    }

    /// Whether a finding about this very node has been reported already, so that nobody else need complain about it.
    public func isRefused(_ node: NodeID) -> Bool {
        self[node].flags.contains(.refused)
    }

    /// What a value looks like; always text for what is quoted, and for lists and groups.
    public func form(of node: NodeID) -> ScalarForm {
        self[node].form
    }

    /// The text of a value, with quotes removed and escapes replaced; empty for lists and groups.
    public func text(of node: NodeID) -> String {
        withUTF8(of: node) { String(decoding: $0, as: UTF8.self) }
    }

    /// Lends the text of a value as UTF-8, without copying it; empty for lists and groups.
    public func withUTF8<Result, Failure: Error>(
        of node: NodeID,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let record = self[node]
        guard record.isScalar else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
        let start = Int(record.textStart)
        let range = start..<start + Int(record.count)
        return if record.flags.contains(.isDecoded) {
            try decoded.withUnsafeBufferPointer { buffer throws(Failure) in
                try body(UnsafeBufferPointer(rebasing: buffer[range]))
            }
        } else {
            try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
                try body(UnsafeBufferPointer(rebasing: buffer[range]))
            }
        }
    }

    /// Whether a value's text is this literal; false for lists and groups.
    public func equals(_ node: NodeID, _ literal: StaticString) -> Bool {
        let record = self[node]
        guard record.isScalar, Int(record.count) == literal.utf8CodeUnitCount else { return false }
        return literal.withUTF8Buffer { expected in
            withUTF8(of: node) { $0.elementsEqual(expected) }
        }
    }

    /// Whether a value's text is these bytes; false for lists and groups.
    public func equals(_ node: NodeID, _ utf8: [UInt8]) -> Bool {
        let record = self[node]
        guard record.isScalar, Int(record.count) == utf8.count else { return false }
        return withUTF8(of: node) { $0.elementsEqual(utf8) }
    }

    /// The number of a group's entries or a list's items; 0 for a value.
    public func count(of node: NodeID) -> Int {
        let record = self[node]
        return record.isScalar ? 0 : Int(record.count)
    }

    /// The keys of a group and their values, in the file's order; empty for anything else.
    public func entries(of node: NodeID) -> Entries {
        let record = self[node]
        let first = node.index + 1
        return Entries(nodes: nodes, position: first, end: record.style == .mapping ? record.next : first)
    }

    /// The items of a list, in the file's order; empty for anything else.
    public func items(of node: NodeID) -> Items {
        let record = self[node]
        let first = node.index + 1
        return Items(nodes: nodes, position: first, end: record.style == .sequence ? record.next : first)
    }

    /// The values whose text is written otherwise in the file, with escapes or over several lines, in the file's order.
    public var rewrittenScalars: [NodeID] {
        guard !decoded.isEmpty else { return [] }
        return nodes.indices.filter { nodes[$0].flags.contains(.isDecoded) }.map { NodeID($0) }
    }

    private subscript(_ node: NodeID) -> NodeRecord {
        nodes[Int(node.index)]
    }
}
