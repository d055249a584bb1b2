import CanonicalJSON

/// A SHA-256 digest, in 64 small hexadecimal digits. How it is computed is the business of whoever has a library for it.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// The digits.
    public let description: String

    /// Reads 64 small hexadecimal digits.
    public init?(_ text: String) {
        guard text.utf8.count == 64,
            text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.description = text
    }

    /// Writes the 32 bytes of a digest.
    public init(bytes: some Sequence<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        self.description = String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self
        )
    }
}

/// Computes SHA-256; a parameter wherever it is needed.
public typealias SHA256Function = @Sendable ([UInt8]) -> Digest

/// `content.json`: the list of generated files with their digests, the digest of the registry they were made from, and
/// the digest of the list itself.
public struct Content: Hashable, Sendable {
    /// The format's name and version.
    public static let format = "visafee.content/1"
    /// The name of its own file.
    public static let fileName = "content.json"

    /// One generated file.
    public struct File: Hashable, Sendable {
        /// Its path below the output folder, with `/`.
        public let path: String
        /// How many bytes it has.
        public let byteCount: Int
        /// The digest of its bytes.
        public let digest: Digest

        /// A file.
        public init(path: String, byteCount: Int, digest: Digest) {
            self.path = path
            self.byteCount = byteCount
            self.digest = digest
        }
    }

    /// The digest of the registry's files.
    public let registry: Digest
    /// The files, in bytewise order of their paths.
    public let files: [File]

    /// A list of files.
    public init(registry: Digest, files: [File]) {
        self.registry = registry
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The list without its own digest: what that digest is computed over.
    private var listing: JSONObject {
        [
            "files": .array(
                files.map {
                    [
                        "bytes": .integer(Int64($0.byteCount)), "path": .string($0.path),
                        "sha256": .string($0.digest.description),
                    ]
                }
            ),
            "format": .string(Self.format),
            "registry": .string(registry.description),
        ]
    }

    /// The digest that stands for everything: two registries with equal answers have equal ones.
    public func digest(_ sha256: SHA256Function) -> Digest {
        sha256(JSONValue.object(listing).canonicalBytes)
    }

    /// The canonical bytes, the list's own digest among them.
    public func canonicalBytes(_ sha256: SHA256Function) -> [UInt8] {
        var object = listing
        object["digest"] = .string(digest(sha256).description)
        return JSONValue.object(object).canonicalBytes
    }

    /// Loads a list and checks its own digest.
    public init(loading bytes: [UInt8], _ sha256: SHA256Function) throws(ConfigRefusal) {
        let value: JSONValue
        do throws(CanonicalJSONError) {
            value = try JSONValue(canonical: bytes)
        } catch {
            throw ConfigRefusal(.notCanonical, error.description)
        }
        guard case .object(let object) = value, object["format"] == .string(Self.format) else {
            throw ConfigRefusal(.otherFormat, "this version reads \(Self.format)")
        }
        let content = try ConfigNode(value: value, path: "").record { record throws(ConfigRefusal) in
            _ = try (record.require("format"), record.require("digest"))
            return try Content(
                registry: record.require("registry").digest(),
                files: record.require("files").list { node throws(ConfigRefusal) in
                    try node.record { record throws(ConfigRefusal) in
                        try File(
                            path: record.string("path"), byteCount: record.require("bytes").integer(),
                            digest: record.require("sha256").digest()
                        )
                    }
                }
            )
        }
        guard content.canonicalBytes(sha256) == bytes else {
            throw ConfigRefusal(.digestDiffers, "the list's own digest does not match the list")
        }
        self = content
    }
}

extension ConfigNode {
    fileprivate func digest() throws(ConfigRefusal) -> Digest {
        guard let digest = try Digest(string()) else { throw refuse("64 hexadecimal digits") }
        return digest
    }
}
