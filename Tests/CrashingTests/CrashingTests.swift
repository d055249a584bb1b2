import Crashing
import Foundation
import Testing

struct CrashingTests {
    /// It lies beside the tests' own executable.
    private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "Crash")

    @Test func `a process killed while it takes payments loses nothing it has acknowledged`() async throws {
        let folder = NSTemporaryDirectory() + "/visafee-crash-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let report = try await Trial(program: Self.program, folder: folder, kills: 10, seed: 20).run()
        #expect(report.findings == [])
        #expect(report.kills == 10)
        // How many ends of each kind are reached before the kills depends on the machine; other ends there are none.
        #expect(Set(report.outcomes.keys).isSubset(of: ["closed", "refunded", "shown"]))
        #expect((report.outcomes["shown"] ?? 0) > 0)
    }
}
