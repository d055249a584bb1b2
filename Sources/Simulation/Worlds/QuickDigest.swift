import ServiceConfig

/// A digest that tells bytes apart about as surely as SHA-256 does where nobody means harm, in a fraction of the time.
///
/// Simulations chain millions of records; who would forge them?
enum QuickDigest {
    /// Stands in for SHA-256.
    static let function: SHA256Function = { bytes in
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, UInt64(bytes.count))
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                var word: UInt64 = 0
                if offset + 8 <= buffer.count {
                    word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
                } else {
                    for (place, byte) in buffer[offset...].enumerated() { word |= UInt64(byte) << (8 * UInt64(place)) }
                }
                lanes.0 = Chance.mixed(lanes.0 ^ word)
                lanes.1 = (lanes.1 &+ word) &* 0x9E37_79B9_7F4A_7C15 ^ lanes.0
                offset += 8
            }
        }
        lanes.1 = Chance.mixed(lanes.1 ^ lanes.0)
        lanes.2 = Chance.mixed(lanes.2 &+ lanes.0 ^ lanes.1)
        lanes.3 = Chance.mixed(lanes.3 ^ lanes.1 &+ lanes.2)
        return withUnsafeBytes(of: &lanes) { Digest(bytes: $0) }
    }
}
