extension Tree {
    /// The entries of a group, one after the other, without allocating.
    public struct Entries: Sequence, IteratorProtocol, Sendable {
        let nodes: [NodeRecord]
        var position: UInt32
        let end: UInt32

        /// The next key and its value.
        public mutating func next() -> (key: NodeID, value: NodeID)? {
            guard position < end else { return nil }
            let key = position
            let value = nodes[Int(key)].next
            position = nodes[Int(value)].next
            return (NodeID(Int(key)), NodeID(Int(value)))
        }
    }

    /// The items of a list, one after the other, without allocating.
    public struct Items: Sequence, IteratorProtocol, Sendable {
        let nodes: [NodeRecord]
        var position: UInt32
        let end: UInt32

        /// The next item.
        public mutating func next() -> NodeID? {
            guard position < end else { return nil }
            defer { position = nodes[Int(position)].next }
            return NodeID(Int(position))
        }
    }
}
