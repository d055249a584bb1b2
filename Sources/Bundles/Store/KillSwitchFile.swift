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

    /// What became of an order that was added.
    public struct Addition: Hashable, Sendable {
        /// Whether the file was not there before: nobody may be watching it yet.
        public let isNew: Bool
        /// The file that could not be read as a whole, where there was one.
        public let damage: Damage?
        /// All orders that stand in the file now.
        public let killSwitch: KillSwitch
    }

    /// A file that could not be read as a whole.
    public struct Damage: Hashable, Sendable {
        /// Where its bytes are kept.
        public let aside: String
        /// How many of its orders were carried over.
        public let carriedOver: Int
        /// The places whose orders were lost, as far as their names can still be read.
        public let lostPlaces: [String]
    }

    /// Adds an order, beside all that are there: two people who stop at once both stop.
    ///
    /// A file that cannot be read is no reason not to stop: it is set aside under another name, and every order of it that
    /// is whole is written again with the new one.
    public func add(_ stop: Signed<Stop>) throws(StoreFault) -> Addition {
        try FileSystem.makeFolder(FileSystem.folder(of: path))
        return try FileSystem.locked(path + ".lock") { () throws(StoreFault) in
            var killSwitch = KillSwitch()
            var damage: Damage?
            let old = try bytes()
            if let old {
                do throws(DocumentRefusal) {
                    killSwitch = try KillSwitch(loading: old)
                } catch {
                    let aside = "\(path).unreadable-\(sha256(old).description.prefix(8))"
                    try FileSystem.replace(aside, with: old)
                    let remains = KillSwitchRemains(of: old)
                    killSwitch = remains.killSwitch
                    damage = Damage(
                        aside: aside,
                        carriedOver: killSwitch.stops.count,
                        lostPlaces: remains.lostPlaces
                    )
                }
            }
            killSwitch.add(stop)
            try FileSystem.replace(path, with: killSwitch.canonicalBytes)
            return Addition(isNew: old == nil, damage: damage, killSwitch: killSwitch)
        }
    }
}
