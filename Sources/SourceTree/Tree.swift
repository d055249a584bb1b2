public import Diagnostics
internal import Glibc

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
    @usableFromInline let bytes: [UInt8]
    @usableFromInline let decoded: [UInt8]

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
    @inlinable
    public func withUTF8<Result, Failure: Error>(
        of node: NodeID,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let place = place(of: node)
        return if place.isDecoded {
            try decoded.withUnsafeBufferPointer { buffer throws(Failure) in
                try body(UnsafeBufferPointer(rebasing: buffer[place.range]))
            }
        } else {
            try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
                try body(UnsafeBufferPointer(rebasing: buffer[place.range]))
            }
        }
    }

    /// Where a value's text lies: in the file, or in the side buffer.
    @usableFromInline
    struct TextPlace {
        @usableFromInline let range: Range<Int>
        @usableFromInline let isDecoded: Bool
    }

    @usableFromInline
    func place(of node: NodeID) -> TextPlace {
        let record = self[node]
        guard record.isScalar else { return TextPlace(range: 0..<0, isDecoded: false) }
        let start = Int(record.textStart)
        return TextPlace(range: start..<start + Int(record.count), isDecoded: record.flags.contains(.isDecoded))
    }

    /// Whether a value's text is this literal; false for lists and groups.
    public func equals(_ node: NodeID, _ literal: StaticString) -> Bool {
        equals(node, UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Whether a value's text is these bytes; false for lists and groups.
    public func equals(_ node: NodeID, _ utf8: [UInt8]) -> Bool {
        utf8.withUnsafeBufferPointer { equals(node, $0) }
    }

    /// Whether a value's text is this one; false for lists and groups.
    public func equals(_ node: NodeID, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { equals(node, $0) }
    }

    private func equals(_ node: NodeID, _ expected: UnsafeBufferPointer<UInt8>) -> Bool {
        let record = self[node]
        guard record.isScalar, Int(record.count) == expected.count else { return false }
        return withUTF8(of: node) { Self.areEqual($0, expected) }
    }

    /// Whether two unrefused values of a list may have the same text: false only if no two have.
    public func mayHaveEqualItems(_ list: NodeID) -> Bool {
        // Comparing each with each is quick in a short list; a long one is left to whoever looks closer.
        guard count(of: list) <= 32 else { return true }
        for item in items(of: list) where kind(of: item) == .scalar && !isRefused(item) {
            let isRepeated = withUTF8(of: item) { text in
                for other in items(of: list) {
                    if other == item { return false }
                    if !isRefused(other), equals(other, text) { return true }
                }
                return false
            }
            if isRepeated { return true }
        }
        return false
    }

    private static func areEqual(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let one = first.baseAddress, let other = second.baseAddress else { return true }
        return memcmp(one, other, first.count) == 0
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

    /// Lends the file's bytes, as far as the file could be read at all.
    func withFileBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer(body)
    }

    /// The last value that begins at a place or before it, with where it lies.
    func lastScalar(from position: Int) -> (node: NodeID, start: UInt32, end: UInt32, isBlock: Bool)? {
        var low = 0
        var high = nodes.count
        while low < high {
            let middle = (low + high) / 2
            if Int(nodes[middle].start) <= position { low = middle + 1 } else { high = middle }
        }
        guard let index = nodes[..<low].lastIndex(where: \.isScalar) else { return nil }
        return (NodeID(index), nodes[index].start, nodes[index].end, nodes[index].style == .block)
    }

    /// Whether a value follows this one; after none, whether there is any.
    func hasScalar(after node: NodeID?) -> Bool {
        nodes[(node.map { Int($0.index) + 1 } ?? 0)...].contains(where: \.isScalar)
    }

    private subscript(_ node: NodeID) -> NodeRecord {
        nodes[Int(node.index)]
    }
}
