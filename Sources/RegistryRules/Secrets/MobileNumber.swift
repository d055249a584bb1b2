/// Recognises Chinese mobile numbers, which are those of persons: 1, a digit from 3 to 9, and nine more.
enum MobileNumber {
    /// How the eleven digits may be parted by blanks or hyphens.
    private static let groupings = [[11], [3, 4, 4], [4, 3, 4], [3, 8], [4, 7]]
    private static let countryCodes = ["86", "0086"].map { Array($0.utf8) }

    /// Whether a mobile number, or the country's code before one, can start with a byte.
    static func canStart(with byte: UInt8) -> Bool {
        byte == UInt8(ascii: "1") || byte == UInt8(ascii: "8") || byte == UInt8(ascii: "0")
    }

    /// The bytes of the mobile number that starts with this run of letters and digits, if one does.
    static func match(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Range<Int>? {
        var start = run.lowerBound
        if run.count > 11,
            let code = countryCodes.first(where: { run.count == 11 + $0.count && bytes[run].starts(with: $0) })
        {
            start += code.count
        }
        guard bytes[start] == UInt8(ascii: "1"), start + 1 < run.upperBound,
            (UInt8(ascii: "3")...UInt8(ascii: "9")).contains(bytes[start + 1]),
            !isPartOfLonger(bytes, start: run.lowerBound)
        else { return nil }
        for grouping in groupings {
            guard let end = end(of: grouping, in: bytes, from: start) else { continue }
            return run.lowerBound..<end
        }
        return nil
    }

    /// Where digits grouped so end, if they are there and nothing more belongs to them.
    private static func end(of grouping: [Int], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var position = start
        var separator: UInt8?
        for (index, count) in grouping.enumerated() {
            if index > 0 {
                guard position < bytes.count, isSeparator(bytes[position]),
                    separator ?? bytes[position] == bytes[position]
                else { return nil }
                separator = bytes[position]
                position += 1
            }
            guard position + count <= bytes.count, bytes[position..<position + count].allSatisfy(\.isDigit) else {
                return nil
            }
            position += count
        }
        guard position < bytes.count else { return position }
        let goesOn = bytes[position].isLetterOrDigit || bytes[position] == UInt8(ascii: "_")
        let hasMoreGroups =
            isSeparator(bytes[position]) && bytes[position] == separator ?? UInt8(ascii: "-")
            && position + 1 < bytes.count && bytes[position + 1].isDigit
        return goesOn || hasMoreGroups ? nil : position
    }

    /// Whether the digits go on from an id or from a longer number: `post_139...`, `0755-139...`; not from `+86-139...`.
    private static func isPartOfLonger(_ bytes: UnsafeBufferPointer<UInt8>, start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = bytes[start - 1]
        if before == UInt8(ascii: "_") { return true }
        guard before == UInt8(ascii: "-"), start > 1, bytes[start - 2].isLetterOrDigit else { return false }
        return !countryCodes.contains { code in
            let first = start - 1 - code.count
            guard first >= 0, bytes[first..<start - 1].elementsEqual(code) else { return false }
            return first == 0 || !bytes[first - 1].isLetterOrDigit
        }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
    }
}
