/// A set of leaves, by their numbers in a ``FeeDomain``.
public struct LeafSet: Hashable, Sendable {
    /// The most leaves a registry may have.
    public static let limit = 256
    private var words: SIMD4<UInt64> = .zero

    init() {}

    init(first count: Int) {
        for leaf in 0..<count { insert(leaf) }
    }

    mutating func insert(_ leaf: Int) {
        words[leaf >> 6] |= 1 << UInt64(leaf & 63)
    }

    /// Whether the leaf with this number belongs to the set.
    public func contains(_ leaf: Int) -> Bool {
        words[leaf >> 6] & (1 << UInt64(leaf & 63)) != 0
    }

    /// Whether there is no leaf in it.
    public var isEmpty: Bool { words == .zero }

    func intersection(_ other: LeafSet) -> LeafSet {
        var result = self
        result.words &= other.words
        return result
    }

    func union(_ other: LeafSet) -> LeafSet {
        var result = self
        result.words |= other.words
        return result
    }
}
