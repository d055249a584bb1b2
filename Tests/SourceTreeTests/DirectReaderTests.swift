import Diagnostics
import Foundation
import SeededRandomness
@testable import SourceTree
import Testing

/// The two readers of one text: where the quick one does not give up, they agree in every node.
struct DirectReaderTests {
    /// How many texts were read in the quick way, and how many were not.
    private struct Count {
        var direct = 0
        var left = 0
    }

    /// Reads a text both ways, and complains where they differ.
    private func compare(_ bytes: [UInt8], _ count: inout Count, _ sourceLocation: SourceLocation = #_sourceLocation) {
        let scan = bytes.withUnsafeBufferPointer { TextScan($0) }
        let isText = scan.firstNUL == nil && scan.firstInvalid == nil && scan.traits.isDisjoint(with: .suspicious)
        guard isText, let direct = bytes.withUnsafeBufferPointer({ DirectReader.read($0) }) else {
            count.left += 1
            return
        }
        count.direct += 1
        let source = SourceFile(path: "cities/exampleton.yaml", bytes: bytes)
        let (tree, findings) = Tree.reading(of: source, as: FileID(index: 0), readers: .libYAML)
        let isSame =
            findings.isEmpty && tree.isComplete && direct.nodes == tree.nodes && direct.decoded == tree.decoded
        #expect(isSame, "\(String(decoding: bytes, as: UTF8.self))", sourceLocation: sourceLocation)
    }

    /// All YAML of the repository: the registry, and the fixtures of the tests.
    private static let files: [[UInt8]] = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return ["cities", "Tests/Fixtures"].flatMap { folder in
            let base = package.appending(path: folder, directoryHint: .isDirectory)
            let names = (FileManager.default.subpaths(atPath: base.path()) ?? []).filter { $0.hasSuffix(".yaml") }
            return names.sorted().compactMap { try? Array(Data(contentsOf: base.appending(path: $0))) }
        }
    }()

    @Test func `every file of the registry is read in the quick way, and as libyaml reads it`() {
        var count = Count()
        for file in RegistryFilesTests.files { compare(file.bytes, &count) }
        #expect(count.direct >= 20)
        #expect(count.left == 0)
    }

    @Test func `all other YAML of the repository is read alike`() {
        var count = Count()
        for file in Self.files { compare(file, &count) }
        #expect(count.direct > 20)
    }

    @Test(arguments: [
        "a: b", "a: b\n", "# only\na: b # c\n", "a:\n- b\n- c\nd: e", "a:\n  - b\n  -\n    c: d\n", "- - a\n  - b\n- c",
        "- a: b\n  c: d\n-   e: f\n    g: h\n", "a: {b: c, d: [e, 'f', \"g\"],}\n", "a: [\n b,\n# x\n  c ] # y\nd: e",
        "a: 'it''s'\nb: 'x'", "'a b': c\n\"d: e\" : f\n", "a:\n  b\nc: d", "a: b#c\nd: e  f  # g",
        "a: http://b.test/?c=d#e\nb: [http://b.test/x]", "  a: b\n  c: d", "广州: {中文: 好}", "a: []\nb: {}\n",
        "a: -b\nc: .d\ne: (f)", "a: {b:\n  c}", "a:\n\n\n  b: c\n\n", "a: b:c\n", "a: x{y}\n", "- a\n# b\n- c",
        "a: \"b \\\"c\\\" \\\\ d\"\n\"\\\"k\": ''''",
    ])
    func `these forms are read in the quick way`(text: String) {
        var count = Count()
        compare(Array(text.utf8), &count)
        #expect(count.direct == 1)
    }

    @Test(arguments: [
        "", "a", "[a]", "# nothing\n", "a:\n", "a: b\na: c", "a: {b: c, b: d}", "a: yes", "a: 010", "<<: a", "a: *b",
        "a: &b c", "a: !b c", "a: |\n  b", "a: >\n  b", "a: b\n  c", "a: \"b\n  c\"", "a: \"\\n\"", "---\na: b",
        "a: b\n...",
        "%YAML 1.1\n---\na: b", "? a\n: b", "a: b: c", "a: - b", "a: [b c: d]", "a: [b\n c]", "a: {b}", "a: {b: }",
        "a: [,]",
        "a: b\n c: d", "  a: b\nc: d", "a:\n  - b\n c: d", "-\n- a", "a: [b", "a: 'b", "a: b\r\n", "a: [b]c",
        "a: \"b\"#c",
        "[a]: b", "a: [b]: c", "a: @b", "a: `b", "a: %b", "a: {b\n: c}", "a: {\"b\":c}", "a:\n- b\nc\n", "a: ~",
    ])
    func `these forms are left to libyaml`(text: String) {
        var count = Count()
        compare(Array(text.utf8), &count)
        #expect(count.left == 1)
    }

    @Test func `keys and depths at the edge of a limit are read alike`() {
        var count = Count()
        for length in [900, 999, 1_000, 1_001, 1_023, 1_024, 1_025, 2_000] {
            let key = String(repeating: "k", count: length)
            compare(Array("\(key): a\nb: {\(key): c}\n'\(key)' : d".utf8), &count)
            compare(Array("a: \(key)\nb: [\(key), \"\(key)\"]\n".utf8), &count)
        }
        for depth in 60...66 {
            let brackets = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            compare(Array("a: \(brackets)".utf8), &count)
            compare(Array((String(repeating: "- ", count: depth) + "a").utf8), &count)
        }
        for keyCount in [15, 16, 17, 40] {
            let keys = (0..<keyCount).map { "k\($0): v\n" }.joined()
            compare(Array(keys.utf8), &count)
            compare(Array((keys + "k3: v\n").utf8), &count)
        }
        #expect(count.direct > 15)
        #expect(count.left > 10)
    }

    // MARK: Random texts

    /// Pieces that mean something to YAML, put together at random.
    private static let pieces: [[UInt8]] = [
        "a", "b", "key", "1", "0", "168.50", "2026-01-05", "广", "-", "- ", ":", ": ", ",", ", ", "[", "]", "{", "}",
        "\n",
        "\n", "\n  ", "\n    ", "\n- ", " ", "  ", "#", " # c", "'", "''", "\"", "\\", "?", "&", "*", "!", "|", ">",
        "%",
        "@", "`", "~", "<<", "---", "...", "\r\n", "=", "+", "(", ")", "/", ".", "_", "k: v\n", "a: b", "[a, b]",
        "{a: b}",
    ].map { Array($0.utf8) }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func `texts put together at random are never read differently`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var count = Count()
        for _ in 0..<6_000 {
            let length = Int.random(in: 1..<14, using: &generator)
            let bytes = (0..<length).flatMap { _ in
                Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
            }
            compare(bytes, &count)
        }
        #expect(count.direct > 50)
        #expect(count.left > 1_000)
    }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func `files changed at random are never read differently`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var count = Count()
        for _ in 0..<1_500 {
            let file = Self.files[Int.random(in: 0..<Self.files.count, using: &generator)]
            compare(mutated(file, using: &generator), &count)
        }
        #expect(count.direct > 100)
        #expect(count.left > 100)
    }

    /// Some lines of a file, with a few pieces put in, taken out or moved.
    private func mutated(_ file: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let start = Int.random(in: 0..<lines.count, using: &generator)
        var bytes = Array(lines[start...].prefix(Int.random(in: 1..<8, using: &generator)).joined(separator: [0x0A]))
        for _ in 0..<Int.random(in: 0..<4, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0, 1:
                bytes.insert(
                    contentsOf: Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)],
                    at: place
                )
            case 2 where place < bytes.count:
                bytes.remove(at: place)
            default:
                let end = min(bytes.count, place + Int.random(in: 0..<20, using: &generator))
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
            }
        }
        return bytes
    }
}
