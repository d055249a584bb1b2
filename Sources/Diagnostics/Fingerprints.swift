/// Names for findings that stay the same when a file moves on disk or lines are added above: what trackers of findings
/// tell old ones from new ones by.
///
/// A name is made of the rule, the file's path within the registry, the keys above the place and the line's own text.
/// Equal ones are counted. What a report hides takes no part: a number of eleven digits could be guessed from its hash.
struct Fingerprints {
    private let report: Report
    private let folder: String
    private var seen: [String: Int] = [:]

    init(of report: Report) {
        self.report = report
        self.folder = Self.commonFolder(of: report.catalog.files.map(\.path))
    }

    /// The name of a report's next finding, asked in order of reading.
    mutating func next(_ finding: Diagnostic) -> String {
        let path = report.catalog[finding.range.file].path
        let base = ([finding.rule.rawValue, String(path.dropFirst(folder.count))] + trail(to: finding.range))
            .joined(separator: "\n")
        let count = seen[base, default: 0]
        seen[base] = count + 1
        return Self.hexadecimal(Self.hash(count == 0 ? base : "\(base)\n\(count)"))
    }

    /// The lines above a place that are indented less and less, outermost first, and its own line.
    private func trail(to range: SourceRange) -> [String] {
        let bytes = report.catalog[range.file].bytes
        let index = report.lineIndex(of: range.file)
        let line = index.line(of: min(Int(range.start), bytes.count))
        var texts = [text(ofLine: line, index, range.file)]
        var indent = Self.indent(of: bytes[index.content(ofLine: line)])
        var above = line - 1
        while above > 0, indent > 0 {
            let content = bytes[index.content(ofLine: above)]
            let itsIndent = Self.indent(of: content)
            let first = content.dropFirst(itsIndent).first
            if let first, first != UInt8(ascii: "#"), itsIndent < indent {
                texts.append(text(ofLine: above, index, range.file))
                indent = itsIndent
            }
            above -= 1
        }
        return texts.reversed()
    }

    /// A line's text without its indentation, its comment's distance, and everything private.
    private func text(ofLine line: Int, _ index: LineIndex, _ file: FileID) -> String {
        let bytes = report.catalog[file].bytes
        let content = index.content(ofLine: line)
        let hidden = report.redactions.privateBytes(of: file, in: content, of: bytes)
        let shown = content.filter { position in !hidden.contains { $0.contains(position) } }.map { bytes[$0] }
        let words = shown.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    }

    private static func indent(of content: ArraySlice<UInt8>) -> Int {
        content.prefix { $0 == UInt8(ascii: " ") }.count
    }

    /// The folder, with its last `/`, that all paths lie in.
    static func commonFolder(of paths: [String]) -> String {
        guard let first = paths.first else { return "" }
        let common = paths.dropFirst().reduce(Array(first.utf8)) { common, path in
            Array(zip(common, path.utf8).prefix { $0 == $1 }.map(\.0))
        }
        guard let slash = common.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(decoding: common[...slash], as: UTF8.self)
    }

    /// FNV-1a in 64 bits: the same on every machine, and nothing hangs on its being hard to turn round.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Report {
    /// Every finding, allowed to stand or not, in order of reading and with its name.
    var named: [(finding: Diagnostic, fingerprint: String)] {
        var fingerprints = Fingerprints(of: self)
        return (diagnostics + suppressed).sorted().map { ($0, fingerprints.next($0)) }
    }
}
