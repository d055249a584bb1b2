import Glibc

/// A store of releases in a folder.
///
/// ```
/// releases/7/release.json      the envelope
/// releases/7/content.json ...  what was generated
/// keys/1.json                  key rings
/// current -> releases/7        which one is in use
/// lock
/// ```
///
/// A release is written beside its place, brought to the disk, and moved there in one step; the link is exchanged in one
/// step too. So a reader sees whole releases only, and a publisher that is killed, or runs out of room, leaves what was in
/// use in use.
public struct ReleaseFolder: ReleaseStore {
    /// Where it lies.
    public let path: String

    private static let link = "current"

    /// The store in a folder; what is missing is made when something is written.
    public init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private var releases: String { path + "/releases" }

    private func folder(of number: Int) -> String { "\(releases)/\(number)" }

    private func keyFile(_ number: Int) -> String { "\(path)/keys/\(number).json" }

    /// The number of the release in use; nothing before the first.
    public func current() throws(StoreFault) -> Int? {
        guard FileSystem.isFolder(path) else { throw StoreFault(.unreachable, "there is no store at \(path)") }
        guard let target = try FileSystem.link("\(path)/\(Self.link)") else { return nil }
        guard let number = Self.number(target.split(separator: "/").last ?? "") else {
            throw StoreFault(.unreachable, "\(path)/\(Self.link) leads to '\(target)', which is no release")
        }
        return number
    }

    /// The numbers of all releases, ascending.
    public func numbers() throws(StoreFault) -> [Int] {
        guard FileSystem.isFolder(releases) else { return [] }
        return try FileSystem.names(in: releases).compactMap(Self.number).sorted()
    }

    /// A release's files, by path.
    public func files(of number: Int) throws(StoreFault) -> [String: [UInt8]] {
        guard FileSystem.isFolder(folder(of: number)) else {
            throw StoreFault(.missing, "there is no release \(number) in \(path)")
        }
        return try FileSystem.files(below: folder(of: number))
    }

    /// A release's `release.json`.
    public func envelope(of number: Int) throws(StoreFault) -> [UInt8] {
        do throws(StoreFault) {
            return try FileSystem.read("\(folder(of: number))/\(Release.fileName)")
        } catch {
            guard error.reason == .missing else { throw error }
            throw StoreFault(.missing, "there is no release \(number) in \(path)")
        }
    }

    /// Keeps a release.
    public func add(_ files: [String: [UInt8]], as number: Int) throws(StoreFault) {
        try FileSystem.makeFolder(releases)
        removeRemnants()
        let fresh = "\(releases)/.new-\(number)-\(FileSystem.uniqueEnding())"
        FileSystem.remove(fresh)
        do throws(StoreFault) {
            var folders: Set<String> = [fresh]
            for name in files.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                let file = "\(fresh)/\(name)"
                try FileSystem.makeFolder(FileSystem.folder(of: file))
                folders.insert(FileSystem.folder(of: file))
                try FileSystem.create(file, files[name] ?? [])
            }
            for folder in folders.sorted() { try FileSystem.synchronize(folder) }
            guard rename(fresh, folder(of: number)) == 0 else {
                guard errno == EEXIST || errno == ENOTEMPTY else {
                    throw FileSystem.fault("put release \(number) in place")
                }
                throw StoreFault(.overtaken, "somebody else has published release \(number) meanwhile")
            }
            try FileSystem.synchronize(releases)
        } catch {
            FileSystem.remove(fresh)
            throw error
        }
    }

    /// Exchanges the envelope of a release that is not in use.
    public func replaceEnvelope(of number: Int, _ old: [UInt8], with new: [UInt8]) throws(StoreFault) {
        try locked { () throws(StoreFault) in
            guard try current() != number else { throw StoreFault(.overtaken, "release \(number) is in use already") }
            guard try envelope(of: number) == old else {
                throw StoreFault(.overtaken, "somebody else has signed release \(number) meanwhile")
            }
            try FileSystem.replace("\(folder(of: number))/\(Release.fileName)", with: new)
        }
    }

    /// Takes a release into use.
    public func makeCurrent(_ number: Int, insteadOf previous: Int?) throws(StoreFault) {
        try locked { () throws(StoreFault) in
            let inUse = try current()
            guard inUse == previous else {
                let name = inUse.map { "release \($0)" } ?? "no release"
                throw StoreFault(
                    .overtaken,
                    "\(name) is in use meanwhile; release \(number) was kept and is not in use"
                )
            }
            try FileSystem.relink("\(path)/\(Self.link)", to: "releases/\(number)")
        }
    }

    /// A key ring by its number.
    public func keyRing(_ number: Int) throws(StoreFault) -> [UInt8]? {
        try FileSystem.readIfThere(keyFile(number))
    }

    /// Keeps a key ring.
    public func addKeyRing(_ bytes: [UInt8], as number: Int) throws(StoreFault) {
        try FileSystem.makeFolder("\(path)/keys")
        try locked { () throws(StoreFault) in
            guard try keyRing(number) == nil else {
                throw StoreFault(.overtaken, "there is a key ring \(number) already")
            }
            try FileSystem.replace(keyFile(number), with: bytes)
        }
    }

    private func locked<Result>(_ work: () throws(StoreFault) -> Result) throws(StoreFault) -> Result {
        try FileSystem.locked("\(path)/lock", work)
    }

    /// Removes what a publisher that was killed has left; one at work is left alone.
    private func removeRemnants() {
        for name in (try? FileSystem.names(in: releases)) ?? [] where name.hasPrefix(".new-") {
            guard let process = name.split(separator: "-").last.flatMap({ Int32($0) }), process != getpid() else {
                continue
            }
            if kill(process, 0) != 0, errno == ESRCH { FileSystem.remove("\(releases)/\(name)") }
        }
    }

    /// A number as a folder's name writes it.
    private static func number(_ name: some StringProtocol) -> Int? {
        guard let number = Int(name), Release.numbers.contains(number), String(number) == name else { return nil }
        return number
    }
}
