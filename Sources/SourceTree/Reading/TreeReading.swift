public import Diagnostics

extension Tree {
    /// Reads one file: its tree, as far as it can be read, and everything that is refused in it, in the file's order.
    ///
    /// A file that is too large, or is no UTF-8 text at all, has no tree and one finding that says so.
    public static func read(_ source: SourceFile, as file: FileID) -> (tree: Tree, diagnostics: [Diagnostic]) {
        let (tree, findings) = reading(of: source, as: file)
        return (tree, findings.list)
    }

    /// The same, for whoever has more to find in the file.
    public static func reading(of source: SourceFile, as file: FileID) -> (tree: Tree, findings: ShownFindings) {
        reading(of: source, as: file, readers: .both)
    }

    /// What may read a file; which of the two does shows in nothing but time.
    enum Readers {
        /// ``DirectReader`` where it can, libyaml otherwise.
        case both
        /// libyaml always.
        case libYAML
    }

    static func reading(
        of source: SourceFile,
        as file: FileID,
        readers: Readers
    ) -> (tree: Tree, findings: ShownFindings) {
        guard source.bytes.count <= Limits.fileBytes else {
            return refused(source, .fileTooLarge(at: .start(of: file)))
        }
        let scan = source.bytes.withUnsafeBufferPointer { TextScan($0) }
        let findings = Findings(in: file)
        if let position = scan.firstNUL {
            return refused(source, .binaryFile(source.bytes, at: findings.range(position, position + 1)))
        }
        if let position = scan.firstInvalid {
            return refused(source, .invalidUTF8(source.bytes, at: findings.range(position, position + 1)))
        }
        if readers == .both, let tree = directly(source, as: file, scan) { return (tree, ShownFindings()) }
        let origin = source.bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        let readable = scan.traits.contains(.control) ? withoutControls(source.bytes) : source.bytes
        var result = readable.withUnsafeBufferPointer { text in
            let isASCII = !scan.traits.contains(.beyondASCII)
            return TreeBuilder(over: text, from: origin, in: file, isASCII: isASCII).build()
        }
        var shown = result.findings.merged(with: findings)
        if !scan.traits.union(result.decodedTraits).isDisjoint(with: .suspicious) {
            var inspection = TextInspection(of: source.bytes, in: file)
            inspection.inspect(&result, from: origin)
            shown = result.findings.merged(with: inspection.findings)
        }
        let tree = Tree(
            file: file,
            isComplete: result.isComplete,
            nodes: result.nodes,
            bytes: source.bytes,
            decoded: result.decoded
        )
        return (tree, shown)
    }

    /// A file that is written in the usual form and has nothing to be found in it.
    private static func directly(_ source: SourceFile, as file: FileID, _ scan: TextScan) -> Tree? {
        guard scan.traits.isDisjoint(with: .suspicious) else { return nil }
        return source.bytes.withUnsafeBufferPointer { text in
            DirectReader.read(text).map {
                Tree(file: file, isComplete: true, nodes: $0.nodes, bytes: source.bytes, decoded: $0.decoded)
            }
        }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func refused(_ source: SourceFile, _ finding: Diagnostic) -> (tree: Tree, findings: ShownFindings) {
        let tree = Tree(file: finding.range.file, isComplete: false, nodes: [], bytes: [], decoded: [])
        var shown = ShownFindings()
        shown.add(finding)
        return (tree, shown)
    }

    /// The same text with something harmless, and equally long, in the place of every control character: libyaml would
    /// read no further, although everything after it deserves to be checked as well.
    private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var position = 0
        while position < bytes.count {
            let found = bytes.withUnsafeBufferPointer { UTF8Text.scalar(at: position, in: $0) }
            guard let (scalar, length) = found else { break }
            if scalar.isForbiddenControl {
                for index in position..<position + length { bytes[index] = UInt8(ascii: "z") }
            }
            position += length
        }
        return bytes
    }
}
