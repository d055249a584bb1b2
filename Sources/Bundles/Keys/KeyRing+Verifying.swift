public import CivilTime

extension KeyRing {
    /// The keys of a role that have signed a document and count at a moment.
    ///
    /// A key that is not in the ring does not count. A signature that names a key of the ring and is not its own makes the
    /// whole document false.
    func signers<Body: DocumentBody>(
        of document: Signed<Body>,
        as role: KeyRole,
        at moment: Instant
    ) throws(ReleaseRefusal) -> [TrustedKey] {
        let message = document.message
        var signers: [TrustedKey] = []
        for signature in document.signatures {
            guard let key = key(signature.key) else { continue }
            guard Ed25519.isValid(signature.bytes, for: message, by: key.publicKey) else {
                throw ReleaseRefusal(
                    .signatureFalse,
                    "the signature in the name of '\(key.name)' (\(key.id)) is not theirs"
                )
            }
            if key.counts(for: role, at: moment) { signers.append(key) }
        }
        return signers
    }

    /// Refuses a document that too few keys of a role have signed.
    func require<Body: DocumentBody>(
        _ threshold: Int,
        _ role: KeyRole,
        on document: Signed<Body>,
        at moment: Instant
    ) throws(ReleaseRefusal) {
        let signers = try signers(of: document, as: role, at: moment)
        guard signers.count >= threshold else {
            let names = signers.isEmpty ? "nobody" : signers.map(\.name).joined(separator: ", ")
            throw ReleaseRefusal(
                .tooFewSignatures,
                "\(threshold) keys for '\(role.rawValue)' must sign, and of those in ring \(number) that count "
                    + "\(names) did"
            )
        }
    }

    /// Refuses a key whose signature would not count for a role at a moment: said before anything is written.
    public func requireCounting(_ key: SigningKey, for role: KeyRole, at moment: Instant) throws(ReleaseRefusal) {
        guard let trusted = self.key(key.id) else {
            throw ReleaseRefusal(.otherKeys, "the key \(key) is not in key ring \(number)")
        }
        guard trusted.counts(for: role, at: moment) else {
            let roles = KeyRole.allCases.filter(trusted.roles.contains).map(\.rawValue).joined(separator: ", ")
            throw ReleaseRefusal(
                .tooFewSignatures,
                "the key \(key) is for \(roles), from \(trusted.from) until \(trusted.until)"
            )
        }
    }

    /// Refuses a first ring that its own keys have not signed: whoever could not use it would lock themselves out.
    public static func check(first ring: Signed<KeyRing>, at moment: Instant) throws(ReleaseRefusal) {
        guard ring.body.number == 1 else {
            throw ReleaseRefusal(.otherKeys, "ring \(ring.body.number) is not the first")
        }
        try ring.body.require(ring.body.keysThreshold, .keys, on: ring, at: moment)
    }

    /// Refuses a ring that may not take this one's place: this ring's keys and its own must have signed it.
    public func check(successor: Signed<KeyRing>, at moment: Instant) throws(ReleaseRefusal) {
        guard successor.body.number == number + 1 else {
            throw ReleaseRefusal(.otherKeys, "ring \(successor.body.number) does not follow ring \(number)")
        }
        try require(keysThreshold, .keys, on: successor, at: moment)
        try successor.body.require(successor.body.keysThreshold, .keys, on: successor, at: moment)
    }
}

extension Signed<KeyRing> {
    /// Loads a ring; it is trusted by whoever has it from a place they trust.
    public init(loading bytes: [UInt8]) throws(DocumentRefusal) {
        try self.init(reading: bytes)
    }

    /// A ring nobody has signed yet.
    public init(_ ring: KeyRing) {
        self.init(unsigned: ring)
    }

    /// The canonical bytes.
    public var canonicalBytes: [UInt8] { written }

    /// The ring with one more signature.
    public func signed(by key: SigningKey) -> Signed<KeyRing> { adding(key) }
}
