/// A set of nationalities, by their numbers in a ``FeeDomain``.
public struct NationalitySet: Hashable, Sendable {
    /// The most nationalities there may be.
    public static let limit = 512
    private var words: SIMD8<UInt64> = .zero

    /// Nobody.
    public init() {}

    init(first count: Int) {
        for nationality in 0..<count { insert(nationality) }
    }

    mutating func insert(_ nationality: Int) {
        words[nationality >> 6] |= 1 << UInt64(nationality & 63)
    }

    /// Whether the nationality with this number belongs to the set.
    public func contains(_ nationality: Int) -> Bool {
        words[nationality >> 6] & (1 << UInt64(nationality & 63)) != 0
    }

    /// Whether nobody belongs to the set.
    public var isEmpty: Bool { words == .zero }

    func intersection(_ other: NationalitySet) -> NationalitySet {
        var result = self
        result.words &= other.words
        return result
    }

    /// Everybody who belongs to either.
    public func union(_ other: NationalitySet) -> NationalitySet {
        var result = self
        result.words |= other.words
        return result
    }

    func subtracting(_ other: NationalitySet) -> NationalitySet {
        var result = self
        result.words &= ~other.words
        return result
    }

    /// The lowest number in the set.
    public var first: Int? {
        for word in words.indices where words[word] != 0 { return (word << 6) + words[word].trailingZeroBitCount }
        return nil
    }

    func isSuperset(of other: NationalitySet) -> Bool {
        other.words & ~words == .zero
    }
}
