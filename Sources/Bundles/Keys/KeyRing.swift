import CanonicalJSON
public import CivilTime

/// What a key may be used for.
public enum KeyRole: String, CaseIterable, Sendable {
    /// Signing releases.
    case release
    /// Signing stops of the kill switch.
    case stop
    /// Approving plans.
    case approve
    /// Signing what commands found out: evidence for gates.
    case evidence
    /// Changing the key ring.
    case keys
}

/// A public key, whose it is, what for and for how long.
public struct TrustedKey: Hashable, Sendable {
    /// Its short name.
    public let id: KeyID
    /// Whose it is.
    public let name: String
    /// The 32 bytes of the public half.
    public let publicKey: [UInt8]
    /// What it may be used for.
    public let roles: Set<KeyRole>
    /// From this moment on.
    public let from: Instant
    /// Until just before this moment.
    public let until: Instant

    /// A key that counts from `from` until just before `until`.
    public init(_ key: SigningKey, roles: Set<KeyRole>, from: Instant, until: Instant) {
        self.init(name: key.name, publicKey: key.publicKey, roles: roles, from: from, until: until)
    }

    /// A key that counts from `from` until just before `until`.
    public init(name: String, publicKey: [UInt8], roles: Set<KeyRole>, from: Instant, until: Instant) {
        self.id = KeyID(of: publicKey)
        self.name = name
        self.publicKey = publicKey
        self.roles = roles
        self.from = from
        self.until = until
    }

    /// Whether it counts for a role at a moment.
    public func counts(for role: KeyRole, at moment: Instant) -> Bool {
        roles.contains(role) && from <= moment && moment < until
    }
}

/// The keys that are trusted, and how many of them a signature takes.
///
/// Rings are numbered. Each is signed by enough keys of the ring before it and of its own, so whoever trusts one ring can
/// walk to the newest; while two rings' keys overlap, either may sign.
public struct KeyRing: SignedBody, DocumentBody {
    /// The format's name and version.
    public static let format = "visafee.keys/1"

    /// 1 for the first, and one more each time.
    public let number: Int
    /// The keys, in order of their ids.
    public let keys: [TrustedKey]
    /// How many keys of the role `release` must have signed a release; at least 1.
    public let releaseThreshold: Int
    /// How many keys of the role `keys` must have signed the next ring; at least 1.
    public let keysThreshold: Int

    /// A ring; nothing where too few keys have a role for its threshold, a key is there twice, or a key never counts.
    public init?(number: Int, keys: [TrustedKey], releaseThreshold: Int, keysThreshold: Int) {
        self.number = number
        self.keys = keys.sorted { $0.id.description < $1.id.description }
        self.releaseThreshold = releaseThreshold
        self.keysThreshold = keysThreshold
        guard firstFault == nil else { return nil }
    }

    /// Why it can be no ring, in words.
    var firstFault: String? {
        if Set(keys.map(\.id)).count != keys.count { return "a key is there twice" }
        if let key = keys.first(where: { $0.from >= $0.until }) { return "'\(key.name)' never counts" }
        for (role, threshold) in [(KeyRole.release, releaseThreshold), (.keys, keysThreshold)] {
            let count = keys.count { $0.roles.contains(role) }
            if threshold < 1 { return "the threshold of '\(role.rawValue)' is below 1" }
            if count < threshold {
                return "\(count) keys have the role '\(role.rawValue)', of \(threshold) that must sign"
            }
        }
        return nil
    }

    /// The key with an id.
    public func key(_ id: KeyID) -> TrustedKey? {
        keys.first { $0.id == id }
    }

    // MARK: Reading and writing

    init(reading reader: inout DocumentReader) throws(DocumentRefusal) {
        self.number = try reader.integer("number", in: 1...1_000_000)
        self.keys = try reader.records("keys") { reader throws(DocumentRefusal) in try TrustedKey(reading: &reader) }
        self.releaseThreshold = try reader.integer("release-threshold", in: 1...64)
        self.keysThreshold = try reader.integer("keys-threshold", in: 1...64)
        if let fault = firstFault { throw DocumentRefusal(.malformed, Self.format, fault) }
    }

    var members: [(String, JSONValue)] {
        [
            ("keys", .array(keys.map(\.json))),
            ("keys-threshold", .integer(Int64(keysThreshold))),
            ("number", .integer(Int64(number))),
            ("release-threshold", .integer(Int64(releaseThreshold))),
        ]
    }
}

extension TrustedKey {
    /// The format of the file with which an operator hands in a new public key.
    public static let format = "visafee.public-key/1"

    /// Loads an operator's public key; what it is for and for how long is said by whoever adds it to a ring.
    public static func publicKey(loading bytes: [UInt8]) throws(DocumentRefusal) -> (name: String, publicKey: [UInt8]) {
        try DocumentReader.read(bytes, format) { reader throws(DocumentRefusal) in
            (try reader.text("name"), try reader.bytes("public", count: Ed25519.publicKeyBytes))
        }
    }

    /// The file with which an operator hands in a new public key.
    public static func publicFileBytes(of key: SigningKey) -> [UInt8] {
        let value: JSONValue = [
            "format": .string(format), "name": .string(key.name), "public": .string(Hexadecimal.text(key.publicKey)),
        ]
        return value.canonicalBytes
    }

    init(reading reader: inout DocumentReader) throws(DocumentRefusal) {
        let roles = try reader.texts("roles", "one of " + KeyRole.allCases.map(\.rawValue).joined(separator: ", ")) {
            KeyRole(rawValue: $0)
        }
        self.init(
            name: try reader.text("name"),
            publicKey: try reader.bytes("public", count: Ed25519.publicKeyBytes),
            roles: Set(roles),
            from: try reader.instant("from"),
            until: try reader.instant("until")
        )
    }

    var json: JSONValue {
        [
            "from": .string(from.description),
            "name": .string(name),
            "public": .string(Hexadecimal.text(publicKey)),
            "roles": .array(KeyRole.allCases.filter(roles.contains).map { .string($0.rawValue) }),
            "until": .string(until.description),
        ]
    }
}
