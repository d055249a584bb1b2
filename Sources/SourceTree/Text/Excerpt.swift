/// A value as a message quotes it: cut short, and with nothing in it that a terminal would obey.
public struct Excerpt: CustomStringConvertible {
    /// The shortened text, without quotes.
    public let text: String

    /// The first characters of a text, and dots where there are more of them.
    public init(_ full: String, atMost longest: Int = 40) {
        var shown = ""
        for scalar in full.unicodeScalars.prefix(longest) {
            if scalar.isForbiddenControl || scalar.isInvisible || scalar.properties.isWhitespace && scalar != " " {
                shown += "<\(scalar.codePoint)>"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        text = full.unicodeScalars.count > longest ? shown + "..." : shown
    }

    /// The shortened text in single quotes.
    public var description: String { "'\(text)'" }
}

extension Unicode.Scalar {
    /// The character's number as Unicode writes it: `U+200B`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
