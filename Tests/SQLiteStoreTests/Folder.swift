import Foundation
import Synchronization

/// A folder of a test's own, that goes with it.
final class Folder: Sendable {
    let path: String
    private let files = Atomic<Int>(0)

    init() throws {
        path = NSTemporaryDirectory() + "/visafee-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// A file that is not there yet.
    func newFile() -> String {
        "\(path)/store-\(files.add(1, ordering: .relaxed).newValue).sqlite"
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// Runs a test in a folder of its own.
func withFolder(_ body: (Folder) async throws -> Void) async throws {
    let folder = try Folder()
    try await body(folder)
}
