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

    /// The digest that stands for all files: that of the list's bytes without the digest itself.
    public func digest(_ sha256: SHA256Function) -> Digest {
        sha256(bytes(with: nil))
    }

    /// The canonical bytes, the list's own digest among them.
    public func canonicalBytes(_ sha256: SHA256Function) -> [UInt8] {
        bytes(with: digest(sha256))
    }

    private func bytes(with digest: Digest?) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            // The keys ascend: content, digest, files, format, registry.
            if kind == .pages { $0.add(kind.originKey, origin) }
            $0.add("digest", optional: digest)
            $0.add("files", files)
            $0.add("format", kind.format)
            if kind == .content { $0.add(kind.originKey, origin) }
        }
        return writer.bytes
    }

    /// Loads a list and checks its own digest.
    public init(_ kind: Kind, loading bytes: [UInt8], _ sha256: SHA256Function) throws(ConfigRefusal) {
        do throws(ConfigRefusal) {
            self = try ConfigNode.load(bytes, kind.format) { record throws(ConfigRefusal) in
                _ = try record.require("digest", Digest.self)
                return try FileList(
                    kind,
                    madeFrom: record.require(kind.originKey),
                    files: record.require("files")
                )
            }
        } catch {
            throw error.naming(kind.fileName)
        }
        guard canonicalBytes(sha256) == bytes else {
            throw ConfigRefusal(.digestDiffers, "its own digest does not match the list", file: kind.fileName)
        }
    }

    /// Holds files against the list: each one listed is there with its digest, and none is there that is not listed.
    public func check(_ present: [String: [UInt8]], _ sha256: SHA256Function) throws(ConfigRefusal) {
        var unlisted = Set(present.keys)
        for file in files {
            guard unlisted.remove(file.path) != nil, let bytes = present[file.path] else {
                throw ConfigRefusal(.digestDiffers, "it is listed and not there", file: file.path)
            }
            guard bytes.count == file.byteCount, sha256(bytes) == file.digest else {
                throw ConfigRefusal(.digestDiffers, "it is not the file that was generated", file: file.path)
            }
        }
        if let extra = unlisted.min() {
            throw ConfigRefusal(.digestDiffers, "it is there and not listed", file: extra)
        }
    }
}

extension FileList.File: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> FileList.File {
        try FileList.File(
            path: record.require("path"),
            byteCount: record.require("bytes"),
            digest: record.require("sha256")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("bytes", byteCount)
        writer.add("path", path)
        writer.add("sha256", digest)
    }
}

extension Digest: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Digest {
        guard let digest = try Digest(node.string()) else { throw node.refuse("64 hexadecimal digits") }
        return digest
    }

    func write(to writer: inout JSONWriter) { writer.string(description) }
}
