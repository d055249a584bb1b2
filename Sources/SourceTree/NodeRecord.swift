/// A value, list or group in one ``Tree``.
///
/// Means nothing in any other tree.
public struct NodeID: Hashable, Sendable {
    let index: UInt32

    init(_ index: Int) {
        self.index = UInt32(truncatingIfNeeded: index)
    }
}

/// One node of the arena: fixed in size, so that a file of any shape is one contiguous allocation.
struct NodeRecord: Equatable, BitwiseCopyable {
    /// How the node is written.
    enum Style: UInt8 {
        case plain
        case singleQuoted
        case doubleQuoted
        case block
        case alias
        case sequence
        case mapping
    }

    /// What is known about the node beside its style.
    struct Flags: OptionSet {
        let rawValue: UInt8

        /// A finding has been reported about it.
        static let refused = Flags(rawValue: 1)
        /// Its text differs from the file's bytes and lies in the side buffer.
        static let isDecoded = Flags(rawValue: 2)
    }

    let style: Style
    var form: ScalarForm = .text
    var flags: Flags = []
    /// First byte and one past the last, in the file.
    var start: UInt32
    var end: UInt32
    /// Where a scalar's text lies: in the file, or in the side buffer if `isDecoded`.
    var textStart: UInt32 = 0
    /// The length of a scalar's text, or how many entries or items a collection has.
    var count: UInt32 = 0
    /// The index after the node's last descendant.
    var next: UInt32

    var isScalar: Bool { style.rawValue < Style.sequence.rawValue }
}
