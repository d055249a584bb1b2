public import CivilTime
public import ServiceConfig

/// What the reader of releases already knows when the next one comes.
public struct ReleaseHorizon: Hashable, Sendable {
    /// The greatest number accepted so far.
    public let number: Int
    /// The digest of that release.
    public let digest: Digest

    /// The release with this number and digest was accepted.
    public init(number: Int, digest: Digest) {
        self.number = number
        self.digest = digest
    }
}

/// An envelope whose signatures, time, number and engine range were all found good.
public struct VerifiedEnvelope: Sendable {
    /// What it says, and who signed.
    public let envelope: Signed<Release>

    /// What it says.
    public var release: Release { envelope.body }

    /// Verifies an envelope's bytes.
    ///
    /// `now` decides about its time and about keys; `horizon` is what was accepted before, without which a rollback
    /// cannot be noticed.
    public init(
        _ bytes: [UInt8],
        trusting ring: KeyRing,
        at now: Instant,
        after horizon: ReleaseHorizon?,
        contract: Int = Release.engineContract
    ) throws(ReleaseRefusal) {
        let envelope = try Self.load(bytes)
        try ring.require(ring.releaseThreshold, .release, on: envelope, at: now)
        let release = envelope.body
        if let horizon {
            guard release.number >= horizon.number else {
                throw ReleaseRefusal(
                    .rolledBack,
                    "release \(release.number) is older than \(horizon.number), which was in use"
                )
            }
            guard release.number > horizon.number || envelope.digest == horizon.digest else {
                throw ReleaseRefusal(
                    .rolledBack,
                    "this is another release \(release.number) than the one that was in use"
                )
            }
        }
        guard release.notBefore <= now else {
            throw ReleaseRefusal(.notYet, "release \(release.number) holds from \(release.notBefore) on")
        }
        // What was accepted in its time may be taken up again after a restart; it takes no new payments then.
        let wasInUse = horizon?.number == release.number
        guard now < release.expires || wasInUse else {
            throw ReleaseRefusal(.expired, "release \(release.number) ran out on \(release.expires)")
        }
        guard release.engines.contains(contract) else {
            throw ReleaseRefusal(
                .otherEngine,
                "release \(release.number) is for engines \(release.engines.lowerBound) to \(release.engines.upperBound), "
                    + "and this is \(contract)"
            )
        }
        self.envelope = envelope
    }

    /// Verifies the envelope of a release that a store keeps, for whoever compares its files without loading them.
    public init(kept files: [String: [UInt8]], trusting rings: [KeyRing]) throws(ReleaseRefusal) {
        try self.init(old: VerifiedRelease.envelope(in: files), trusting: rings)
    }

    /// Holds files against the envelope, down to the last bit; no config is loaded.
    public func check(_ files: [String: [UInt8]]) throws(ReleaseRefusal) {
        let verified: FileList
        do throws(ConfigRefusal) {
            let bytes = files[FileList.Kind.content.fileName] ?? []
            let list = try FileList(.content, loading: bytes, sha256)
            let others = files.filter { $0.key != FileList.Kind.content.fileName && $0.key != Release.fileName }
            try list.check(others, sha256)
            verified = list
        } catch {
            throw ReleaseRefusal(error)
        }
        try check(verified)
    }

    /// Holds a list of files against the envelope.
    func check(_ list: FileList) throws(ReleaseRefusal) {
        guard list.digest(sha256) == release.content else {
            throw ReleaseRefusal(.contentDiffers, "content.json is not the list that was signed")
        }
        guard MerkleTree(list).root == release.merkleRoot else {
            throw ReleaseRefusal(.contentDiffers, "the files do not add up to the Merkle root that was signed")
        }
    }

    /// Verifies an envelope that was accepted in its time, for payments that were begun under it.
    ///
    /// Its keys counted when it was published; neither its number nor its end matters any more.
    init(old bytes: [UInt8], trusting rings: [KeyRing]) throws(ReleaseRefusal) {
        let envelope = try Self.load(bytes)
        var refusal: ReleaseRefusal?
        for ring in rings.reversed() {
            do throws(ReleaseRefusal) {
                try ring.require(ring.releaseThreshold, .release, on: envelope, at: envelope.body.published)
                self.envelope = envelope
                return
            } catch {
                refusal = error
            }
        }
        throw refusal ?? ReleaseRefusal(.otherKeys, "no key ring is known")
    }

    /// An envelope whose signatures nobody has looked at: only for who makes or signs it.
    init(unverified envelope: Signed<Release>) {
        self.envelope = envelope
    }

    /// Who has signed an envelope with keys that counted when it was published, in the newest of the rings that knows each;
    /// enough or not.
    ///
    /// - Throws: ``ReleaseRefusal`` where a signature is not by the key it names, or no key that counted has signed.
    public static func signers(
        of envelope: Signed<Release>,
        in rings: [KeyRing]
    ) throws(ReleaseRefusal) -> [TrustedKey] {
        var signers: [TrustedKey] = []
        for ring in rings.reversed() {
            for key in try ring.signers(of: envelope, as: .release, at: envelope.body.published)
            where !signers.contains(where: { $0.id == key.id }) {
                signers.append(key)
            }
        }
        guard !signers.isEmpty else {
            throw ReleaseRefusal(.tooFewSignatures, "no key of the key rings has signed it")
        }
        return signers.sorted { $0.id.description < $1.id.description }
    }

    /// Reads an envelope without believing it.
    static func load(_ bytes: [UInt8]) throws(ReleaseRefusal) -> Signed<Release> {
        do throws(DocumentRefusal) {
            return try Signed<Release>(loading: bytes)
        } catch {
            throw ReleaseRefusal(error)
        }
    }
}

/// A release that was verified from its signatures to its last file, and whose configs answer their self-tests.
///
/// There is no other way to make one.
public struct VerifiedRelease: Sendable {
    /// What it says, and who signed.
    public let envelope: Signed<Release>
    /// Its configs, loaded.
    public let content: LoadedContent

    /// What it says.
    public var release: Release { envelope.body }

    /// Verifies a release's files, `release.json` among them: all or nothing.
    public init(
        files: [String: [UInt8]],
        trusting ring: KeyRing,
        at now: Instant,
        after horizon: ReleaseHorizon?,
        contract: Int = Release.engineContract
    ) throws(ReleaseRefusal) {
        let bytes = try Self.envelope(in: files)
        let envelope = try VerifiedEnvelope(bytes, trusting: ring, at: now, after: horizon, contract: contract)
        try self.init(envelope, files: files)
    }

    /// Verifies a release that a store keeps, for whoever shows it, brings it back or compares it.
    ///
    /// Its keys counted when it was published, in one of the rings; neither its number nor its end matters any more.
    public init(kept files: [String: [UInt8]], trusting rings: [KeyRing]) throws(ReleaseRefusal) {
        try self.init(VerifiedEnvelope(old: Self.envelope(in: files), trusting: rings), files: files)
    }

    /// Looks at the files of a release that waits for signatures, for whoever is about to sign: all but the signatures.
    public init(waiting files: [String: [UInt8]]) throws(ReleaseRefusal) {
        let envelope = try VerifiedEnvelope.load(Self.envelope(in: files))
        try self.init(VerifiedEnvelope(unverified: envelope), files: files)
    }

    /// Verifies a release's files against an envelope that was found good.
    public init(_ envelope: VerifiedEnvelope, files: [String: [UInt8]]) throws(ReleaseRefusal) {
        var files = files
        files[Release.fileName] = nil
        let content: LoadedContent
        do throws(ConfigRefusal) {
            content = try LoadedContent(files: files, sha256)
        } catch {
            throw ReleaseRefusal(error)
        }
        try envelope.check(content.list)
        self.envelope = envelope.envelope
        self.content = content
    }

    /// The bytes of the envelope.
    static func envelope(in files: [String: [UInt8]]) throws(ReleaseRefusal) -> [UInt8] {
        guard let bytes = files[Release.fileName] else {
            throw ReleaseRefusal(.unreadable, "\(Release.fileName) is missing")
        }
        return bytes
    }
}
