import CanonicalJSON
public import CivilTime
public import ServiceConfig

/// Somebody's word that a plan may be carried out: a signature over the plan's digest, so that it is worth nothing for any
/// other plan.
public struct Approval: SignedBody, DocumentBody {
    /// The format's name and version.
    public static let format = "visafee.approval/1"

    /// The SHA-256 of the saved plan's bytes.
    public let plan: Digest
    /// When it was given.
    public let given: Instant

    /// An approval of the plan with these bytes.
    public init(ofPlan bytes: [UInt8], given: Instant) {
        self.plan = sha256(bytes)
        self.given = given
    }

    // MARK: Reading and writing

    init(reading reader: inout DocumentReader) throws(DocumentRefusal) {
        self.plan = try reader.digest("plan")
        self.given = try reader.instant("given")
    }

    var members: [(String, JSONValue)] {
        [("given", .string(given.description)), ("plan", .string(plan.description))]
    }
}

extension Signed<Approval> {
    /// An approval with its signature.
    public init(_ approval: Approval, by key: SigningKey) {
        self = Signed(unsigned: approval).adding(key)
    }

    /// Loads an approval; it counts once a ``KeyRing`` has looked at it.
    public init(loading bytes: [UInt8]) throws(DocumentRefusal) {
        try self.init(reading: bytes)
    }

    /// The canonical bytes.
    public var canonicalBytes: [UInt8] { written }
}

extension KeyRing {
    /// The people who have approved a plan, each once, by name.
    ///
    /// An approval of another plan counts for nothing; one that is false makes all of them doubtful, and is refused.
    public func approvers(
        ofPlan bytes: [UInt8],
        _ approvals: [Signed<Approval>],
        at now: Instant
    ) throws(ReleaseRefusal) -> [String] {
        var approvers: [KeyID: String] = [:]
        for approval in approvals where approval.body.plan == sha256(bytes) {
            for key in try signers(of: approval, as: .approve, at: now) { approvers[key.id] = key.name }
        }
        return approvers.values.sorted()
    }
}
