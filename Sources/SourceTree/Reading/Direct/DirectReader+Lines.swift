internal import Glibc

/// Where lines end, and what may stand between a value and there.
extension DirectReader {
    /// Whether a space, a line end or the end of the text is at a place.
    func isBlank(at place: Int) -> Bool {
        place >= end || text[place] == UInt8(ascii: " ") || text[place] == UInt8(ascii: "\n")
    }

    /// Whether a comment may begin here.
    var isAfterBlank: Bool {
        position == 0 || text[position - 1] == UInt8(ascii: " ") || text[position - 1] == UInt8(ascii: "\n")
    }

    /// The line feed that ends a line, or the end of the text.
    func endOfLine(from place: Int) -> Int {
        guard let found = memchr(text + place, Int32(UInt8(ascii: "\n")), end - place) else { return end }
        return UnsafeRawPointer(text).distance(to: UnsafeRawPointer(found))
    }

    mutating func skipSpaces() {
        while position < end, text[position] == UInt8(ascii: " ") { position += 1 }
    }

    /// Goes over spaces; if nothing but a comment follows in the line, goes to its end as well.
    mutating func isLineEnd() throws(Unusual) -> Bool {
        skipSpaces()
        guard position < end else { return true }
        switch text[position] {
        case UInt8(ascii: "\n"):
            return true
        case UInt8(ascii: "#"):
            guard isAfterBlank else { throw Unusual() }
            position = endOfLine(from: position)
            return true
        default:
            return false
        }
    }

    /// Goes to the end of a line in which nothing more may stand.
    mutating func endLine() throws(Unusual) {
        guard try isLineEnd() else { throw Unusual() }
    }

    /// Takes the colon that makes a key of what began at `start`, if one follows.
    mutating func takeColon(after start: Int) throws(Unusual) -> Bool {
        skipSpaces()
        guard position < end, text[position] == UInt8(ascii: ":") else { return false }
        // libyaml looks for it no further than 1,024 characters.
        guard isBlank(at: position + 1), position - start < 1_000 else { throw Unusual() }
        position += 1
        return true
    }
}
