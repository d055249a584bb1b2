import CanonicalJSON

/// A list of generated files with their digests, the digest of what they were made from, and the digest of the list itself.
public struct FileList: Hashable, Sendable {
    /// What is listed.
    public enum Kind: CaseIterable, Sendable {
        /// `content.json`: configs and index, made from a registry.
        case content
        /// `pages.json`: the applicants' pages, made from content.
        case pages

        /// The format's name and version.
        public var format: String {
            switch self {
            case .content: "visafee.content/1"
            case .pages: "visafee.pages/1"
            }
        }

        /// The list's own file.
        public var fileName: String {
            switch self {
            case .content: "content.json"
            case .pages: "pages.json"
            }
        }

        /// The member that holds the digest of what the files were made from.
        fileprivate var originKey: String {
            switch self {
            case .content: "registry"
            case .pages: "content"
            }
        }
    }

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

    /// What is listed.
    public let kind: Kind
    /// The digest of what the files were made from: a registry's files, or content.
    public let origin: Digest
    /// The files, in bytewise order of their paths.
    public let files: [File]

    /// A list of files.
    public init(_ kind: Kind, madeFrom origin: Digest, files: [File]) {
        self.kind = kind
        self.origin = origin
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// A list of these files, by path.
    public init(_ kind: Kind, madeFrom origin: Digest, files: [String: [UInt8]], _ sha256: SHA256Function) {
        self.init(
            kind,
            madeFrom: origin,
            files: files.map { File(path: $0, byteCount: $1.count, digest: sha256($1)) }
        )
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
            "format": .string(kind.format),
            kind.originKey: .string(origin.description),
        ]
    }

    /// The digest that stands for all files.
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
    public init(_ kind: Kind, loading bytes: [UInt8], _ sha256: SHA256Function) throws(ConfigRefusal) {
        let value: JSONValue
        do throws(CanonicalJSONError) {
            value = try JSONValue(canonical: bytes)
        } catch {
            throw ConfigRefusal(.notCanonical, "\(kind.fileName): \(error)")
        }
        guard case .object(let object) = value, object["format"] == .string(kind.format) else {
            throw ConfigRefusal(.otherFormat, "\(kind.fileName): this version reads \(kind.format)")
        }
        let list = try ConfigNode(value: value, path: "").record { record throws(ConfigRefusal) in
            _ = try (record.require("format"), record.require("digest"))
            return try FileList(
                kind,
                madeFrom: record.require(kind.originKey).digest(),
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
        guard list.canonicalBytes(sha256) == bytes else {
            throw ConfigRefusal(.digestDiffers, "\(kind.fileName): its own digest does not match the list")
        }
        self = list
    }

    /// Holds files against the list: each one listed is there with its digest, and none is there that is not listed.
    public func check(_ present: [String: [UInt8]], _ sha256: SHA256Function) throws(ConfigRefusal) {
        var unlisted = Set(present.keys)
        for file in files {
            guard unlisted.remove(file.path) != nil, let bytes = present[file.path] else {
                throw ConfigRefusal(.digestDiffers, "\(file.path) is listed and not there")
            }
            guard bytes.count == file.byteCount, sha256(bytes) == file.digest else {
                throw ConfigRefusal(.digestDiffers, "\(file.path) is not the file that was generated")
            }
        }
        if let extra = unlisted.min() {
            throw ConfigRefusal(.digestDiffers, "\(extra) is there and not listed")
        }
    }
}

extension ConfigNode {
    fileprivate func digest() throws(ConfigRefusal) -> Digest {
        guard let digest = try Digest(string()) else { throw refuse("64 hexadecimal digits") }
        return digest
    }
}
