import CanonicalJSON
import Vocabulary

/// Cuts what a client sends into messages: headers, an empty line, and as many bytes as `Content-Length` says.
///
/// A client that sends nonsense is told so, and the next message that can be made out is read again.
struct MessageReader: Sendable {
    /// How long a message may be, in bytes: many times what the largest registry file takes.
    static let longestMessage = 64 << 20
    /// How long headers may be, in bytes.
    static let longestHeaders = 4096

    private enum Expectation {
        case headers
        case body(Int)
        /// The rest of a message that is too long.
        case nothing(Int)
    }

    private var buffer: [UInt8] = []
    private var start = 0
    private var expectation = Expectation.headers
    private static let lengthName = Array("content-length:".utf8)

    /// Whether what came last ended between two messages.
    var isBetweenMessages: Bool {
        if case .headers = expectation { start == buffer.count } else { false }
    }

    /// Takes what came, and gives every message that is now there whole.
    mutating func take(_ bytes: some Collection<UInt8>) -> [Message] {
        buffer.append(contentsOf: bytes)
        var messages: [Message] = []
        while let message = next() { messages.append(message) }
        buffer.removeFirst(start)
        start = 0
        return messages
    }

    private mutating func next() -> Message? {
        switch expectation {
        case .headers: return headers()
        case .body(let length):
            guard buffer.count - start >= length else { return nil }
            let body = start..<start + length
            start = body.upperBound
            expectation = .headers
            let message = Message(Array(buffer[body]))
            // Where its length was too long, it has swallowed the beginning of the next one.
            if case .faulty(_, .parseError) = message { start = swallowedHeader(in: body) ?? start }
            return message
        case .nothing(let length):
            let skipped = min(length, buffer.count - start)
            start += skipped
            expectation = skipped == length ? .headers : .nothing(length - skipped)
            return skipped == length ? next() : nil
        }
    }

    private mutating func headers() -> Message? {
        let left = buffer[start...]
        guard !left.isEmpty else { return nil }
        guard let end = Self.endOfHeaders(in: left.prefix(Self.longestHeaders)) else {
            return left.count >= Self.longestHeaders ? skipNonsense() : nil
        }
        let block = buffer[start..<end.lowerBound]
        guard let header = Self.lastHeader(in: block) else {
            start = end.upperBound
            return .faulty(id: nil, .noHeader)
        }
        // Bytes before the header that are no lines of headers themselves are told of once, and then it is read.
        if header > start, !Self.areHeaders(buffer[start..<header]) {
            start = header
            return .faulty(id: nil, .noHeader)
        }
        start = end.upperBound
        guard let length = Self.length(in: block[header...]) else { return .faulty(id: nil, .noLength) }
        guard length <= Self.longestMessage else {
            expectation = .nothing(length)
            return .faulty(id: nil, .tooLong)
        }
        expectation = .body(length)
        return next()
    }

    /// Drops everything before the next place where a header may begin.
    private mutating func skipNonsense() -> Message? {
        let behind = buffer[(start + 1)...]
        // The name may have come by half.
        start = Self.headers(in: behind).first { _ in true } ?? max(start + 1, buffer.count - Self.lengthName.count + 1)
        return .faulty(id: nil, .noHeader)
    }

    /// Where the next header begins in the bytes of a message that is none, if only with its first letters.
    private func swallowedHeader(in body: Range<Int>) -> Int? {
        let end = min(buffer.count, body.upperBound + Self.lengthName.count - 1)
        if let header = Self.headers(in: buffer[body.lowerBound..<end]).first(where: { _ in true }) { return header }
        let longest = min(body.count, Self.lengthName.count - 1)
        return (0..<longest).lazy.map { body.upperBound - longest + $0 }.first { start in
            zip(buffer[start..<body.upperBound], Self.lengthName).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
    }

    // MARK: Looking into bytes

    private static func endOfHeaders(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var index = bytes.startIndex
        while let feed = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
            let before = feed > bytes.startIndex && bytes[feed - 1] == UInt8(ascii: "\r") ? feed - 1 : feed
            let next = bytes[(feed + 1)...].prefix(2)
            if next.first == UInt8(ascii: "\n") { return before..<feed + 2 }
            if next.elementsEqual("\r\n".utf8) { return before..<feed + 3 }
            index = feed + 1
        }
        return nil
    }

    private static func lastHeader(in bytes: ArraySlice<UInt8>) -> Int? {
        headers(in: bytes).reduce(nil) { $1 }
    }

    /// The places where the name of the length stands.
    private static func headers(in bytes: ArraySlice<UInt8>) -> some Sequence<Int> {
        bytes.indices.lazy.filter { index in
            bytes[index] | 0x20 == lengthName[0]
                && bytes[index...].prefix(lengthName.count).elementsEqual(lengthName) { byte, letter in
                    byte == letter
                        || (letter != UInt8(ascii: "-") && letter != UInt8(ascii: ":") && byte | 0x20 == letter)
                }
        }
    }

    /// Whether bytes are whole lines with a name before a colon each.
    private static func areHeaders(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.last == UInt8(ascii: "\n")
            && bytes.dropLast().split(separator: UInt8(ascii: "\n")).allSatisfy { line in
                guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
                return line[..<colon].allSatisfy { byte in
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
                }
            }
    }

    private static func length(in header: ArraySlice<UInt8>) -> Int? {
        let line = header.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
        let digits = String(decoding: line.dropFirst(lengthName.count), as: UTF8.self).filter { $0 != " " }
        guard let length = Int(digits), length >= 0, digits.first != "+" else { return nil }
        return length
    }
}
