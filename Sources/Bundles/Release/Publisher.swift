public import CivilTime
public import ServiceConfig

/// Puts releases into a store: makes them, signs them, and takes them into use once enough keys have signed.
public struct Publisher: Sendable {
    let store: any ReleaseStore
    let ring: KeyRing
    let earlier: [KeyRing]

    /// A publisher into a store, whose readers trust this ring; releases made before may be signed under earlier ones.
    public init(_ store: any ReleaseStore, trusting ring: KeyRing, earlier: [KeyRing] = []) {
        self.store = store
        self.ring = ring
        self.earlier = earlier
    }

    /// What is to be published.
    public struct Request: Sendable {
        /// The generated files, `content.json` among them.
        public var files: [String: [UInt8]]
        /// When it is published.
        public var published: Instant
        /// From when on it may be used.
        public var notBefore: Instant
        /// Until just before when it may be taken up.
        public var expires: Instant
        /// The digest of the plan that people saw.
        public var plan: Digest?
        /// The content that the plan started from; nothing where there was no plan, or nothing was published before.
        public var planBase: Digest?
        /// Stops that are over.
        public var reopens: [Digest] = []
        /// What people decided where a gate could not.
        public var decisions: [Release.Decision] = []
        /// Why.
        public var reason: String?
        /// The earlier release whose content it brings back.
        public var rollsBackTo: Int?

        /// Files to publish now.
        public init(files: [String: [UInt8]], published: Instant, expires: Instant) {
            self.files = files
            self.published = published
            self.notBefore = published
            self.expires = expires
        }
    }

    /// What became of it.
    public enum Outcome: Hashable, Sendable {
        /// It is in use.
        case inUse(Signed<Release>)
        /// It is kept, and waits for so many more signatures.
        case waiting(Signed<Release>, missing: Int)

        /// The release.
        public var envelope: Signed<Release> {
            switch self {
            case .inUse(let envelope), .waiting(let envelope, _): envelope
            }
        }
    }

    /// Publishes.
    ///
    /// Of two publishers at once, one succeeds and the other is told.
    public func publish(_ request: Request, signedBy keys: [SigningKey]) throws -> Outcome {
        let basis = try basis()
        let current = basis.envelope
        if request.plan != nil {
            guard request.planBase == current?.body.content else {
                throw ReleaseRefusal(.overtaken, "the plan was made for other content than is in use now")
            }
        }
        guard let listBytes = request.files[FileList.Kind.content.fileName] else {
            throw ReleaseRefusal(.contentDiffers, "\(FileList.Kind.content.fileName) is missing")
        }
        let list = try FileList(.content, loading: listBytes, sha256)
        let number = max(try store.numbers().last ?? 0, basis.inUse ?? 0) + 1
        var envelope = Signed<Release>(
            Release(
                number: number,
                published: request.published,
                notBefore: request.notBefore,
                expires: request.expires,
                content: list,
                replaces: basis.inUse,
                rollsBackTo: request.rollsBackTo,
                reopens: (current?.body.reopens ?? []) + request.reopens,
                plan: request.plan,
                decisions: request.decisions,
                reason: request.reason
            )
        )
        for key in keys { envelope = envelope.signed(by: key) }
        try requireUseful(keys, at: request.published)
        var files = request.files
        files[Release.fileName] = envelope.canonicalBytes
        // Nothing is kept that a reader would refuse for its content.
        _ = try VerifiedRelease(VerifiedEnvelope(unverified: envelope), files: files)
        try store.add(files, as: number)
        return try settle(envelope, at: request.published)
    }

    /// Signs a release that waits, and takes it into use once enough keys have.
    public func sign(_ number: Int, by keys: [SigningKey], at now: Instant) throws -> Outcome {
        try requireUseful(keys, at: now)
        let old = try store.envelope(of: number)
        let before = try VerifiedEnvelope.load(old)
        guard before.body.replaces == (try store.current()) else {
            throw ReleaseRefusal(.overtaken, "release \(number) was made to follow \(Self.name(before.body.replaces))")
        }
        var envelope = before
        for key in keys { envelope = envelope.signed(by: key) }
        if envelope != before { try store.replaceEnvelope(of: number, old, with: envelope.canonicalBytes) }
        return try settle(envelope, at: now)
    }

    private func settle(_ envelope: Signed<Release>, at now: Instant) throws -> Outcome {
        let signers = try ring.signers(of: envelope, as: .release, at: now)
        let missing = ring.releaseThreshold - signers.count
        guard missing <= 0 else { return .waiting(envelope, missing: missing) }
        try store.makeCurrent(envelope.body.number, insteadOf: envelope.body.replaces)
        return .inUse(envelope)
    }

    /// A key that would not count is said before anything is written.
    private func requireUseful(_ keys: [SigningKey], at now: Instant) throws(ReleaseRefusal) {
        for key in keys { try ring.requireCounting(key, for: .release, at: now) }
    }

    private static func name(_ number: Int?) -> String {
        number.map { "release \($0)" } ?? "nothing"
    }
}
