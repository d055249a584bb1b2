import CanonicalJSON
import ServiceConfig

/// What must survive a restart of the engine: the last release it accepted, and every stop it has seen.
///
/// Without it nobody could notice that an older release, or a kill switch with fewer stops, is put in place.
public struct RememberedReleases: Hashable, Sendable {
    /// The format's name and version.
    public static let format = "visafee.remembered-releases/1"

    /// The last release accepted; nothing before the first.
    public var horizon: ReleaseHorizon?
    /// Every stop seen.
    public var killSwitch: KillSwitch

    /// This much is remembered.
    public init(horizon: ReleaseHorizon? = nil, killSwitch: KillSwitch = KillSwitch()) {
        self.horizon = horizon
        self.killSwitch = killSwitch
    }

    /// Loads what was remembered.
    public init(loading bytes: [UInt8]) throws(DocumentRefusal) {
        let (number, digest, stops) = try DocumentReader.read(bytes, Self.format) { reader throws(DocumentRefusal) in
            (
                try reader.optionalInteger("number", in: Release.numbers), try reader.optionalDigest("digest"),
                try reader.text("kill-switch")
            )
        }
        self.horizon = number.flatMap { number in digest.map { ReleaseHorizon(number: number, digest: $0) } }
        self.killSwitch = try KillSwitch(loading: Array(stops.utf8))
    }

    /// The canonical bytes.
    public var canonicalBytes: [UInt8] {
        var object: JSONObject = [
            "format": .string(Self.format),
            "kill-switch": .string(String(decoding: killSwitch.canonicalBytes, as: UTF8.self)),
        ]
        object["number"] = horizon.map { .integer(Int64($0.number)) }
        object["digest"] = horizon.map { .string($0.digest.description) }
        return JSONValue.object(object).canonicalBytes
    }
}

/// Where the engine keeps what must survive a restart.
public protocol ReleaseMemory: Sendable {
    /// What was kept; nothing at first.
    func recall() throws(StoreFault) -> RememberedReleases?
    /// Keeps it, in place of what was kept before.
    func remember(_ releases: RememberedReleases) throws(StoreFault)
}

/// Memory in a file of the engine's own.
public struct ReleaseMemoryFile: ReleaseMemory {
    private let path: String

    /// The file at a path; it is made when there is something to keep.
    public init(_ path: String) {
        self.path = path
    }

    /// What was kept; nothing at first.
    public func recall() throws(StoreFault) -> RememberedReleases? {
        guard let bytes = try FileSystem.readIfThere(path) else { return nil }
        do throws(DocumentRefusal) {
            return try RememberedReleases(loading: bytes)
        } catch {
            throw StoreFault(
                .unreachable,
                "\(path) cannot be read (\(error.explanation)), and without it a rollback would go unnoticed: "
                    + "put back a copy, or remove it if you know which release is the newest"
            )
        }
    }

    /// Keeps it, down to the disk.
    public func remember(_ releases: RememberedReleases) throws(StoreFault) {
        try FileSystem.makeFolder(FileSystem.folder(of: path))
        try FileSystem.replace(path, with: releases.canonicalBytes)
    }
}
