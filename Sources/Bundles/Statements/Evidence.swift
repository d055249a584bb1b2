import CanonicalJSON
public import CivilTime
public import ServiceConfig

/// What a command has found out about a city's channel: the evidence a gate is passed with.
///
/// It is bound to the content it was found out with, and grows old. A command signs it with a key for `evidence`; what
/// nobody has signed was written by hand, and decides nothing.
public struct Evidence: SignedBody, DocumentBody {
    /// The format's name and version.
    public static let format = "visafee.evidence/1"

    /// The gate's word, such as `sandbox-payment`.
    public let gate: String
    /// The city's slug.
    public let city: String
    /// The channel.
    public let channel: String
    /// The digest of the content.
    public let content: Digest
    /// When it was found out.
    public let found: Instant
    /// Whether all was well.
    public let isGood: Bool
    /// What was found out, in words.
    public let detail: String

    /// Evidence found out by a command.
    public init(
        gate: String,
        city: String,
        channel: String,
        content: Digest,
        found: Instant,
        isGood: Bool,
        detail: String
    ) {
        self.gate = gate
        self.city = city
        self.channel = channel
        self.content = content
        self.found = found
        self.isGood = isGood
        self.detail = detail
    }

    // MARK: Reading and writing

    init(reading reader: inout DocumentReader) throws(DocumentRefusal) {
        self.gate = try reader.text("gate")
        self.city = try reader.text("city")
        self.channel = try reader.text("channel")
        self.content = try reader.digest("content")
        self.found = try reader.instant("found")
        self.isGood = try reader.word("outcome", "good or bad") { $0 == "good" ? true : $0 == "bad" ? false : nil }
        self.detail = try reader.text("detail")
    }

    var members: [(String, JSONValue)] {
        [
            ("channel", .string(channel)), ("city", .string(city)), ("content", .string(content.description)),
            ("detail", .string(detail)), ("found", .string(found.description)), ("gate", .string(gate)),
            ("outcome", .string(isGood ? "good" : "bad")),
        ]
    }
}

extension Signed<Evidence> {
    /// Evidence nobody has signed: written by hand.
    public init(_ evidence: Evidence) {
        self.init(unsigned: evidence)
    }

    /// Loads evidence; who stands behind it is said by ``producer(in:)``.
    public init(loading bytes: [UInt8]) throws(DocumentRefusal) {
        try self.init(reading: bytes)
    }

    /// The canonical bytes.
    public var canonicalBytes: [UInt8] { written }

    /// The evidence with a command's signature.
    public func signed(by key: SigningKey) -> Signed<Evidence> { adding(key) }

    /// Whose command found it out: the name of a key for `evidence` that counted then; nothing where it was written by hand.
    public func producer(in ring: KeyRing) throws(ReleaseRefusal) -> String? {
        try ring.signers(of: self, as: .evidence, at: body.found).first?.name
    }
}
