import CanonicalJSON

/// What can still be read of a kill switch's damaged file.
public struct KillSwitchRemains: Hashable, Sendable {
    /// The orders that are whole; their signatures still have to be looked at.
    public let killSwitch: KillSwitch
    /// The places whose orders are damaged, as far as their names can still be read; sorted, each once.
    public let lostPlaces: [String]

    private static let begin = Array("\"{\\\"".utf8)
    private static let city = Array("\\\"city\\\":\\\"".utf8)
    private static let channel = Array("\\\"channel\\\":\\\"".utf8)

    /// Looks for orders wherever they stand: each is a text of its own in the file, so damage to one, or to what is
    /// between them, does not reach the others.
    public init(of bytes: [UInt8]) {
        var killSwitch = KillSwitch()
        var lost: Set<String> = []
        var rest = bytes[...]
        while let start = Self.start(of: Self.begin, in: rest) {
            Self.collect(in: rest[..<start], &lost)
            let end = Self.endOfText(in: rest[(start + 1)...])
            if let end, let order = Self.order(Array(rest[start...end])) {
                killSwitch.add(order)
                rest = rest[(end + 1)...]
            } else {
                // Only up to the next beginning: an end that was damaged must not swallow the next order.
                let next = Self.start(of: Self.begin, in: rest[(start + 1)...]) ?? rest.endIndex
                Self.collect(in: rest[start..<next], &lost)
                rest = rest[next...]
            }
        }
        Self.collect(in: rest, &lost)
        self.killSwitch = killSwitch
        self.lostPlaces = lost.subtracting(killSwitch.stops.map(\.body.place)).sorted()
    }

    private static func order(_ text: [UInt8]) -> Signed<Stop>? {
        guard case .string(let text) = try? JSONValue(canonical: text) else { return nil }
        return try? Signed<Stop>(reading: Array(text.utf8))
    }

    /// Where a JSON text ends that began just before.
    private static func endOfText(in bytes: ArraySlice<UInt8>) -> Int? {
        var isEscaped = false
        for index in bytes.indices {
            if isEscaped {
                isEscaped = false
            } else if bytes[index] == UInt8(ascii: "\\") {
                isEscaped = true
            } else if bytes[index] == UInt8(ascii: "\"") {
                return index
            }
        }
        return nil
    }

    private static func start(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - pattern.count)).first { bytes[$0...].starts(with: pattern) }
    }

    /// The name that follows a member's key.
    private static func name(after key: [UInt8], in bytes: ArraySlice<UInt8>) -> (text: String, end: Int)? {
        guard let start = start(of: key, in: bytes) else { return nil }
        let name = bytes[(start + key.count)...].prefix { byte in
            byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        return (String(decoding: name, as: UTF8.self), name.endIndex)
    }

    /// Adds the places that a damaged part names.
    private static func collect(in bytes: ArraySlice<UInt8>, _ places: inout Set<String>) {
        var rest = bytes
        while let (city, end) = name(after: city, in: rest) {
            let channel = name(after: channel, in: rest[..<end])?.text
            if !city.isEmpty { places.insert(channel.map { "\(city)/\($0)" } ?? city) }
            rest = rest[end...]
        }
    }
}
