import Diagnostics
import SourceTree

/// How the lines of a file are laid out, and the edits that bring them into the usual form.
struct Layout {
    private let bytes: [UInt8]
    private let tree: Tree
    private let lines: [Line]
    /// Stretches in which blanks and line ends belong to a value.
    private let values: [Range<Int>]
    /// The blanks a line ought to begin with, where a key or an item of a list begins it.
    private var indents: [Int: Int] = [:]
    private var found: [TextEdit] = []

    /// One line: where it begins, its first and one past its last visible byte, and one past its line end.
    private struct Line {
        let start: Int
        let first: Int
        let last: Int
        let end: Int

        var isEmpty: Bool { first == last }
        var indent: Int { first - start }
    }

    private static let step = 2

    init(_ file: SourceFile, _ tree: Tree) {
        bytes = file.bytes
        self.tree = tree
        lines = Self.lines(of: file.bytes)
        let scalars = tree.scalars
        values = zip(scalars.indices, scalars).map { index, node in
            let range = tree.range(of: node)
            let isBlock = [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(file.bytes[Int(range.start)])
            // Whether empty lines behind a block belong to it depends on how it begins: all of them stay.
            let next = index + 1 < scalars.count ? Int(tree.range(of: scalars[index + 1]).start) : file.bytes.count
            return Int(range.start)..<(isBlock && tree.isPlain(node) == false ? next : Int(range.end))
        }
    }

    /// The edits.
    mutating func edits() -> [TextEdit] {
        if let root = tree.root { visit(root, indent: 0) }
        indentLines()
        trimLines()
        spaceComments()
        return found
    }

    // MARK: Values

    private mutating func visit(_ node: NodeID, indent: Int) {
        let range = tree.range(of: node)
        let (start, end) = (Int(range.start), Int(range.end))
        switch tree.kind(of: node) {
        case .scalar: quote(start, end)
        case .mapping where bytes[start] == UInt8(ascii: "{"): flow(node, tree.entries(of: node).flatMap { [$0, $1] })
        case .sequence where bytes[start] == UInt8(ascii: "["): flow(node, Array(tree.items(of: node)))
        case .mapping:
            for (key, value) in tree.entries(of: node) {
                expect(indent, at: Int(tree.range(of: key).start))
                visit(key, indent: indent)
                spaceColon(key, value)
                visit(value, indent: indent + Self.step)
            }
        case .sequence:
            for item in tree.items(of: node) {
                let start = Int(tree.range(of: item).start)
                if let dash = dash(before: start) {
                    expect(indent, at: dash)
                    if dash + 2 != start { replace(dash + 1, start, " ") }
                }
                visit(item, indent: indent + Self.step)
            }
        }
    }

    /// The hyphen of an item on the line where its content begins.
    private func dash(before start: Int) -> Int? {
        var position = start - 1
        while position >= 0, bytes[position] == UInt8(ascii: " ") { position -= 1 }
        return position >= 0 && position + 1 < start && bytes[position] == UInt8(ascii: "-") ? position : nil
    }

    private mutating func flow(_ node: NodeID, _ children: [NodeID]) {
        let range = tree.range(of: node)
        let (open, close) = (Int(range.start) + 1, Int(range.end) - 1)
        guard let first = children.first, let last = children.last else {
            return gap(open, close, as: "", holding: nil)
        }
        gap(open, Int(tree.range(of: first).start), as: "", holding: nil)
        gap(Int(tree.range(of: last).end), close, as: "", holding: nil)
        let isMapping = tree.kind(of: node) == .mapping
        for (index, child) in children.enumerated() {
            visit(child, indent: 0)
            guard index + 1 < children.count else { break }
            if isMapping, index.isMultiple(of: 2) {
                spaceColon(child, children[index + 1])
            } else {
                let next = Int(tree.range(of: children[index + 1]).start)
                gap(Int(tree.range(of: child).end), next, as: ", ", holding: UInt8(ascii: ","))
            }
        }
    }

    private mutating func spaceColon(_ key: NodeID, _ value: NodeID) {
        let (start, end) = (Int(tree.range(of: key).end), Int(tree.range(of: value).start))
        gap(start, end, as: ": ", holding: UInt8(ascii: ":"))
    }

    /// Writes a stretch between two values as it ought to be, if it is blanks and at most one sign on one line.
    private mutating func gap(_ start: Int, _ end: Int, as text: String, holding sign: UInt8?) {
        guard start < end else { return }
        let stretch = bytes[start..<end]
        let signs = stretch.filter { $0 != UInt8(ascii: " ") }
        guard signs == [sign].compactMap(\.self), !stretch.elementsEqual(text.utf8) else { return }
        replace(start, end, text)
    }

    /// Single quotes become double ones, where nothing in between would have to be written otherwise.
    private mutating func quote(_ start: Int, _ end: Int) {
        let quotes = (UInt8(ascii: "'"), UInt8(ascii: "\""))
        guard end - start >= 2, bytes[start] == quotes.0, bytes[end - 1] == quotes.0 else { return }
        let inner = bytes[start + 1..<end - 1]
        guard !inner.contains(where: { [quotes.0, quotes.1, UInt8(ascii: "\\"), 0x0A, 0x0D].contains($0) }) else {
            return
        }
        replace(start, start + 1, "\"")
        replace(end - 1, end, "\"")
    }

    // MARK: Lines

    private static func lines(of bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            var last = end
            while last > start, bytes[last - 1].isBlankOrBreak { last -= 1 }
            var first = start
            while first < last, bytes[first] == UInt8(ascii: " ") { first += 1 }
            lines.append(Line(start: start, first: first, last: last, end: end))
            start = end
        }
        return lines
    }

    private func line(at position: Int) -> Int {
        var (low, high) = (0, lines.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if lines[middle].start <= position { low = middle } else { high = middle }
        }
        return low
    }

    private mutating func expect(_ indent: Int, at position: Int) {
        let line = line(at: position)
        if lines[line].first == position, indents[line] == nil { indents[line] = indent }
    }

    /// Whether a place lies within a value, where blanks are not ours.
    private func isInValue(_ position: Int) -> Bool {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle].lowerBound < position { low = middle + 1 } else { high = middle }
        }
        return low > 0 && position < values[low - 1].upperBound
    }

    /// Moves each line to where it belongs; those that only go on with a value move with the line where it began.
    private mutating func indentLines() {
        var shift = 0
        var shifts: [Int?] = []
        for (number, line) in lines.enumerated() {
            let isComment = !line.isEmpty && bytes[line.first] == UInt8(ascii: "#") && !isInValue(line.first)
            if let indent = indents[number] { shift = indent - line.indent }
            shifts.append(isComment || line.isEmpty ? nil : shift)
        }
        var following = shift
        for number in lines.indices.reversed() where !lines[number].isEmpty {
            let line = lines[number]
            if let own = shifts[number] {
                following = own
            } else {
                shifts[number] = commentShift(number, following, shifts)
            }
            let indent = max(0, line.indent + (shifts[number] ?? 0))
            if indent != line.indent {
                replace(line.start, line.first, String(repeating: " ", count: indent))
            }
        }
    }

    /// A comment belongs to the next line with its indent, or else to the last one.
    private func commentShift(_ number: Int, _ following: Int, _ shifts: [Int?]) -> Int {
        let indent = lines[number].indent
        let next = lines.indices[(number + 1)...].first { indents[$0] != nil }
        if let next, lines[next].indent == indent { return following }
        let previous = lines.indices[..<number].last { indents[$0] != nil && lines[$0].indent <= indent }
        return previous.flatMap { shifts[$0] } ?? following
    }

    private mutating func trimLines() {
        var emptyBefore = true
        for (number, line) in lines.enumerated() where !isInValue(line.last) || line.last == line.start {
            if line.isEmpty, isInValue(line.start) { continue }
            let isLastContent = !lines[(number + 1)...].contains { !$0.isEmpty }
            if line.isEmpty {
                let goes = emptyBefore || !lines[number...].contains { !$0.isEmpty }
                if goes { replace(line.start, line.end, "") } else { trim(line) }
                emptyBefore = true
            } else {
                emptyBefore = false
                if isLastContent, line.end == bytes.count, bytes[line.end - 1] != UInt8(ascii: "\n") {
                    replace(line.last, line.end, "\n")
                } else {
                    trim(line)
                }
            }
        }
    }

    private mutating func trim(_ line: Line) {
        var end = line.end
        if end > line.last, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > line.last, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        if end > line.last { replace(line.last, end, "") }
    }

    private mutating func spaceComments() {
        for range in Comments(of: SourceFile(path: "", bytes: bytes), tree).ranges {
            let start = Int(range.start)
            if start + 1 < Int(range.end), bytes[start + 1].isWordly { replace(start + 1, start + 1, " ") }
            let line = lines[line(at: start)]
            guard line.first < start, bytes[start - 1] == UInt8(ascii: " "), start >= 2,
                bytes[start - 2] != UInt8(ascii: " ")
            else { continue }
            replace(start - 1, start, "  ")
        }
    }

    private mutating func replace(_ start: Int, _ end: Int, _ text: String) {
        let range = SourceRange(
            file: tree.file,
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: end)
        )
        found.append(TextEdit(range, replacement: text))
    }
}

extension UInt8 {
    /// A letter or a digit of any script.
    fileprivate var isWordly: Bool {
        self >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
