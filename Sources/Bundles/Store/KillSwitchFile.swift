import ServiceConfig

/// Where the kill switch is kept: apart from the releases, so that it works when their store does not.
public struct KillSwitchFile: Sendable {
    /// Where it lies.
    public let path: String

    /// The file at a path; it need not be there before the first stop.
    public init(_ path: String) {
        self.path = path
    }

    /// The bytes of the file; nothing where there is none.
    public func bytes() throws(StoreFault) -> [UInt8]? {
        try FileSystem.readIfThere(path)
    }

    /// Adds an order, beside all that are there: two people who stop at once both stop.
    ///
    /// A file that cannot be read is no reason not to stop: it is set aside under another name, and the order is written.
    /// - Returns: where the unreadable file was put, if there was one.
    public func add(_ stop: Signed<Stop>) throws(StoreFault) -> String? {
        try FileSystem.makeFolder(FileSystem.folder(of: path))
        return try FileSystem.locked(path + ".lock") { () throws(StoreFault) in
            var killSwitch = KillSwitch()
            var aside: String?
            if let bytes = try bytes() {
                do throws(DocumentRefusal) {
                    killSwitch = try KillSwitch(loading: bytes)
                } catch {
                    let name = "\(path).unreadable-\(sha256(bytes).description.prefix(8))"
                    try FileSystem.replace(name, with: bytes)
                    aside = name
                }
            }
            killSwitch.add(stop)
            try FileSystem.replace(path, with: killSwitch.canonicalBytes)
            return aside
        }
    }
}
