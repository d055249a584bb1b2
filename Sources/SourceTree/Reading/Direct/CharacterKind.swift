/// What a byte means inside of an unquoted value.
enum CharacterKind {
    case ordinary
    case space
    case lineFeed
    case colon
    case bracketOrComma
    case questionMark
    /// What only libyaml may judge: control characters.
    case other

    /// The kind of a byte.
    @inline(__always)
    init(_ byte: UInt8) {
        self =
            switch byte {
            case UInt8(ascii: " "): .space
            case UInt8(ascii: "\n"): .lineFeed
            case UInt8(ascii: ":"): .colon
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                .bracketOrComma
            case UInt8(ascii: "?"): .questionMark
            case 0..<0x20, 0x7F: .other
            default: .ordinary
            }
    }
}
