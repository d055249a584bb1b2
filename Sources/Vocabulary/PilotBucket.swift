/// Which applicants a pilot takes: those whose bucket lies below its share.
///
/// The bucket of a receipt never changes, so raising the share only adds applicants, lowering it takes away those who were
/// added last, and stopping and starting again takes the same ones. Only whole numbers are used: every machine, language
/// and version comes to the same bucket.
public struct PilotBucket: Hashable, Sendable {
    /// How many buckets there are; a share of 1 % takes a hundred of them.
    public static let count = 10_000

    /// 0 to 9,999.
    public let number: Int

    /// The bucket of a receipt.
    ///
    /// Only the letters A-Z, in either case, and the digits of the receipt's number count, so that a space or a hyphen that
    /// somebody types changes nothing. `salt` tells pilots apart that are to take different applicants: the channel's word.
    public init(salt: String, city: String, receipt: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ byte: UInt8) {
            // FNV-1a, 64 bits.
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        for byte in salt.utf8 { mix(byte) }
        mix(0)
        for byte in city.utf8 { mix(byte) }
        mix(0)
        for byte in receipt.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): mix(byte - 32)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): mix(byte)
            default: break
            }
        }
        // SplitMix64's finish: receipts that differ in one digit lie anywhere.
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        hash ^= hash >> 31
        self.number = Int(((hash >> 32) &* UInt64(Self.count)) >> 32)
    }

    /// Whether a pilot with this share, in percent, takes the receipt.
    public func isTaken(percent: Int) -> Bool {
        number < percent * (Self.count / 100)
    }

    /// The least share, in whole percent, that takes the receipt: 1 to 100.
    public var leastPercent: Int {
        number / (Self.count / 100) + 1
    }
}
