import Diagnostics
import SourceTree

/// The entries of one record, by key.
struct Fields<Key: RecordKey> {
    /// The record's node.
    let node: NodeID
    /// The whole record.
    let range: SourceRange
    private let entries: [(key: Key, value: NodeID)]

    init(node: NodeID, range: SourceRange, entries: [(key: Key, value: NodeID)]) {
        self.node = node
        self.range = range
        self.entries = entries
    }

    /// The value under a key; the first, should the key be there twice (which is a finding of its own).
    subscript(_ key: Key) -> NodeID? {
        for entry in entries where entry.key == key { return entry.value }
        return nil
    }
}
