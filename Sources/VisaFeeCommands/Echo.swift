/// What a person typed, as it is said back: on one line, not endless, and with nothing that could steer a terminal.
enum Echo {
    private static let longest = 60

    /// The text, shortened, with what must not be printed spelled out.
    static func safe(_ text: some StringProtocol) -> String {
        let shown = text.unicodeScalars.prefix(longest).map(Self.safe).joined()
        return text.unicodeScalars.count > longest ? shown + "…" : shown
    }

    private static func safe(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
        default:
            return String(scalar)
        }
    }
}
