/// Tells addresses, in which long numbers are page ids, from other text.
enum AddressText {
    /// Whether the bytes just before a position are the beginning of an address: a host, with or without a scheme, and
    /// something of its path.
    static func endsInAddress(_ bytes: UnsafeBufferPointer<UInt8>, before position: Int) -> Bool {
        var start = position
        while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
        var rest = bytes[start..<position]
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")), rest[colon...].starts(with: "://".utf8) {
            rest = rest[(colon + 3)...]
        }
        guard let end = rest.firstIndex(where: { isDelimiter($0) }) else { return false }
        let labels = rest[rest.startIndex..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, last.count > 1, !last.contains(where: \.isDigit) else {
            return false
        }
        return labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        }
    }

    /// Whether a byte stands outside of any address: blanks, quotes, opening brackets, and all that is not ASCII.
    private static func isBreak(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("),
            UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"):
            true
        default: false
        }
    }

    /// Whether a host ends before this byte.
    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "#"): true
        default: false
        }
    }
}
