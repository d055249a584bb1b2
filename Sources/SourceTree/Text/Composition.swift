@_spi(_Unicode) internal import Swift

/// The part of a text that Unicode's canonical composition (NFC) writes otherwise.
struct Composition: Equatable {
    /// Where the text differs, in bytes.
    let offsets: Range<Int>
    /// What stands there.
    let text: String
    /// What the composition has instead.
    let composed: String

    /// The part that differs; nil if the text is composed already.
    init?(of string: String) {
        guard !string.unicodeScalars.allSatisfy(\.isAlwaysComposed) else { return nil }
        let written = Array(string.unicodeScalars)
        let composed = Array(string._nfc)
        guard written != composed else { return nil }
        let shorter = min(written.count, composed.count)
        let prefix = zip(written, composed).prefix { $0 == $1 }.count
        let suffix = zip(written.reversed(), composed.reversed()).prefix(shorter - prefix).prefix { $0 == $1 }.count
        let difference = written[prefix..<written.count - suffix]
        let start = written[..<prefix].reduce(0) { $0 + UTF8.width($1) }
        offsets = start..<difference.reduce(start) { $0 + UTF8.width($1) }
        text = String(String.UnicodeScalarView(difference))
        self.composed = String(String.UnicodeScalarView(composed[prefix..<composed.count - suffix]))
    }
}
