/// Text made safe to print: nothing a file says can move the cursor, hide a character or turn the reading direction.
enum Printable {
    /// What is shown for a scalar that must not be printed as it is; nothing for the others.
    static func escape(_ scalar: Unicode.Scalar) -> String? {
        guard !(0x20..<0x7F).contains(scalar.value) else { return nil }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "<U+\(hexadecimal(scalar.value))>"
        default: nil
        }
    }

    /// A text on one line: line breaks and tabs become blanks, everything unprintable is spelled out.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { escape($0) != nil }) else { return text }
        var line = ""
        for character in text {
            if character.isNewline || character == "\t" {
                line.append(" ")
            } else {
                for scalar in character.unicodeScalars {
                    if let escaped = escape(scalar) {
                        line.append(escaped)
                    } else {
                        line.unicodeScalars.append(scalar)
                    }
                }
            }
        }
        return line
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
