/// Finds keys of one group that have the same text, whatever their quotes.
///
/// Never slower than sorting: a file made of colliding keys must not hold anybody up.
struct DuplicateKeys {
    /// A key of a group that is being read.
    struct Key: BitwiseCopyable {
        let hash: UInt64
        let node: Int
    }

    let nodes: [NodeRecord]
    let text: UnsafeBufferPointer<UInt8>
    let decoded: UnsafeBufferPointer<UInt8>

    /// Whether it is worth looking: false only if no two keys can be equal.
    static func areLikely(among keys: UnsafeBufferPointer<Key>) -> Bool {
        guard keys.count <= 16 else { return true }
        for second in keys.indices {
            let hash = keys[second].hash
            for first in 0..<second where keys[first].hash == hash { return true }
        }
        return false
    }

    /// Every key that stood there before, with the first place where it did, in the order of the second places.
    func pairs(among keys: UnsafeBufferPointer<Key>) -> [(first: Int, second: Int)] {
        let ordered = keys.sorted { left, right in
            if left.hash != right.hash { return left.hash < right.hash }
            let (leftValue, rightValue) = (value(left), value(right))
            if leftValue.elementsEqual(rightValue) { return left.node < right.node }
            return leftValue.lexicographicallyPrecedes(rightValue)
        }
        var pairs: [(first: Int, second: Int)] = []
        guard var first = ordered.first else { return pairs }
        for key in ordered.dropFirst() {
            if key.hash == first.hash, value(key).elementsEqual(value(first)) {
                pairs.append((first.node, key.node))
            } else {
                first = key
            }
        }
        return pairs.sorted { $0.second < $1.second }
    }

    private func value(_ key: Key) -> Slice<UnsafeBufferPointer<UInt8>> {
        let record = nodes[key.node]
        let range = Int(record.textStart)..<Int(record.textStart) + Int(record.count)
        return record.flags.contains(.isDecoded) ? decoded[range] : text[range]
    }

    /// A number that is the same for the same text.
    static func hash(of value: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let base = UnsafeRawPointer(value.baseAddress) else { return 0 }
        let count = value.count
        let seed = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        if count >= 8 {
            var hash = seed
            var position = 0
            while position + 8 < count {
                hash = mixed(hash ^ base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                position += 8
            }
            // The last eight bytes may overlap with those before.
            return mixed(hash ^ base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
        }
        if count >= 4 {
            let first = UInt64(base.loadUnaligned(as: UInt32.self))
            let last = UInt64(base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            return mixed(seed ^ (first << 32 | last))
        }
        return mixed(value.reduce(seed) { $0 &* 257 &+ UInt64($1) })
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
