import SeededRandomness
import Diagnostics
import SourceTree
import Testing

/// Random trees, written down in random styles: reading must give back each value, and the very bytes it was written to.
struct RandomTreeTests {
    /// A tree as it is written, with the place of every part.
    private indirect enum Expected {
        case scalar(String, Range<Int>)
        case sequence([Expected], Range<Int>)
        case mapping([(Expected, Expected)], Range<Int>)
    }

    private struct Writer {
        var bytes: [UInt8] = []
        var generator: SeededGenerator
        private static let words = ["a", "city", "广州", "it's", "168", "fee table", "x: y", "#1", "é", "公安局，二楼", "🙂"]

        init(seed: UInt64) {
            generator = SeededGenerator(seed: seed)
        }

        mutating func write(_ text: String) {
            bytes += Array(text.utf8)
        }

        mutating func chance(_ percent: Int) -> Bool {
            Int.random(in: 0..<100, using: &generator) < percent
        }

        mutating func scalar(key: Int? = nil) -> Expected {
            let word = Self.words[Int.random(in: 0..<Self.words.count, using: &generator)]
            let value = key.map { "\(word)-\($0)" } ?? word
            let start = bytes.count
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                write("'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'")
            case 1: write("\"\(value)\"")
            case 2:
                write("\"" + value.unicodeScalars.map { "\\U" + hex($0) }.joined() + "\"")
            default:
                let needsQuotes = value.contains(": ") || value.hasPrefix("#")
                write(needsQuotes ? "\"\(value)\"" : value)
            }
            return .scalar(value, start..<bytes.count)
        }

        private func hex(_ scalar: Unicode.Scalar) -> String {
            let digits = String(scalar.value, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }

        mutating func flow(_ depth: Int) -> Expected {
            guard depth > 0, chance(50) else { return scalar() }
            let start = bytes.count
            let count = Int.random(in: 0..<4, using: &generator)
            if chance(50) {
                write("[")
                var items: [Expected] = []
                for index in 0..<count {
                    if index > 0 { write(chance(50) ? ", " : " ,\n      ") }
                    items.append(flow(depth - 1))
                }
                write("]")
                return .sequence(items, start..<bytes.count)
            }
            write("{ ")
            var entries: [(Expected, Expected)] = []
            for index in 0..<count {
                if index > 0 { write(", ") }
                let key = scalar(key: index)
                write(": ")
                entries.append((key, flow(depth - 1)))
            }
            write("}")
            return .mapping(entries, start..<bytes.count)
        }

        mutating func lineEnd() {
            if chance(20) { write(" # 注: a \"remark\"") }
            write(chance(30) ? "\r\n" : "\n")
            if chance(10) { write("\n") }
            if chance(10) { write("# a line\n") }
        }

        /// Writes a block whose first line is indented already; ends without a line end.
        mutating func block(_ depth: Int, indentation: Int) -> Expected {
            guard depth > 0, chance(70) else { return flow(2) }
            let start = bytes.count
            let count = Int.random(in: 1..<5, using: &generator)
            let isMapping = chance(60)
            var items: [Expected] = []
            var entries: [(Expected, Expected)] = []
            for index in 0..<count {
                if index > 0 {
                    lineEnd()
                    write(String(repeating: " ", count: indentation))
                }
                if isMapping {
                    let key = scalar(key: index)
                    write(":")
                    entries.append((key, value(depth - 1, indentation: indentation)))
                } else {
                    write("- ")
                    items.append(block(depth - 1, indentation: indentation + 2))
                }
            }
            return isMapping ? .mapping(entries, start..<bytes.count) : .sequence(items, start..<bytes.count)
        }

        private mutating func value(_ depth: Int, indentation: Int) -> Expected {
            guard depth > 0, chance(60) else {
                write(" ")
                return flow(2)
            }
            lineEnd()
            write(String(repeating: " ", count: indentation + 2))
            return block(depth, indentation: indentation + 2)
        }
    }

    private func check(_ expected: Expected, _ node: NodeID, in tree: Tree) -> Bool {
        let range = Int(tree.range(of: node).start)..<Int(tree.range(of: node).end)
        switch expected {
        case .scalar(let text, let place):
            return tree.kind(of: node) == .scalar && tree.text(of: node) == text && range == place
        case .sequence(let items, let place):
            let nodes = Array(tree.items(of: node))
            return tree.kind(of: node) == .sequence && range == place && nodes.count == items.count
                && tree.count(of: node) == items.count && zip(items, nodes).allSatisfy { check($0, $1, in: tree) }
        case .mapping(let entries, let place):
            let nodes = Array(tree.entries(of: node))
            return tree.kind(of: node) == .mapping && range == place && nodes.count == entries.count
                && tree.count(of: node) == entries.count
                && zip(entries, nodes).allSatisfy { check($0.0, $1.key, in: tree) && check($0.1, $1.value, in: tree) }
        }
    }

    @Test func `whatever is written is read back, value by value and byte by byte`() throws {
        for seed in 0..<2_000 as Range<UInt64> {
            var writer = Writer(seed: seed)
            if writer.chance(30) { writer.write("# 广州\n") }
            let expected = writer.block(4, indentation: 0)
            writer.write("\n")
            let (tree, findings) = read(writer.bytes)
            let text = String(decoding: writer.bytes, as: UTF8.self)
            try #require(findings == [], "seed \(seed):\n\(text)")
            let root = try #require(tree.root)
            try #require(check(expected, root, in: tree), "seed \(seed):\n\(text)")
        }
    }
}
