/// Finds keys of one group that have the same text, whatever their quotes.
///
/// Never slower than sorting: a file made of colliding keys must not hold anybody up.
struct DuplicateKeys {
    /// A key of a group that is being read.
    struct Key {
        let hash: UInt64
        let node: Int
    }

    let nodes: [NodeRecord]
    let text: UnsafeBufferPointer<UInt8>
    let decoded: UnsafeBufferPointer<UInt8>

    /// Every key that stood there before, with the first place where it did, in the order of the second places.
    func pairs(among keys: ArraySlice<Key>) -> [(first: Int, second: Int)] {
        keys.count <= 16 ? pairwise(keys) : sorted(keys)
    }

    private func pairwise(_ keys: ArraySlice<Key>) -> [(first: Int, second: Int)] {
        var pairs: [(first: Int, second: Int)] = []
        for second in keys.indices {
            for first in keys.startIndex..<second where keys[first].hash == keys[second].hash {
                if value(keys[first]).elementsEqual(value(keys[second])) {
                    pairs.append((keys[first].node, keys[second].node))
                    break
                }
            }
        }
        return pairs
    }

    private func sorted(_ keys: ArraySlice<Key>) -> [(first: Int, second: Int)] {
        let ordered = keys.sorted { left, right in
            if left.hash != right.hash { return left.hash < right.hash }
            let (leftValue, rightValue) = (value(left), value(right))
            if leftValue.elementsEqual(rightValue) { return left.node < right.node }
            return leftValue.lexicographicallyPrecedes(rightValue)
        }
        var pairs: [(first: Int, second: Int)] = []
        var first = ordered[0]
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
        var hash = UInt64(truncatingIfNeeded: value.count) &* 0x9E37_79B9_7F4A_7C15
        guard let base = value.baseAddress else { return hash }
        var position = 0
        while position + 8 <= value.count {
            hash = mixed(hash ^ UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
            position += 8
        }
        var rest: UInt64 = 0
        while position < value.count {
            rest = rest << 8 | UInt64(base[position])
            position += 1
        }
        return mixed(hash ^ rest)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
