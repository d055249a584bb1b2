import CanonicalJSON
public import CivilTime
public import ServiceConfig

/// A proof that one city's file belongs to a release, for whoever has that file and nothing else of the release.
public struct CityProof: Hashable, Sendable {
    /// The format's name and version.
    public static let format = "visafee.city-proof/1"

    /// The city's slug.
    public let city: String
    /// The release's envelope, with its signatures.
    public let envelope: Signed<Release>
    /// The place of the city's file in the release's list.
    public let position: Int
    /// How many files the release has.
    public let fileCount: Int
    /// What stands beside the way from the file up to the Merkle root.
    public let beside: [Digest]

    /// The proof for a city of a release; nothing where the release has no config for it.
    public init?(of city: String, in release: VerifiedRelease) {
        let list = release.content.list
        guard let position = list.files.firstIndex(where: { $0.path == LoadedContent.path(of: city) }) else {
            return nil
        }
        self.city = city
        self.envelope = release.envelope
        self.position = position
        self.fileCount = list.files.count
        self.beside = MerkleTree(list).proof(of: position)
    }

    /// Verifies a city's file: the release's signatures and time, the way from the file to its root, and the config's own
    /// self-test.
    public func verify(
        file bytes: [UInt8],
        trusting ring: KeyRing,
        at now: Instant
    ) throws(ReleaseRefusal) -> CityConfig {
        let verified = try VerifiedEnvelope(envelope.canonicalBytes, trusting: ring, at: now, after: nil)
        let leaf = MerkleTree.leaf(path: LoadedContent.path(of: city), digest: sha256(bytes))
        let root = MerkleTree.root(from: leaf, at: position, of: fileCount, beside: beside)
        guard root == verified.release.merkleRoot else {
            throw ReleaseRefusal(
                .notIncluded,
                "the file is not that of '\(city)' in release \(verified.release.number)"
            )
        }
        let config: CityConfig
        do throws(ConfigRefusal) {
            config = try CityConfig(loading: bytes)
        } catch {
            throw ReleaseRefusal(error)
        }
        guard config.place.slug == city else {
            throw ReleaseRefusal(.notIncluded, "the file holds the config of '\(config.place.slug)'")
        }
        return config
    }

    // MARK: Reading and writing

    /// Loads a proof; nothing of it counts before ``verify(file:trusting:at:)``.
    public init(loading bytes: [UInt8]) throws(DocumentRefusal) {
        let city: String
        let position: Int
        let fileCount: Int
        let beside: [Digest]
        let envelope: [UInt8]
        (city, position, fileCount, beside, envelope) = try DocumentReader.read(bytes, Self.format) {
            reader throws(DocumentRefusal) in
            (
                try reader.text("city"), try reader.integer("position", in: 0...1_000_000),
                try reader.integer("files", in: 1...1_000_000),
                try reader.texts("beside", "64 hexadecimal digits") { Digest($0) },
                Array(try reader.text("release").utf8)
            )
        }
        self.city = city
        self.position = position
        self.fileCount = fileCount
        self.beside = beside
        self.envelope = try Signed<Release>(loading: envelope)
    }

    /// The canonical bytes; the envelope stands in them as text, byte for byte what was signed.
    public var canonicalBytes: [UInt8] {
        let value: JSONValue = [
            "beside": .array(beside.map { .string($0.description) }),
            "city": .string(city),
            "files": .integer(Int64(fileCount)),
            "format": .string(Self.format),
            "position": .integer(Int64(position)),
            "release": .string(String(decoding: envelope.canonicalBytes, as: UTF8.self)),
        ]
        return value.canonicalBytes
    }
}
