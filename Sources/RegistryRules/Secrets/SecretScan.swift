/// Looks for secrets and private numbers in a file's bytes, whatever the file is otherwise.
struct SecretScan {
    /// Something that does not belong into a registry.
    enum Kind: Sendable {
        /// A key or certificate between `-----BEGIN` and `-----END`.
        case pem
        /// 32 letters and digits, as the keys of WeChat Pay are.
        case apiKey
        /// A person's mobile number.
        case mobileNumber
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var found: [(kind: Kind, bytes: Range<Int>)] = []

    private static let keyLength = 32

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Everything found in a file, in order.
    static func scan(_ bytes: [UInt8]) -> [(kind: Kind, bytes: Range<Int>)] {
        bytes.withUnsafeBufferPointer { buffer in
            var scan = SecretScan(buffer)
            scan.run()
            return scan.found
        }
    }

    private mutating func run() {
        let bytes = bytes
        var position = 0
        /// Up to where everything has been judged.
        var judged = 0
        while position < bytes.count {
            // Without a digit or hyphen there is nothing to be found, and this looks for both in one comparison.
            let byte = bytes[position]
            guard byte &- UInt8(ascii: "-") <= UInt8(ascii: "9") - UInt8(ascii: "-") else {
                position += 1
                continue
            }
            if byte.isDigit {
                var start = position
                while start > judged, bytes[start - 1].isLetterOrDigit { start -= 1 }
                position = take(start..<endOfRun(from: position))
                judged = position
            } else if byte == UInt8(ascii: "-"), let end = endOfPEM(from: position) {
                found.append((.pem, position..<end))
                position = end
                judged = end
            } else {
                position += 1
            }
        }
    }

    private func endOfRun(from start: Int) -> Int {
        var end = start + 1
        while end < bytes.count, bytes[end].isLetterOrDigit { end += 1 }
        return end
    }

    /// Judges a run of letters and digits; gives the position to go on from.
    private mutating func take(_ run: Range<Int>) -> Int {
        if run.count == Self.keyLength, isMixed(run), !AddressText.endsInAddress(bytes, before: run.lowerBound) {
            found.append((.apiKey, run))
        } else if MobileNumber.canStart(with: bytes[run.lowerBound]), let number = MobileNumber.match(bytes, run),
            !AddressText.endsInAddress(bytes, before: number.lowerBound)
        {
            found.append((.mobileNumber, number))
            return number.upperBound
        }
        return run.upperBound
    }

    private func isMixed(_ run: Range<Int>) -> Bool {
        bytes[run].contains(where: \.isDigit) && bytes[run].contains { !$0.isDigit }
    }

    // MARK: PEM

    private static let begin = Array("-----BEGIN ".utf8)
    private static let end = Array("-----END ".utf8)
    private static let dashes = Array("-----".utf8)

    /// Where a PEM block that starts here ends: after its last dashes, or with the file.
    private func endOfPEM(from start: Int) -> Int? {
        guard holds(Self.begin, at: start) else { return nil }
        var position = start + Self.begin.count
        while position < bytes.count {
            if holds(Self.end, at: position) {
                position += Self.end.count
                while position < bytes.count, !holds(Self.dashes, at: position) { position += 1 }
                return min(position + Self.dashes.count, bytes.count)
            }
            position += 1
        }
        return bytes.count
    }

    private func holds(_ text: [UInt8], at position: Int) -> Bool {
        position + text.count <= bytes.count && bytes[position..<position + text.count].elementsEqual(text)
    }
}

extension UInt8 {
    /// Whether it is one of 0-9.
    var isDigit: Bool { self &- 0x30 < 10 }
    /// Whether it is one of A-Z, a-z, 0-9.
    var isLetterOrDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 26 }
}
