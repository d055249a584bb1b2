import Diagnostics
import Foundation
import SourceTree
import Testing

struct CatalogTests {
    @Test func `every rule written down is in the list`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/SourceTree/Refused", directoryHint: .isDirectory)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".swift") }
        #expect(files.count == SourceTreeRules.all.count)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let isListed = SourceTreeRules.all.contains { text.contains("\"\($0.id)\",") }
            #expect(isListed, "\(file)")
        }
    }
}
