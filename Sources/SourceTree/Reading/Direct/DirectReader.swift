/// Reads the form in which registry files are nearly always written, byte by byte and without libyaml.
///
/// It knows block groups and lists, `{...}` and `[...]`, unquoted and quoted values of one line, and comments. Whatever
/// else it meets, and anything that deserves a finding, it calls unusual and gives up: the file is then read by libyaml
/// from its beginning, and only there are findings made. So it decides nothing by itself; of what it accepts, it makes
/// the same nodes as ``TreeBuilder`` in a tenth of the time.
struct DirectReader: ~Copyable {
    /// Something is written in a way that libyaml has to read.
    struct Unusual: Error {}

    /// A block group or list that is open, or what surrounds the outermost one.
    struct Block: BitwiseCopyable {
        /// Its index; -1 for what surrounds the outermost node.
        let node: Int
        /// The column of its keys or hyphens, from 0.
        let column: Int
        let isMapping: Bool
        /// Where its keys begin in `keys`.
        let firstKey: Int
        var children: UInt32 = 0
        /// Whether a key or a hyphen stands there whose value has not come yet.
        var awaitsValue = false
    }

    let text: UnsafePointer<UInt8>
    /// One past the last byte.
    let end: Int
    var position = 0
    var nodes: Stack<NodeRecord>
    var decoded: [UInt8] = []
    /// The innermost block that is open, and those around it.
    var innermost = Block(node: -1, column: -1, isMapping: false, firstKey: 0, awaitsValue: true)
    var outer = Stack<Block>(capacity: Limits.depth)
    var keys = Stack<DuplicateKeys.Key>(capacity: 64)
    /// Where the last node ended that has ended.
    var lastEnd = 0

    private init(over text: UnsafeBufferPointer<UInt8>, from base: UnsafePointer<UInt8>) {
        self.text = base
        end = text.count
        nodes = Stack(capacity: text.count / 10 + 16)
    }

    /// The nodes of a text that is valid UTF-8 without suspicious characters, and the values that are not written as they
    /// are read; nil where libyaml has to read it.
    static func read(_ text: UnsafeBufferPointer<UInt8>) -> (nodes: [NodeRecord], decoded: [UInt8])? {
        guard let base = text.baseAddress else { return nil }
        var reader = DirectReader(over: text, from: base)
        do throws(Unusual) {
            try reader.readBlocks()
        } catch {
            return nil
        }
        return (Array(reader.nodes.elements(from: 0)), reader.decoded)
    }

    // MARK: Nodes

    /// Adds a value.
    mutating func add(_ scalar: Scalar) throws(Unusual) {
        guard nodes.count < Limits.nodes else { throw Unusual() }
        nodes.push(
            NodeRecord(
                style: scalar.style,
                form: scalar.form,
                flags: scalar.flags,
                start: UInt32(truncatingIfNeeded: scalar.start),
                end: UInt32(truncatingIfNeeded: scalar.end),
                textStart: UInt32(truncatingIfNeeded: scalar.textStart),
                count: UInt32(truncatingIfNeeded: scalar.count),
                next: UInt32(truncatingIfNeeded: nodes.count + 1)
            )
        )
        lastEnd = scalar.end
    }

    /// Adds a key, and keeps it to be compared with its neighbours.
    mutating func addKey(_ key: Scalar) throws(Unusual) {
        let value =
            key.flags.contains(.isDecoded)
            ? decoded.withUnsafeBufferPointer {
                DuplicateKeys.hash(of: UnsafeBufferPointer(rebasing: $0[key.textRange]))
            }
            : DuplicateKeys.hash(of: UnsafeBufferPointer(start: text + key.textStart, count: key.count))
        keys.push(DuplicateKeys.Key(hash: value, node: nodes.count))
        try add(key)
    }

    /// Adds a group or list that begins here, and tells its index.
    mutating func begin(_ style: NodeRecord.Style, at start: Int, depth: Int) throws(Unusual) -> Int {
        guard nodes.count < Limits.nodes, depth < Limits.depth else { throw Unusual() }
        let place = UInt32(truncatingIfNeeded: start)
        nodes.push(NodeRecord(style: style, start: place, end: place, next: 0))
        lastEnd = start
        return nodes.count - 1
    }

    /// Ends a group or list.
    mutating func close(_ node: Int, children: UInt32, at end: Int) {
        var record = nodes[node]
        record.end = UInt32(truncatingIfNeeded: end)
        record.count = children
        record.next = UInt32(truncatingIfNeeded: nodes.count)
        nodes[node] = record
        lastEnd = end
    }

    /// Forgets the keys of a group that ends; two that are equal are libyaml's to report.
    mutating func forgetKeys(from firstKey: Int) throws(Unusual) {
        let candidates = keys.elements(from: firstKey)
        if DuplicateKeys.areLikely(among: candidates) {
            let written = UnsafeBufferPointer(start: text, count: end)
            let nodes = Array(nodes.elements(from: 0))
            let pairs = decoded.withUnsafeBufferPointer { decoded in
                DuplicateKeys(nodes: nodes, text: written, decoded: decoded).pairs(among: candidates)
            }
            guard pairs.isEmpty else { throw Unusual() }
        }
        keys.shrink(to: firstKey)
    }
}
