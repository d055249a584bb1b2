/// The three capital letters by which passports name a nationality: `FRA`, `XXA`.
///
/// Codes are compared in alphabetical order.
public struct NationalityCode: Hashable, Comparable, Sendable {
    private let packed: UInt32

    /// A code of exactly three capital letters, or nothing.
    public init?(_ text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    /// A code from the bytes of exactly three capital letters, or nothing.
    public init?(utf8 bytes: some Sequence<UInt8>) {
        var packed: UInt32 = 0
        var count = 0
        for byte in bytes {
            guard count < 3, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
            packed = packed << 8 | UInt32(byte)
            count += 1
        }
        guard count == 3 else { return nil }
        self.packed = packed
    }

    /// Whether a code comes before another in the alphabet.
    public static func < (first: NationalityCode, second: NationalityCode) -> Bool {
        first.packed < second.packed
    }
}

extension NationalityCode: CustomStringConvertible {
    /// The three letters.
    public var description: String {
        String(unsafeUninitializedCapacity: 3) { buffer in
            for index in 0..<3 { buffer[index] = UInt8(truncatingIfNeeded: packed >> UInt32(16 - 8 * index)) }
            return 3
        }
    }
}
