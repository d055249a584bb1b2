import GRDB

/// Something about a store that does not keep it from working, and that an operator ought to know.
public enum StoreWarning: Hashable, Sendable, CustomStringConvertible {
    /// This SQLite can damage a file in WAL mode that two connections use at once (fixed in 3.51.3, 3.50.7 and 3.44.6).
    case walResetBug(version: String)

    /// The warning and what to do, as a clause.
    public var description: String {
        switch self {
        case .walResetBug(let version):
            "SQLite \(version) can damage a file that two connections write at once; this store lets no other in, so "
                + "never copy its file or open it with other tools while it runs (take a backup), and move to SQLite "
                + "3.51.3 when you can"
        }
    }

    /// What there is to say about a version of SQLite.
    static func warnings(version: String) -> [StoreWarning] {
        let parts = version.split(separator: ".").compactMap { Int($0) }
        guard parts.count >= 3 else { return [] }
        let (major, minor, patch) = (parts[0], parts[1], parts[2])
        let isRepaired =
            (major, minor, patch) >= (3, 51, 3) || (minor == 50 && patch >= 7) || (minor == 44 && patch >= 6)
        let hasWAL = (major, minor, patch) >= (3, 7, 0)
        return hasWAL && !isRepaired ? [.walResetBug(version: version)] : []
    }
}
