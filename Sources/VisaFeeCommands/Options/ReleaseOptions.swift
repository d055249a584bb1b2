import ArgumentParser
import Bundles
import CivilTime
import FoundationEssentials

/// Where releases are kept, and whose signatures count.
struct ReleaseOptions: ParsableArguments {
    @Option(help: "The folder of the release store.")
    var store = "releases"

    @Option(help: "The key ring that is trusted to begin with; newer ones in the store follow from it.")
    var keys = "keys.json"

    /// The store.
    var folder: ReleaseFolder { ReleaseFolder(store) }

    /// The trusted key ring and those in the store that follow from it, the newest last.
    func rings(at now: Instant) throws -> [KeyRing] {
        var rings = [try Signed<KeyRing>(loading: OperatorFiles.bytes(at: keys)).body]
        while let last = rings.last, let bytes = try folder.keyRing(last.number + 1) {
            let next = try Signed<KeyRing>(loading: bytes)
            try last.check(successor: next, at: now)
            rings.append(next.body)
        }
        return rings
    }

    /// The rings as far as they can be read and follow from the one that is trusted, as engines walk to them; and why it
    /// goes no further, where something is wrong.
    func knownRings(at now: Instant) throws -> (rings: [KeyRing], fault: String?) {
        var rings = [try Signed<KeyRing>(loading: OperatorFiles.bytes(at: keys)).body]
        do {
            while let last = rings.last, let bytes = try folder.keyRing(last.number + 1) {
                let next = try Signed<KeyRing>(loading: bytes)
                try last.check(successor: next, at: now)
                rings.append(next.body)
            }
            return (rings, nil)
        } catch {
            return (rings, "\(error)")
        }
    }

    /// The newest key ring.
    func ring(at now: Instant) throws -> KeyRing {
        let rings = try rings(at: now)
        return rings[rings.count - 1]
    }

    /// Who publishes into the store.
    func publisher(at now: Instant) throws -> Publisher {
        let rings = try rings(at: now)
        return Publisher(folder, trusting: rings[rings.count - 1], earlier: rings.dropLast())
    }

    /// The files of a release, or of the one in use, with its envelope and every digest verified and no config loaded.
    func files(of number: Int?, at now: Instant) throws -> [String: [UInt8]] {
        let wanted = try number ?? folder.current()
        guard let wanted else {
            throw StoreFault(.missing, "no release is in use in \(store)")
        }
        var files = try folder.files(of: wanted)
        try VerifiedEnvelope(kept: files, trusting: rings(at: now)).check(files)
        files[Release.fileName] = nil
        return files
    }

    /// A release of the store, or the one in use, verified from its signatures to its last file.
    func verified(_ number: Int?, at now: Instant) throws -> VerifiedRelease {
        let wanted = try number ?? folder.current()
        guard let wanted else {
            throw StoreFault(.missing, "no release is in use in \(store)")
        }
        return try VerifiedRelease(kept: folder.files(of: wanted), trusting: rings(at: now))
    }
}

/// The keys that sign.
struct SigningOptions: ParsableArguments {
    @Option(
        name: .customLong("key"),
        help: "The file of a private key to sign with; may be given several times.",
        completion: .file()
    )
    var paths: [String] = []

    /// The keys.
    func signingKeys() throws -> [SigningKey] {
        guard !paths.isEmpty else {
            throw ValidationError(
                "--key names the file of the private key to sign with (visafee release key new makes one)"
            )
        }
        return try paths.map(OperatorFiles.signingKey(at:))
    }
}

/// Where the kill switch is kept.
struct KillSwitchOptions: ParsableArguments {
    @Option(
        name: .customLong("kill-switch"),
        help: "The file of the kill switch, apart from the release store.",
        completion: .file()
    )
    var path = "kill-switch.json"

    /// The file.
    var file: KillSwitchFile { KillSwitchFile(path) }

    /// The file by its whole path: which one it is matters, for engines watch one and no other.
    var fullPath: String { path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path }

    /// The orders in it, apart from those that engines do not accept, with what is wrong with these.
    func verified(by rings: [KeyRing]) throws -> (good: KillSwitch, refusals: [ReleaseRefusal]) {
        try killSwitch().verified(by: rings)
    }

    /// The orders in it; none where there is no file.
    func killSwitch() throws -> KillSwitch {
        guard let bytes = try file.bytes() else { return KillSwitch() }
        return try KillSwitch(loading: bytes)
    }
}
