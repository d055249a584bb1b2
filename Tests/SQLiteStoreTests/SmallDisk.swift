import Foundation
import Glibc

/// A disk in memory with little room.
struct SmallDisk {
    let path: String

    /// Whether this process may mount one.
    static var isPossible: Bool {
        guard let disk = try? SmallDisk(megabytes: 1) else { return false }
        disk.unmount()
        return true
    }

    /// Mounts a disk.
    init(megabytes: Int) throws {
        path = NSTemporaryDirectory() + "/visafee-disk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            rmdir(path)
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    /// Takes it away again.
    func unmount() {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }
}
