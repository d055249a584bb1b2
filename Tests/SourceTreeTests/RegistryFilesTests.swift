import Diagnostics
import Foundation
import SourceTree
import Testing
import Vocabulary

struct RegistryFilesTests {
    /// The registry's own files, in the order of their names.
    static let files: [SourceFile] = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = package.appending(path: "cities", directoryHint: .isDirectory)
        let names = (FileManager.default.subpaths(atPath: folder.path()) ?? []).filter { $0.hasSuffix(".yaml") }
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { SourceFile(path: name, bytes: Array($0)) }
        }
    }()

    @Test func `every file of the registry reads without a finding`() {
        #expect(Self.files.count >= 20)
        for file in Self.files {
            let (tree, findings) = Tree.read(file, as: FileID(index: 0))
            #expect(findings.map { $0.message.text(in: .english) } == [], "\(file.path)")
            #expect(tree.isComplete)
            #expect(tree.root.map(tree.kind) == .mapping)
        }
    }

    @Test func `the bytes of every value, read by themselves, are the same value`() {
        for file in Self.files {
            let tree = Tree.read(file, as: FileID(index: 0)).tree
            for node in tree.allNodes where tree.kind(of: node) == .scalar {
                let range = tree.range(of: node)
                // Alone in a list, as most of them stand in one.
                let alone = read(Array("[".utf8) + file.bytes[Int(range.start)..<Int(range.end)] + Array("]".utf8)).tree
                let item = alone.root.flatMap { alone.items(of: $0).first { _ in true } }
                #expect(item.map(alone.text) == tree.text(of: node))
                #expect(item.map(alone.isPlain) == tree.isPlain(node))
                #expect(item.map(alone.form) == tree.form(of: node))
            }
        }
    }

    @Test func `all parts lie inside of what they are parts of, one after the other`() {
        for file in Self.files {
            expectNested(Tree.read(file, as: FileID(index: 0)).tree, fileBytes: file.bytes.count)
        }
    }

    @Test func `line ends of another system change no value`() {
        for file in Self.files {
            let windows = file.bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
            let (tree, findings) = read(windows)
            let original = Tree.read(file, as: FileID(index: 0)).tree
            #expect(findings == [])
            #expect(tree.allNodes.map(tree.text) == original.allNodes.map(original.text))
            #expect(
                tree.allNodes.map { windows[Int(tree.range(of: $0).start)] }
                    == original.allNodes.map { file.bytes[Int(original.range(of: $0).start)] }
            )
        }
    }
}

/// Ranges lie within the file, children inside their parents, and no two of them overlap.
func expectNested(_ tree: Tree, fileBytes: Int, sourceLocation: SourceLocation = #_sourceLocation) {
    var isNested = true
    func check(_ node: NodeID, within outer: Range<UInt32>) {
        let range = tree.range(of: node)
        isNested = isNested && outer.lowerBound <= range.start && range.start <= range.end
        isNested = isNested && range.end <= outer.upperBound
        var start = range.start
        func child(_ node: NodeID) {
            check(node, within: start..<max(start, range.end))
            start = tree.range(of: node).end
        }
        for item in tree.items(of: node) { child(item) }
        for (key, value) in tree.entries(of: node) {
            child(key)
            child(value)
        }
    }
    if let root = tree.root { check(root, within: 0..<UInt32(fileBytes)) }
    #expect(isNested, sourceLocation: sourceLocation)
}
