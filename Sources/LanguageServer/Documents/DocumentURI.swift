/// The address of a document, and the path of its file where it has one.
struct DocumentURI: Hashable, Sendable {
    /// The address as the client wrote it.
    let text: String
    /// The absolute path, for a file; nothing for a document that lies nowhere yet.
    let path: String?

    init(_ text: String) {
        self.text = text
        path = Self.path(of: text)
    }

    /// The address of a file.
    init(path: String) {
        self.path = path
        text = "file://" + Self.escaped(path, keeping: "/-._~")
    }

    /// The address as a key of JSON, which holds nothing but printable ASCII.
    var key: String { Self.escaped(text, keeping: ":/-._~%?#[]@!$&'()*+,;=") }

    private static func path(of text: String) -> String? {
        guard text.utf8.starts(with: "file://".utf8) else { return nil }
        let rest = text.utf8.dropFirst("file://".utf8.count)
        // What stands before the path is a machine's name: this one's, or nothing.
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")),
            rest[..<slash].isEmpty || rest[..<slash].elementsEqual("localhost".utf8)
        else { return nil }
        var bytes: [UInt8] = []
        var iterator = rest[slash...].makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = iterator.next().flatMap(hexadecimal), let low = iterator.next().flatMap(hexadecimal) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func escaped(_ text: String, keeping kept: String) -> String {
        let kept = Set(kept.utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            let isPlain =
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80 || kept.contains(byte)
            return isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
