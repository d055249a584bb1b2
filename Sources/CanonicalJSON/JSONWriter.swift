/// Writes canonical JSON (RFC 8785) as UTF-8 bytes, value by value.
///
/// The caller gives the keys of each object in ascending order; debug builds check that. Commas, colons and escapes are
/// the writer's business. If a body throws, what has been written so far is not a document.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object { writer in
///     writer.key("city")
///     writer.string("guangzhou")
///     writer.key("fees")
///     writer.array { writer in writer.integer(16_000) }
/// }
/// // {"city":"guangzhou","fees":[16000]}
/// ```
public struct JSONWriter: Sendable {
    /// The integers that every JSON reader understands exactly: 2^53 - 1 either way.
    public static let integers: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991
    /// How deep objects and arrays may be nested.
    public static let depthLimit = 64

    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false
    private var depth = 0
    private var lastKey: Range<Int>?

    /// A writer that has written nothing and has room for so many bytes.
    public init(reservingCapacity capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes an object whose members `body` writes, each with ``key(_:)`` and one value.
    public mutating func object<Failure>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        try nested(open: .openingBrace, close: .closingBrace, body)
    }

    /// Writes an array whose elements `body` writes.
    public mutating func array<Failure>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        try nested(open: .openingBracket, close: .closingBracket, body)
    }

    /// Writes the key of the value that comes next; keys are printable ASCII without `"` and `\`, and ascend.
    public mutating func key(_ key: String) {
        separate()
        bytes.append(.quote)
        let start = bytes.count
        var key = key
        key.withUTF8 { bytes.append(contentsOf: $0) }
        checkKey(start..<bytes.count)
        bytes.append(.quote)
        bytes.append(.colon)
        needsComma = false
    }

    /// Writes a text.
    public mutating func string(_ string: String) {
        separate()
        var string = string
        string.withUTF8 { bytes.appendJSONString($0) }
    }

    /// Writes a whole number within ``integers``.
    public mutating func integer(_ integer: Int64) {
        precondition(Self.integers.contains(integer), "an integer of canonical JSON has at most 53 bits")
        separate()
        bytes.appendDecimal(integer)
    }

    /// Writes a whole number within ``integers``.
    public mutating func integer(_ integer: Int) {
        self.integer(Int64(integer))
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ bool: Bool) {
        separate()
        bytes.append(contentsOf: (bool ? "true" : "false").utf8)
    }

    /// Writes `null`.
    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// Writes a value that a writer wrote before: the caller vouches that it is one, and whole.
    package mutating func written(_ value: [UInt8]) {
        separate()
        bytes.append(contentsOf: value)
    }

    @inline(__always)
    private mutating func separate() {
        if needsComma { bytes.append(.comma) }
        needsComma = true
    }

    private mutating func nested<Failure>(
        open: UInt8,
        close: UInt8,
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        precondition(depth < Self.depthLimit, "canonical JSON is nested at most 64 deep")
        separate()
        bytes.append(open)
        let outerKey = lastKey
        lastKey = nil
        needsComma = false
        depth += 1
        try body(&self)
        depth -= 1
        needsComma = true
        lastKey = outerKey
        bytes.append(close)
    }

    @inline(__always)
    private mutating func checkKey(_ key: Range<Int>) {
        assert(bytes[key].allSatisfy(\.isKeyCharacter), "a key is printable ASCII without '\"' and '\\'")
        assert(lastKey.map { bytes[$0].lexicographicallyPrecedes(bytes[key]) } ?? true, "keys ascend")
        lastKey = key
    }
}
