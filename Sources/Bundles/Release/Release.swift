import CanonicalJSON
public import CivilTime
public import ServiceConfig

/// What a release says of itself: `release.json`, beside the content it stands for.
public struct Release: SignedBody, DocumentBody {
    /// The format's name and version.
    public static let format = "visafee.release/1"
    /// The file it lies in, beside `content.json`.
    public static let fileName = "release.json"
    /// The version of the contract between content and engine that this program speaks.
    public static let engineContract = 1

    /// 1 for the first, and greater each time: it never goes down, not even for a rollback.
    public var number: Int
    /// When it was signed.
    public var published: Instant
    /// From when on it may be used.
    public var notBefore: Instant
    /// Until just before when it may be taken up.
    public var expires: Instant
    /// The versions of the engine's contract it can be used with.
    public var engines: ClosedRange<Int>
    /// The digest of its `content.json`, as the list itself computes it.
    public var content: Digest
    /// The root of the ``MerkleTree`` over its files.
    public var merkleRoot: Digest
    /// The release it takes the place of; nothing for the first.
    public var replaces: Int?
    /// The earlier release whose content it brings back; nothing unless it is a rollback.
    public var rollsBackTo: Int?
    /// Stops of the kill switch that are over, by their ids; those of the release before are among them.
    public var reopens: [Digest]
    /// The digest of the plan that people saw before it was published; nothing where there was none.
    public var plan: Digest?
    /// What people decided where a gate could not.
    public var decisions: [Decision]
    /// Why it was published, in the publisher's words.
    public var reason: String?

    /// A gate that could not tell, and the person who decided.
    public struct Decision: Hashable, Sendable {
        /// The gate's word, such as `sandbox-payment`.
        public var gate: String
        /// Where: `guangzhou/official-account`.
        public var place: String
        /// Why, in the person's words.
        public var reason: String

        /// A decision.
        public init(gate: String, place: String, reason: String) {
            self.gate = gate
            self.place = place
            self.reason = reason
        }
    }

    /// A release.
    public init(
        number: Int,
        published: Instant,
        notBefore: Instant,
        expires: Instant,
        engines: ClosedRange<Int> = engineContract...engineContract,
        content: FileList,
        replaces: Int?,
        rollsBackTo: Int? = nil,
        reopens: [Digest] = [],
        plan: Digest? = nil,
        decisions: [Decision] = [],
        reason: String? = nil
    ) {
        self.number = number
        self.published = published
        self.notBefore = notBefore
        self.expires = expires
        self.engines = engines
        self.content = content.digest(sha256)
        self.merkleRoot = MerkleTree(content).root
        self.replaces = replaces
        self.rollsBackTo = rollsBackTo
        self.reopens = Set(reopens).sorted { $0.description < $1.description }
        self.plan = plan
        self.decisions = decisions
        self.reason = reason
    }

    /// The numbers releases may have.
    static let numbers = 1...1_000_000_000

    // MARK: Reading and writing

    init(reading reader: inout DocumentReader) throws(DocumentRefusal) {
        self.number = try reader.integer("number", in: Self.numbers)
        self.published = try reader.instant("published")
        self.notBefore = try reader.instant("not-before")
        self.expires = try reader.instant("expires")
        let first = try reader.integer("engine-from", in: 1...1_000_000)
        self.engines = first...(try reader.integer("engine-to", in: first...1_000_000))
        self.content = try reader.digest("content")
        self.merkleRoot = try reader.digest("merkle-root")
        self.replaces = try reader.optionalInteger("replaces", in: Self.numbers)
        self.rollsBackTo = try reader.optionalInteger("rolls-back-to", in: Self.numbers)
        self.reopens = try reader.texts("reopens", "64 hexadecimal digits") { Digest($0) }
        self.plan = try reader.optionalDigest("plan")
        self.decisions = try reader.records("decisions") { reader throws(DocumentRefusal) in
            Decision(
                gate: try reader.text("gate"),
                place: try reader.text("place"),
                reason: try reader.text("reason")
            )
        }
        self.reason = try reader.optionalText("reason")
    }

    var members: [(String, JSONValue)] {
        let always: [(String, JSONValue)] = [
            ("content", .string(content.description)),
            ("decisions", .array(decisions.map(\.json))),
            ("engine-from", .integer(Int64(engines.lowerBound))),
            ("engine-to", .integer(Int64(engines.upperBound))),
            ("expires", .string(expires.description)),
            ("merkle-root", .string(merkleRoot.description)),
            ("not-before", .string(notBefore.description)),
            ("number", .integer(Int64(number))),
            ("published", .string(published.description)),
            ("reopens", .array(reopens.map { .string($0.description) })),
        ]
        let sometimes: [(String, JSONValue?)] = [
            ("plan", plan.map { .string($0.description) }),
            ("reason", reason.map { .string($0) }),
            ("replaces", replaces.map { .integer(Int64($0)) }),
            ("rolls-back-to", rollsBackTo.map { .integer(Int64($0)) }),
        ]
        return always + sometimes.compactMap { key, value in value.map { (key, $0) } }
    }
}

extension Release.Decision {
    fileprivate var json: JSONValue {
        ["gate": .string(gate), "place": .string(place), "reason": .string(reason)]
    }
}

extension Signed<Release> {
    /// Loads an envelope; nothing of it counts before ``VerifiedRelease`` has looked at it.
    public init(loading bytes: [UInt8]) throws(DocumentRefusal) {
        try self.init(reading: bytes)
    }

    /// A release nobody has signed yet.
    public init(_ release: Release) {
        self.init(unsigned: release)
    }

    /// The canonical bytes: `release.json`.
    public var canonicalBytes: [UInt8] { written }

    /// The release's own digest: the same whoever signs it.
    public var digest: Digest { bodyDigest }

    /// The release with one more signature.
    public func signed(by key: SigningKey) -> Signed<Release> { adding(key) }
}
