/// Groups and lists in brackets, which may go on over several lines, in any column.
extension DirectReader {
    /// Whether a bracket opens here.
    var isBracket: Bool {
        text[position] == UInt8(ascii: "{") || text[position] == UInt8(ascii: "[")
    }

    /// Reads from an opening bracket to after the closing one.
    ///
    /// Calls itself for what stands inside, up to ``Limits/depth``.
    mutating func readBrackets(depth: Int) throws(Unusual) {
        let isMapping = text[position] == UInt8(ascii: "{")
        let closing = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
        let node = try begin(isMapping ? .mapping : .sequence, at: position, depth: depth)
        let firstKey = keys.count
        var children: UInt32 = 0
        position += 1
        try skipToToken()
        while text[position] != closing {
            if isMapping { try readKey() }
            if isBracket {
                try readBrackets(depth: depth + 1)
            } else {
                try add(readScalar(inBrackets: true))
            }
            children += 1
            try skipToToken()
            if text[position] == UInt8(ascii: ",") {
                position += 1
                try skipToToken()
            } else if text[position] != closing {
                throw Unusual()
            }
        }
        position += 1
        if isMapping { try forgetKeys(from: firstKey) }
        close(node, children: children, at: position)
    }

    private mutating func readKey() throws(Unusual) {
        let start = position
        let key = try readScalar(inBrackets: true)
        guard try takeColon(after: start) else { throw Unusual() }
        try addKey(key)
        try skipToToken()
    }

    /// Goes over blanks, line ends and comments to something, which has to come before the text ends.
    private mutating func skipToToken() throws(Unusual) {
        while position < end {
            switch text[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                position += 1
            case UInt8(ascii: "#"):
                guard isAfterBlank else { throw Unusual() }
                position = endOfLine(from: position)
            default:
                return
            }
        }
        throw Unusual()
    }
}
