import Diagnostics
import SourceTree

/// One registry file while it is changed: finds places by their keys, and makes edits that fit how the file is written.
struct FileEditing {
    let source: SourceFile
    let tree: Tree

    init(_ source: SourceFile) throws(EditRefusal) {
        let (tree, findings) = Tree.read(source, as: FileID(index: 0))
        guard tree.isComplete, tree.root != nil, !findings.hasErrors else {
            throw EditRefusal(
                "\(source.path) cannot be read without an error: see 'visafee validate \(source.path)'",
                "\(source.path) 读取时有错误：请先运行“visafee validate \(source.path)”"
            )
        }
        self.source = source
        self.tree = tree
    }

    /// The file after these edits; throws where it could not be read any more, or a comment would be lost.
    func applying(_ edits: [TextEdit]) throws(EditRefusal) -> SourceFile {
        let refusal = EditRefusal(
            "\(source.path) is written so that this edit does not fit, or would lose a comment: edit it by hand",
            "\(source.path) 的写法不适合自动修改，或者会丢失注释：请手动修改"
        )
        guard let applied = try? AppliedEdits(edits, of: tree.file, byteCount: source.bytes.count) else {
            throw refusal
        }
        let file = SourceFile(path: source.path, bytes: applied.bytes(from: source.bytes))
        let (again, findings) = Tree.read(file, as: tree.file)
        guard again.isComplete, !findings.hasErrors else { throw refusal }
        var left = Comments.texts(in: file)[...]
        for comment in Comments.texts(in: source) {
            guard let place = left.firstIndex(of: comment) else { throw refusal }
            left = left[(place + 1)...]
        }
        return file
    }

    // MARK: Places

    /// The key and value at a path of keys from the top.
    func entry(_ path: String...) -> (key: NodeID, value: NodeID)? {
        var found: (key: NodeID, value: NodeID)?
        for name in path {
            guard let group = found?.value ?? tree.root, let next = entry(name, in: group) else { return nil }
            found = next
        }
        return found
    }

    /// The key and value of a group.
    func entry(_ name: String, in group: NodeID) -> (key: NodeID, value: NodeID)? {
        tree.entries(of: group).first { tree.equals($0.key, name) }
    }

    /// The texts of a value, or of a list of values.
    func texts(of node: NodeID) -> [String] {
        tree.kind(of: node) == .sequence ? tree.items(of: node).map { tree.text(of: $0) } : [tree.text(of: node)]
    }

    func start(of node: NodeID) -> Int { Int(tree.range(of: node).start) }

    func end(of node: NodeID) -> Int { Int(tree.range(of: node).end) }

    /// Whether a group or list is written with braces or brackets.
    func isFlow(_ node: NodeID) -> Bool {
        [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(source.bytes[start(of: node)])
    }

    /// How far a place is from the beginning of its line.
    func column(of position: Int) -> Int {
        let line = source.bytes[..<position].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return position - line
    }

    /// The place just before the end of a line.
    func endOfLine(from position: Int) -> Int {
        let end = source.bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
        return end > position && source.bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    }

    /// How this file ends its lines.
    var lineEnd: String {
        let first = source.bytes.firstIndex(of: UInt8(ascii: "\n"))
        return first.map { $0 > 0 && source.bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false ? "\r\n" : "\n"
    }

    // MARK: Edits

    func replacing(_ start: Int, _ end: Int, _ text: String) -> TextEdit {
        let range = SourceRange(
            file: tree.file,
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: end)
        )
        return TextEdit(range, replacement: text)
    }

    func replacing(_ node: NodeID, _ text: String) -> TextEdit {
        replacing(start(of: node), end(of: node), text)
    }

    /// Adds lines below the last line of a block, at its depth.
    func adding(_ lines: [String], below last: NodeID, column: Int) -> TextEdit {
        let text = lines.map { String(repeating: " ", count: column) + $0 }.joined(separator: lineEnd)
        let end = end(of: last)
        // A block of text ends with its line.
        if end > 0, source.bytes[end - 1] == UInt8(ascii: "\n") { return replacing(end, end, text + lineEnd) }
        let place = endOfLine(from: end)
        return replacing(place, place, lineEnd + text)
    }

    /// Adds an entry at the end of a group: `lines` in a block, `flow` between braces.
    func addingEntry(_ lines: [String], flow: String, to owner: (key: NodeID, value: NodeID)) -> TextEdit {
        let entries = Array(tree.entries(of: owner.value))
        guard let last = entries.last else { return replacingValue(of: owner, with: lines) }
        if isFlow(owner.value) {
            let end = end(of: last.value)
            return replacing(end, end, ", " + flow)
        }
        return adding(lines, below: last.value, column: column(of: start(of: last.key)))
    }

    /// Adds an item at the end of a list that is not empty.
    func addingItem(_ text: String, to list: NodeID) -> TextEdit? {
        guard let last = Array(tree.items(of: list)).last else { return nil }
        if isFlow(list) { return replacing(end(of: last), end(of: last), ", " + text) }
        return adding(["- " + text], below: last, column: column(of: start(of: list)))
    }

    /// Puts lines below a key, in place of its value; a comment that stands behind the value stays on the key's line.
    func replacingValue(of owner: (key: NodeID, value: NodeID), with lines: [String]) -> TextEdit {
        let indent = String(repeating: " ", count: column(of: start(of: owner.key)) + 2)
        let text = lines.map { lineEnd + indent + $0 }.joined()
        let end = end(of: owner.value)
        let lineEnds = endOfLine(from: end)
        let rest = String(decoding: source.bytes[end..<lineEnds], as: UTF8.self)
        guard rest.contains("#"), rest.first == " ", rest.drop(while: { $0 == " " }).first == "#" else {
            return replacing(self.end(of: owner.key), end, ":" + text)
        }
        return replacing(self.end(of: owner.key), lineEnds, ":" + rest + text)
    }

    /// Adds a record at the end of the file.
    func addingRecord(_ lines: [String]) -> TextEdit {
        let end = source.bytes.count
        let parted = source.bytes.last == UInt8(ascii: "\n") ? lineEnd : lineEnd + lineEnd
        return replacing(end, end, parted + lines.joined(separator: lineEnd) + lineEnd)
    }
}
