/// In what units the client and the server count the characters of a line.
enum PositionEncoding: String, Sendable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"

    /// The encoding to use with a client: bytes where it understands them, the protocol's own otherwise.
    init(offered: [String]) {
        self = offered.contains(PositionEncoding.utf8.rawValue) ? .utf8 : .utf16
    }

    /// How many units a byte of UTF-8 brings: all of its character's, where it is the first of it.
    @inline(__always)
    func units(of byte: UInt8) -> Int {
        switch self {
        case .utf8: 1
        case .utf16: byte & 0b1100_0000 == 0b1000_0000 ? 0 : byte >= 0b1111_0000 ? 2 : 1
        }
    }
}

/// A place as the protocol names it: line and character, both from 0.
struct Position: Hashable, Comparable, Sendable {
    let line: Int
    let character: Int

    static func < (left: Position, right: Position) -> Bool {
        (left.line, left.character) < (right.line, right.character)
    }
}
