import SeededRandomness
import Diagnostics
import SourceTree
import Testing

/// The registry's own files with bytes changed at random: whatever comes out, nothing crashes and every place is real.
struct MutationTests {
    /// Bytes that mean something to YAML, or break it.
    private static let bytes: [UInt8] =
        Array("\n\t\r :-?,[]{}#&*!|>'\"%@`~09_.+eNy<=\\".utf8) + [
            0x00, 0x7F, 0x80, 0xC2, 0x85, 0xA0, 0xE5, 0xB9, 0xBF, 0xEF, 0xBB, 0xF0, 0xFF, 0xCC, 0x81, 0xD0, 0xB0,
        ]

    private func mutated(_ file: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        // A short stretch, so that many can be tried.
        let start = Int.random(in: 0..<file.count, using: &generator)
        var bytes = Array(file[start...].prefix(Int.random(in: 1..<400, using: &generator)))
        for _ in 0..<Int.random(in: 1..<6, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            let byte = Self.bytes[Int.random(in: 0..<Self.bytes.count, using: &generator)]
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes.insert(byte, at: place)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2 where place < bytes.count: bytes[place] = byte
            default:
                let end = min(bytes.count, place + Int.random(in: 0..<30, using: &generator))
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
            }
        }
        return bytes
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `no change of bytes crashes the reader or leads it out of the file`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let files = RegistryFilesTests.files.map(\.bytes)
        var outcomes: Set<RuleID> = []
        for _ in 0..<1_000 {
            let bytes = mutated(files[Int.random(in: 0..<files.count, using: &generator)], using: &generator)
            let (tree, findings) = read(bytes)
            expectNested(tree, fileBytes: bytes.count)
            for node in tree.allNodes { _ = tree.text(of: node) }
            let ranges = findings.flatMap { finding in
                [finding.range] + finding.notes.compactMap(\.range) + (finding.fix?.edits.map(\.range) ?? [])
            }
            #expect(ranges.allSatisfy { $0.start <= $0.end && Int($0.end) <= bytes.count })
            #expect(findings == findings.sorted())
            #expect(findings.isEmpty ? tree.isComplete : true)
            #expect(tree.root != nil || !findings.isEmpty)
            outcomes.formUnion(findings.map(\.rule))
        }
        #expect(outcomes.count > 5)
    }
}
