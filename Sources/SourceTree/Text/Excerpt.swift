/// A value as a message quotes it: cut short, and with nothing in it that a terminal would obey.
struct Excerpt: CustomStringConvertible {
    /// The shortened text, without quotes.
    let text: String

    init(_ full: String) {
        let longest = 40
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
    var description: String { "'\(text)'" }
}

extension Unicode.Scalar {
    /// The character's number as Unicode writes it: `U+200B`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
