extension [UInt8] {
    /// Appends a text in quotes, with the escapes of RFC 8785 and no others.
    @inline(__always)
    mutating func appendJSONString(_ utf8: UnsafeBufferPointer<UInt8>) {
        append(.quote)
        var start = 0
        while true {
            let end = utf8.firstEscape(from: start)
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
            guard end < utf8.count else { break }
            appendEscape(of: utf8[end])
            start = end + 1
        }
        append(.quote)
    }

    private mutating func appendEscape(of byte: UInt8) {
        append(.backslash)
        if let letter = byte.escapeLetter {
            append(letter)
        } else {
            let digits = StaticString("0123456789abcdef")
            append(contentsOf: "u00".utf8)
            append(digits.utf8Start[Int(byte / 16)])
            append(digits.utf8Start[Int(byte % 16)])
        }
    }

    /// Appends a whole number in decimal digits.
    mutating func appendDecimal(_ integer: Int64) {
        // Twenty bytes hold a minus sign and the nineteen digits of the largest number.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            var rest = integer.magnitude
            repeat {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                start -= 1
                digits[start] = .zero + UInt8(truncatingIfNeeded: digit)
                rest = quotient
            } while rest > 0
            if integer < 0 {
                start -= 1
                digits[start] = .minus
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }
}

extension JSONValue {
    /// The one way to write this value: the bytes that are compared, digested and signed.
    public var canonicalBytes: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }

    /// The value on several lines, indented by two spaces, for people; not canonical, and without a newline at its end.
    public var pretty: String {
        var bytes: [UInt8] = []
        appendPretty(to: &bytes, indentation: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func appendPretty(to bytes: inout [UInt8], indentation: Int) {
        switch self {
        case .array(let array) where !array.isEmpty:
            bytes.append(.openingBracket)
            for (index, element) in array.enumerated() {
                if index > 0 { bytes.append(.comma) }
                Self.appendLine(to: &bytes, indentation: indentation + 1)
                element.appendPretty(to: &bytes, indentation: indentation + 1)
            }
            Self.appendLine(to: &bytes, indentation: indentation)
            bytes.append(.closingBracket)
        case .object(let object) where !object.isEmpty:
            bytes.append(.openingBrace)
            for (index, member) in object.enumerated() {
                if index > 0 { bytes.append(.comma) }
                Self.appendLine(to: &bytes, indentation: indentation + 1)
                bytes.append(contentsOf: "\"\(member.key)\": ".utf8)
                member.value.appendPretty(to: &bytes, indentation: indentation + 1)
            }
            Self.appendLine(to: &bytes, indentation: indentation)
            bytes.append(.closingBrace)
        case .null, .bool, .integer, .string, .array, .object:
            bytes.append(contentsOf: canonicalBytes)
        }
    }

    private static func appendLine(to bytes: inout [UInt8], indentation: Int) {
        bytes.append(.newline)
        bytes.append(contentsOf: repeatElement(.space, count: 2 * indentation))
    }
}

extension JSONWriter {
    /// Writes a value with all it holds.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let bool): self.bool(bool)
        case .integer(let integer): self.integer(integer)
        case .string(let string): self.string(string)
        case .array(let array):
            self.array { writer in
                for element in array { writer.value(element) }
            }
        case .object(let object):
            self.object { writer in
                for (key, value) in object {
                    writer.key(key)
                    writer.value(value)
                }
            }
        }
    }
}
